import pg from 'pg'

const AGAIN_AFTER_MS = 1000

interface ListenOptions {
  /** text of NOTIFY */
  onText(text: string): void
  /** the line to the database is up (true) or was cut (false) */
  onLine(isUp: boolean): void
}

/**
 * Listens to a channel of the database on a connection of its own, for as long as the program runs; a line that was cut
 * is tried again every second. What was told meanwhile is not told again: whoever listens has to look after `onLine`.
 */
export function listenChannel(url: string, channel: string, options: ListenOptions): { close(): Promise<void> } {
  let client: pg.Client | null = null
  let isClosed = false
  let timer: NodeJS.Timeout | null = null
  const again = () => {
    options.onLine(false)
    client = null
    if (!isClosed) timer = setTimeout(() => void connect(), AGAIN_AFTER_MS)
  }
  async function connect(): Promise<void> {
    const address = new URL(url)
    address.searchParams.delete('options')
    const own = new pg.Client({ connectionString: address.href, application_name: 'doi-thoai-listen', keepAlive: true })
    client = own
    let isOver = false
    const over = () => {
      if (isOver) return
      isOver = true
      again()
    }
    own.on('error', over)
    own.on('end', over)
    own.on('notification', ({ payload }) => options.onText(payload ?? ''))
    try {
      await own.connect()
      await own.query(`listen ${pg.escapeIdentifier(channel)}`)
      if (!isClosed) options.onLine(true)
    } catch {
      over()
      await own.end().catch(() => {})
    }
  }
  void connect()
  return {
    async close() {
      isClosed = true
      if (timer) clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}
