import { type ComponentType, h, hydrate, render } from 'preact'
import type { LiveProps, PageData, ShownConflict } from '../hall/hall-app-data.ts'
import { type Command, CommandQueue, newKey } from './command-queue.ts'
import { TypedText } from './hall-drafts.ts'
import { HallLine } from './hall-line.ts'
import { patientFetch } from './patient-fetch.ts'

export interface LivePageParts<View, Data extends PageData<View>> {
  App: ComponentType<LiveProps<Data>>
  /** what the live region says of a state */
  announce(props: LiveProps<Data>): string
  /** what the program does not know yet, put upon what it said last */
  fold(view: View, commands: readonly Command[], offset: number): View
  /** a command that was refused, as it is shown */
  refused(command: Command, commands: readonly Command[], offset: number): ShownConflict
  /** spreads the readers of one event over so many milliseconds */
  spreadMs: number
  /** reads the state in any case after so long; null: only when told of a new version */
  lookAgainMs: number | null
  csrf(view: View, data: Data): string
  /** said after a command: the program has it, or it is kept until the line is back */
  said(command: Command, has: 'sent' | 'kept'): string | null
  supported: readonly number[]
  /** said of a command that was refused without a sentence */
  refusal: string
}

const AGAIN_MS = 2_000
/** How often the program may answer one command with a fault of its own before it is put aside. */
const MOST_FAULTS = 5
const faults = new Map<string, number>()

/**
 * Keeps one page of the hall fresh, goes on while the line is down, and sends what was done in its order when it is back.
 * Everything works without this too, page by page.
 */
export class LivePage<
  View extends { version: number; now: number; reader?: number | null },
  Data extends PageData<View>,
> {
  readonly queue: CommandQueue
  readonly #place: HTMLElement
  readonly #data: Data
  readonly #parts: LivePageParts<View, Data>
  readonly #typed: TypedText
  readonly #line: HallLine<View>
  readonly #lookers: ((form: HTMLFormElement) => void)[] = []
  #view: View
  #offset: number
  #freshAt: number
  #held = true
  #signedOut = false
  #said: string | null = null
  #supported: readonly number[]
  #isSending = false

  constructor(place: HTMLElement, data: Data, parts: LivePageParts<View, Data>) {
    this.#place = place
    this.#data = data
    this.#parts = parts
    this.#view = data.view
    this.#offset = data.view.now - Date.now()
    this.#freshAt = data.view.now
    this.#supported = parts.supported
    const name = `${document.body.dataset['user'] ?? 'public'}:${data.base}`
    this.queue = new CommandQueue(name)
    this.#typed = new TypedText(name)
    hydrate(h(parts.App, this.#props()), place)
    this.draw()
    void this.#typed.restore(place)
    document.body.classList.add('hall-scripted')
    this.#line = this.#openLine()
    this.#listen()
    setInterval(() => this.draw(), 1_000)
    void this.queue.load().then(() => {
      this.draw()
      return this.sendAll()
    })
  }

  /** What the program said last. */
  view(): View {
    return this.#view
  }

  /** The server's clock less this browser's, in milliseconds. */
  offset(): number {
    return this.#offset
  }

  /** Calls `look` with each form before it is put into the queue. */
  onSubmit(look: (form: HTMLFormElement) => void): void {
    this.#lookers.push(look)
  }

  setSupported(ids: readonly number[]): void {
    this.#supported = ids
  }

  #props(): LiveProps<Data> {
    const [commands, offset] = [this.queue.list(), this.#offset]
    const conflicts = this.queue.conflicts().map((one) => this.#parts.refused(one, commands, offset))
    return {
      data: { ...this.#data, view: this.#parts.fold(this.#view, commands, offset) },
      now: Date.now() + offset,
      line: {
        ...{ held: this.#held, freshAt: this.#freshAt, signedOut: this.#signedOut },
        ...{ waiting: this.queue.unsent().length, conflicts },
      },
      ...{ said: this.#said, supported: this.#supported },
    }
  }

  draw(): void {
    const props = this.#props()
    render(h(this.#parts.App, props), this.#place)
    const live = document.getElementById('hall-live')
    const told = this.#parts.announce(props)
    if (live && live.textContent !== told) live.textContent = told
  }

  #openLine(): HallLine<View> {
    const { dataUrl, eventsUrl } = this.#data
    const { spreadMs, lookAgainMs } = this.#parts
    return new HallLine<View>({
      ...{ dataUrl, eventsUrl, spreadMs, lookAgainMs },
      version: () => this.#view.version,
      onView: (view, now) => this.#take(view, now),
      onLine: (isHeld) => {
        if (this.#held === isHeld) return
        this.#held = isHeld
        this.draw()
      },
      onSignedOut: () => {
        this.#signedOut = true
        this.draw()
      },
    })
  }

  #take(view: View, now: number): void {
    // somebody else signed in to this browser: what was done here is never sent in that name
    this.#signedOut = view.reader !== this.#view.reader
    if (!this.#signedOut) {
      this.#view = view
      this.#offset = now - Date.now()
      this.#freshAt = now
      this.queue.forgetUpTo(view.version)
      void this.sendAll()
    }
    this.draw()
  }

  /** Sends what waits, in its order, as far as the line carries. */
  async sendAll(): Promise<void> {
    if (this.#isSending) return
    this.#isSending = true
    try {
      for (let next = this.queue.unsent()[0]; next; next = this.queue.unsent()[0]) {
        if (!(await this.#sendOne(next))) break
        this.draw()
      }
    } finally {
      this.#isSending = false
      this.draw()
    }
  }

  /** False: not now (line cut, signed out); it stays first in the queue. */
  async #sendOne(command: Command): Promise<boolean> {
    const { csrf, said, refusal } = this.#parts
    try {
      const answer = await post(command, csrf(this.#view, this.#data))
      this.#signedOut = answer === null
      if (answer === null) return false
      if (!answer.ok) {
        this.#said = null
        this.queue.change(command.key, { conflict: answer.sentence ?? refusal })
        return true
      }
      this.queue.change(command.key, { sentVersion: answer.version ?? 0 })
      this.#said = said(command, 'sent')
      this.queue.forgetUpTo(this.#view.version)
      void this.#line.read()
      return true
    } catch {
      this.#held = false
      this.#said = said(command, 'kept') ?? this.#said
      setTimeout(() => void this.sendAll(), AGAIN_MS)
      return false
    }
  }

  #listen(): void {
    this.#place.addEventListener('submit', (event) => {
      const form = event.target as HTMLFormElement
      if (form.dataset['hall'] === undefined) return
      event.preventDefault()
      this.queue.add(commandOf(form, event.submitter))
      for (const look of this.#lookers) look(form)
      form.reset()
      this.#typed.keep(form)
      form.closest('details.hall-row-acts')?.removeAttribute('open')
      this.draw()
      void this.sendAll()
    })
    this.#place.addEventListener('input', (event) => {
      const form = (event.target as HTMLElement).closest('form')
      if (form) this.#typed.keep(form)
    })
    addEventListener('online', () => void this.sendAll())
  }
}

function commandOf(form: HTMLFormElement, submitter: HTMLElement | null): Omit<Command, 'order'> {
  const fields: Record<string, string> = {}
  for (const [name, value] of new FormData(form, submitter)) {
    if (typeof value === 'string' && !name.startsWith('_')) fields[name] = value
  }
  const path = new URL(form.action).pathname
  return { key: newKey(), path, fields, label: form.dataset['hall'] ?? '', at: Date.now() }
}

/** Null: the session has ended, or the form token is of another session. Throws when the line or the program is away. */
async function post(
  { key, path, fields, at }: Command,
  csrf: string,
): Promise<{ ok: boolean; sentence?: string; version?: number } | null> {
  const body = new URLSearchParams({ ...fields, _csrf: csrf, _key: key, _script: '1' })
  body.set('at', String(at))
  body.set('sentAt', String(Date.now()))
  const { reply, text } = await patientFetch(path, { method: 'POST', body, redirect: 'manual', cache: 'no-store' })
  if (reply.type === 'opaqueredirect' || reply.status === 403 || reply.status === 401) return null
  if (reply.status === 500) faults.set(key, (faults.get(key) ?? 0) + 1)
  // the program stumbles over this one each time: shown and kept, so that those behind it are not held up
  if ((faults.get(key) ?? 0) >= MOST_FAULTS) return { ok: false }
  if (reply.status >= 500 || reply.status === 429) throw new Error(String(reply.status))
  // an answer in words of a page is a refusal too: thrown, it would stop the queue for ever
  if (!String(reply.headers.get('content-type')).includes('json')) return { ok: false }
  return JSON.parse(text)
}
