/** Told of a new version of a hall, and of the same one again now and then, so that the line is seen to hold. */
type Listener = (version: number, line: Buffer) => void

/** A reader that hears nothing for this long takes its line for cut. */
const PING_MS = 15_000
const LOOK_MS = 1000

/**
 * Who in this process looks at which hall. The database tells every process what grew (LISTEN/NOTIFY); while that line
 * is down, and where there is none, the versions of the halls looked at are asked for every second.
 */
export class HallHub {
  readonly #listeners = new Map<string, Set<Listener>>()
  readonly #known = new Map<string, number>()
  #isLive = false
  #timer: NodeJS.Timeout | null = null
  #sincePing = 0
  readonly #poll: (keys: readonly string[]) => Promise<ReadonlyMap<string, number>>

  constructor(poll: (keys: readonly string[]) => Promise<ReadonlyMap<string, number>>) {
    this.#poll = poll
  }

  /** How many look on in this process. */
  get size(): number {
    return [...this.#listeners.values()].reduce((sum, set) => sum + set.size, 0)
  }

  /** The newest version told of while the line is up; null: not known for sure, the database has to be asked. */
  knownVersion(key: string): number | null {
    return this.#isLive ? (this.#known.get(key) ?? null) : null
  }

  /**
   * A hall has grown: told by the database, or seen when its state was read anyway. Whoever sees it first tells all who look
   * on; versions that are not newer are dropped.
   */
  announce(key: string, version: number): void {
    if (version <= (this.#known.get(key) ?? 0)) return
    this.#known.set(key, version)
    this.#tell(key, version)
  }

  /** Looks on until the function given back is called. */
  watch(key: string, listener: Listener): () => void {
    const set = this.#listeners.get(key) ?? new Set()
    set.add(listener)
    this.#listeners.set(key, set)
    this.#timer ??= setInterval(() => this.#tick(), LOOK_MS).unref()
    return () => {
      set.delete(listener)
      if (set.size === 0) this.#listeners.delete(key)
      if (this.#listeners.size > 0 || !this.#timer) return
      clearInterval(this.#timer)
      this.#timer = null
    }
  }

  /** The text of the event is made once for all who look on. */
  #tell(key: string, version: number): void {
    const line = Buffer.from(`data: ${version}\n\n`)
    for (const listener of this.#listeners.get(key) ?? []) listener(version, line)
  }

  /** One clock for everybody: thousands of lines have none of their own. */
  #tick(): void {
    this.#sincePing += LOOK_MS
    if (this.#sincePing >= PING_MS) {
      this.#sincePing = 0
      for (const key of this.#listeners.keys()) this.#tell(key, this.#known.get(key) ?? 0)
    }
    void this.#ask()
  }

  /** The line to the database is up or down; after it was down everything looked at is asked for once. */
  setLive(isLive: boolean): void {
    this.#isLive = false
    // nobody looked after these meanwhile
    for (const key of this.#known.keys()) if (!this.#listeners.has(key)) this.#known.delete(key)
    void this.#ask().then(() => {
      this.#isLive = isLive
    })
  }

  async #ask(): Promise<void> {
    if (this.#isLive || this.#listeners.size === 0) return
    try {
      for (const [key, version] of await this.#poll([...this.#listeners.keys()])) this.announce(key, version)
    } catch {
      // the database is away; asked again in a second
    }
  }

  close(): void {
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
    this.#listeners.clear()
  }
}
