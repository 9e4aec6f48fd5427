import { patientFetch } from './patient-fetch.ts'

const SILENT_MS = 40_000
const AGAIN_MS = 3_000

interface LineOptions<View> {
  /** where the whole state is read */
  dataUrl: string
  /** where new versions are told */
  eventsUrl: string
  /** spreads the readers of one event over so many milliseconds */
  spreadMs: number
  /** reads the state in any case after so long; null: only when told of a new version */
  lookAgainMs: number | null
  version(): number
  onView(view: View, serverNow: number): void
  onLine(held: boolean): void
  onSignedOut(): void
}

/**
 * Keeps a screen fresh: told of a new version it reads the whole state; at every new connection it reads it in any case,
 * since what was told meanwhile was not heard. A line that says nothing for long counts as cut.
 */
export class HallLine<View extends { version: number; now: number }> {
  readonly #options: LineOptions<View>
  #source: EventSource | null = null
  #heardAt = Date.now()
  #readAt = Date.now()
  #reading: Promise<void> | null = null
  #wanted = 0
  #held = true

  constructor(options: LineOptions<View>) {
    this.#options = options
    this.#connect()
    setInterval(() => this.#watch(), 5_000)
    addEventListener('online', () => this.#connect())
    addEventListener('offline', () => this.#say(false))
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) void this.read()
    })
  }

  get held(): boolean {
    return this.#held
  }

  #say(held: boolean): void {
    this.#held = held
    this.#options.onLine(held)
  }

  #connect(): void {
    this.#source?.close()
    this.#heardAt = Date.now()
    const source = new EventSource(this.#options.eventsUrl)
    this.#source = source
    source.onopen = () => {
      this.#heardAt = Date.now()
      void this.read()
    }
    source.onmessage = (event) => {
      this.#heardAt = Date.now()
      const version = Number(event.data)
      if (version > this.#options.version() && version > this.#wanted) {
        this.#wanted = version
        setTimeout(() => void this.read(), Math.random() * this.#options.spreadMs)
      }
    }
    source.onerror = () => {
      this.#say(false)
      // the browser tries again by itself, unless the answer was a refusal
      if (source.readyState === EventSource.CLOSED)
        setTimeout(() => this.#source === source && this.#connect(), AGAIN_MS)
    }
  }

  #watch(): void {
    if (Date.now() - this.#heardAt > SILENT_MS) {
      this.#say(false)
      this.#connect()
    } else if (!this.#held || this.#isOld()) void this.read()
  }

  /** Part of what a desk shows is changed on other pages, which tell no hall: an answer approved, a step of the agenda. */
  #isOld(): boolean {
    const { lookAgainMs } = this.#options
    return lookAgainMs !== null && Date.now() - this.#readAt > lookAgainMs
  }

  /** Reads the whole state; readers at the same moment read once, and once more for what came meanwhile. */
  read(): Promise<void> {
    this.#reading ??= this.#readOnce().finally(() => {
      this.#reading = null
      if (this.#held && this.#wanted > this.#options.version()) setTimeout(() => void this.read(), 200)
    })
    return this.#reading
  }

  async #readOnce(): Promise<void> {
    this.#readAt = Date.now()
    try {
      const { reply, text } = await patientFetch(this.#options.dataUrl, { cache: 'no-store', redirect: 'manual' })
      if (reply.type === 'opaqueredirect' || reply.status === 403 || reply.status === 401) {
        this.#options.onSignedOut()
        return
      }
      if (!reply.ok) throw new Error(String(reply.status))
      const view = JSON.parse(text) as View
      const told = Number(reply.headers.get('x-hall-now'))
      this.#say(true)
      this.#options.onView(view, told > 0 ? told : view.now)
    } catch {
      this.#say(false)
    }
  }
}
