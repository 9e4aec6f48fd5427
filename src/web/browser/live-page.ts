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
  csrf(view: View, data: Data): string
  /** said after a command: the program has it, or it is kept until the line is back */
  said(command: Command, has: 'sent' | 'kept'): string | null
  supported: readonly number[]
  /** said of a command that was refused without a sentence */
  refusal: string
}

/** What the page's own script may do beside the common course. */
export interface LivePage<View> {
  queue: CommandQueue
  /** what the program said last */
  view(): View
  /** the server's clock less this browser's, in milliseconds */
  offset(): number
  refused(command: Command): ShownConflict
  draw(): void
  sendAll(): Promise<void>
  /** before a form is put into the queue */
  onSubmit(look: (form: HTMLFormElement) => void): void
  setSupported(ids: readonly number[]): void
}

const AGAIN_MS = 2_000
/** How often the program may answer one command with a fault of its own before it is put aside. */
const MOST_FAULTS = 5
const faults = new Map<string, number>()

/**
 * Keeps one page of the hall fresh, goes on while the line is down, and sends what was done in its order when it is back.
 * Everything works without this too, page by page.
 */
export function openLivePage<
  View extends { version: number; now: number; reader?: number | null },
  Data extends PageData<View>,
>(place: HTMLElement, data: Data, parts: LivePageParts<View, Data>): LivePage<View> {
  let view = data.view
  let offset = view.now - Date.now()
  let freshAt = view.now
  let held = true
  let signedOut = false
  let said: string | null = null
  let supported = parts.supported
  let sending = false
  const user = document.body.dataset['user'] ?? 'public'
  const queue = new CommandQueue(`${user}:${data.base}`)
  const typed = new TypedText(`${user}:${data.base}`)
  const live = document.getElementById('hall-live')
  const lookers: ((form: HTMLFormElement) => void)[] = []
  const refused = (command: Command) => parts.refused(command, queue.list(), offset)

  const props = (): LiveProps<Data> => ({
    data: { ...data, view: parts.fold(view, queue.list(), offset) },
    now: Date.now() + offset,
    line: { held, freshAt, waiting: queue.unsent().length, signedOut, conflicts: queue.conflicts().map(refused) },
    ...{ said, supported },
  })
  const draw = () => {
    const now = props()
    render(h(parts.App, now), place)
    const told = parts.announce(now)
    if (live && live.textContent !== told) live.textContent = told
  }
  hydrate(h(parts.App, props()), place)
  draw()
  void typed.restore(place)
  document.body.classList.add('hall-scripted')

  const line = new HallLine<View>({
    dataUrl: data.dataUrl,
    eventsUrl: data.eventsUrl,
    spreadMs: parts.spreadMs,
    version: () => view.version,
    onView(next, now) {
      // somebody else signed in to this browser: what was done here is never sent in that name
      if (next.reader !== view.reader) {
        signedOut = true
        draw()
        return
      }
      view = next
      offset = now - Date.now()
      freshAt = now
      queue.forgetUpTo(view.version)
      signedOut = false
      draw()
      void sendAll()
    },
    onLine(isHeld) {
      if (held === isHeld) return
      held = isHeld
      draw()
    },
    onSignedOut() {
      signedOut = true
      draw()
    },
  })

  async function sendAll(): Promise<void> {
    if (sending) return
    sending = true
    try {
      for (let next = queue.unsent()[0]; next; next = queue.unsent()[0]) {
        if (!(await sendOne(next))) break
        draw()
      }
    } finally {
      sending = false
      draw()
    }
  }

  /** False: not now (line cut, signed out); it stays first in the queue. */
  async function sendOne(command: Command): Promise<boolean> {
    try {
      const answer = await post(command, parts.csrf(view, data))
      signedOut = answer === null
      if (answer === null) return false
      if (!answer.ok) {
        said = null
        queue.change(command.key, { conflict: answer.sentence ?? parts.refusal })
        return true
      }
      queue.change(command.key, { sentVersion: answer.version ?? 0 })
      said = parts.said(command, 'sent')
      queue.forgetUpTo(view.version)
      void line.read()
      return true
    } catch {
      held = false
      said = parts.said(command, 'kept') ?? said
      setTimeout(() => void sendAll(), AGAIN_MS)
      return false
    }
  }

  place.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (form.dataset['hall'] === undefined) return
    event.preventDefault()
    queue.add(commandOf(form, event.submitter))
    for (const look of lookers) look(form)
    form.reset()
    typed.keep(form)
    form.closest('details.hall-row-acts')?.removeAttribute('open')
    draw()
    void sendAll()
  })
  place.addEventListener('input', (event) => {
    const form = (event.target as HTMLElement).closest('form')
    if (form) typed.keep(form)
  })
  setInterval(draw, 1_000)
  addEventListener('online', () => void sendAll())
  void queue.load().then(() => {
    draw()
    return sendAll()
  })
  return {
    ...{ queue, draw, sendAll, refused },
    view: () => view,
    offset: () => offset,
    onSubmit: (look) => void lookers.push(look),
    setSupported(ids) {
      supported = ids
    },
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
