import { KeptHere } from './kept-here.ts'

/** One thing done at a desk: kept in this browser until the program has it. */
export interface Command {
  key: string
  /** its place among those of this browser */
  order: number
  /** where it is posted */
  path: string
  fields: Record<string, string>
  label: string
  /** when it was done, by the clock of this browser */
  at: number
  /** the hall's version once the program had it; shown until the screen has caught up */
  sentVersion?: number
  /** the sentence why it does not fit any more */
  conflict?: string
}

/** 128 random bits; `randomUUID` is missing where a page comes over plain http from another machine. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * The commands of one desk in their order. They outlive a reload, a killed browser, a power cut. Windows of one browser
 * share what is kept; a command sent by two of them is done once, by its key.
 */
export class CommandQueue {
  readonly #kept: KeptHere<Command>
  #commands: Command[] = []

  constructor(name: string) {
    this.#kept = new KeptHere<Command>(`command:${name}`)
  }

  /** Brings back what was kept before this page. */
  async load(): Promise<void> {
    const before = await this.#kept.all().catch(() => new Map<string, Command>())
    const known = new Set(this.#commands.map((one) => one.key))
    // the program had these when the page was left: names and words do not stay in the browser for good
    for (const one of before.values())
      if (one.sentVersion !== undefined && !known.has(one.key)) void this.#kept.drop(one.key)
    const old = [...before.values()].filter((one) => !known.has(one.key) && one.sentVersion === undefined)
    this.#commands = [...old, ...this.#commands].sort((a, b) => a.order - b.order)
  }

  list(): readonly Command[] {
    return this.#commands
  }

  add(command: Omit<Command, 'order'>): void {
    const order = Math.max(Date.now(), (this.#commands.at(-1)?.order ?? 0) + 1)
    const kept = { ...command, order }
    this.#commands = [...this.#commands, kept]
    void this.#kept.put(kept.key, kept)
  }

  change(key: string, values: Partial<Command>): void {
    this.#commands = this.#commands.map((one) => (one.key === key ? { ...one, ...values } : one))
    const changed = this.#commands.find((one) => one.key === key)
    if (changed) void this.#kept.put(key, changed)
  }

  drop(key: string): void {
    this.#commands = this.#commands.filter((one) => one.key !== key)
    void this.#kept.drop(key)
  }

  /** Not with the program yet, in order. */
  unsent(): Command[] {
    return this.#commands.filter((one) => one.sentVersion === undefined && one.conflict === undefined)
  }

  conflicts(): Command[] {
    return this.#commands.filter((one) => one.conflict !== undefined)
  }

  /** What the screen has caught up with goes. */
  forgetUpTo(version: number): void {
    for (const one of this.#commands)
      if (one.sentVersion !== undefined && one.sentVersion <= version) this.drop(one.key)
  }
}
