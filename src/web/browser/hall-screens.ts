import { h, hydrate, render } from 'preact'
import { applyAct, type HallAct, type HallActName } from '../../hall/hall-act.ts'
import type { HallState } from '../../hall/hall-state.ts'
import { HallApp } from '../hall/hall-app.tsx'
import type { AppData, AppProps } from '../hall/hall-app-data.ts'
import type { ShownConflict } from '../hall/hall-top.tsx'
import { hallWords } from '../words/hall-words.ts'
import { type Command, CommandQueue, newKey } from './command-queue.ts'
import { TypedText } from './hall-drafts.ts'
import { listenKeys, listenSmallThings } from './hall-keys.ts'
import { HallLine } from './hall-line.ts'

// The script of every screen of the hall: it keeps the screen fresh, goes on while the line is down, and sends what was
// done in order when it is back. Everything works without it too, page by page.

const root = document.getElementById('hall')
if (root?.dataset['view']) start(root, JSON.parse(root.dataset['view']) as AppData)

function start(place: HTMLElement, data: AppData): void {
  let { view } = data
  let offset = view.now - Date.now()
  let freshAt = view.now
  let held = true
  let signedOut = false
  let said: string | null = null
  const words = hallWords[data.lang]
  const user = document.body.dataset['user'] ?? 'public'
  const queue = new CommandQueue(`${user}:${data.base}`)
  const typed = new TypedText(`${user}:${data.base}`)
  const supported = new Set<number>(readSupported(data.base))
  const live = document.getElementById('hall-live')
  const serverNow = () => Date.now() + offset

  const props = (): AppProps => ({
    data: { ...data, view: foldPending(view, queue.list(), offset) },
    now: serverNow(),
    line: {
      held,
      freshAt,
      waiting: queue.unsent().length,
      signedOut,
      conflicts: queue.conflicts().map((one) => shownConflict(one, queue.list(), offset)),
    },
    said,
    supported: [...supported],
  })
  const draw = () => {
    const now = props()
    render(h(HallApp, now), place)
    const told = HallApp.announce(now)
    if (live && live.textContent !== told) live.textContent = told
  }
  hydrate(h(HallApp, props()), place)
  draw()
  void typed.restore(place)
  document.body.classList.add('hall-scripted')

  const line = new HallLine<AppData['view']>({
    dataUrl: data.dataUrl,
    eventsUrl: data.eventsUrl,
    spreadMs: view.kind === 'public' ? 350 : 0,
    version: () => view.version,
    onView(next, now) {
      view = next
      offset = now - Date.now()
      freshAt = now
      queue.forgetUpTo(view.version)
      signedOut = false
      draw()
      void sendAll()
    },
    onLine(isHeld) {
      if (held !== isHeld) {
        held = isHeld
        draw()
      }
    },
    onSignedOut() {
      signedOut = true
      draw()
    },
  })

  let sending = false
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
    const { key, path, fields, at } = command
    const body = new URLSearchParams({ ...fields, _csrf: currentCsrf(), _key: key, _script: '1' })
    body.set('at', String(at))
    body.set('sentAt', String(Date.now()))
    try {
      const reply = await fetch(path, { method: 'POST', body, redirect: 'manual', cache: 'no-store' })
      if (reply.type === 'opaqueredirect' || reply.status === 403 || reply.status === 401) {
        // the form token is bound to the session: perhaps somebody signed in again in another window
        signedOut = true
        return false
      }
      if (reply.status >= 500 || reply.status === 429) throw new Error(String(reply.status))
      const answer = (await reply.json()) as { ok: boolean; sentence?: string; version?: number }
      signedOut = false
      if (!answer.ok) {
        queue.change(key, { conflict: answer.sentence ?? '' })
        return true
      }
      queue.change(key, { sentVersion: answer.version ?? 0 })
      said = view.kind === 'public' && path.endsWith('/cau-hoi') ? words.phone.sent : null
      queue.forgetUpTo(view.version)
      void line.read()
      return true
    } catch {
      if (held) {
        held = false
        draw()
      }
      if (view.kind === 'public' && path.endsWith('/cau-hoi')) said = words.phone.kept
      setTimeout(() => void sendAll(), 2_000)
      return false
    }
  }

  function currentCsrf(): string {
    return view.kind === 'desk' ? view.csrf : data.csrf
  }

  function enqueue(form: HTMLFormElement, submitter: HTMLElement | null): void {
    const fields: Record<string, string> = {}
    for (const [name, value] of new FormData(form, submitter)) {
      if (typeof value === 'string' && !name.startsWith('_')) fields[name] = value
    }
    queue.add({
      key: newKey(),
      path: new URL(form.action).pathname,
      fields,
      label: form.dataset['hall'] ?? '',
      at: Date.now(),
    })
    if (form.dataset['support']) {
      supported.add(Number(form.dataset['support']))
      writeSupported(data.base, [...supported])
    }
    form.reset()
    typed.keep(form)
    for (const menu of form.closest('details.hall-row-acts') ? [form.closest('details')!] : []) menu.open = false
    draw()
    void sendAll()
  }

  place.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (form.dataset['hall'] === undefined) return
    event.preventDefault()
    enqueue(form, event.submitter)
  })
  place.addEventListener('input', (event) => {
    const form = (event.target as HTMLElement).closest('form')
    if (form) typed.keep(form)
  })
  place.addEventListener('click', (event) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>('[data-conflict]')
    if (button) settle(button.dataset['conflict'] ?? '', button.dataset['choice'] ?? '')
  })
  function settle(key: string, choice: string): void {
    const one = queue.conflicts().find((command) => command.key === key)
    if (!one) return
    const kept = shownConflict(one, queue.list(), offset).speech
    queue.drop(key)
    if (choice === 'again') queue.add({ ...without(one), key: newKey(), at: Date.now() })
    if (choice === 'keep' && kept) {
      for (const other of endsOf(one, queue.list())) queue.drop(other.key)
      const fields = {
        act: 'record',
        speechId: one.fields['speechId'] ?? '',
        startedAt: String(kept.from - offset),
        endedAt: String(kept.to - offset),
      }
      queue.add({ key: newKey(), path: one.path, label: one.label, fields, at: Date.now() })
    }
    draw()
    void sendAll()
  }
  listenKeys(place)
  listenSmallThings(place)
  setInterval(draw, 1_000)
  addEventListener('online', () => void sendAll())
  void queue.load().then(() => {
    draw()
    return sendAll()
  })
}

function without({ conflict: _, sentVersion: __, order: ___, ...command }: Command): Omit<Command, 'order'> {
  return command
}

/** What the program does not know yet, put upon what it said last: the desk sees its own acts at once. */
function foldPending(view: AppData['view'], commands: readonly Command[], offset: number): AppData['view'] {
  if (view.kind !== 'desk') return view
  let state: HallState = view.state
  for (const command of commands) {
    if (command.conflict !== undefined || !command.fields['act']) continue
    if (command.sentVersion !== undefined && command.sentVersion <= view.version) continue
    const outcome = applyAct(state, actOf(command, offset))
    if (outcome.kind === 'done') state = outcome.state
  }
  const arrivals = commands.filter((one) => one.path.endsWith('/diem-danh') && one.conflict === undefined)
  if (state === view.state && arrivals.length === 0) return view
  const attendance = { ...view.attendance }
  const came = new Set<number>()
  for (const { fields } of arrivals) {
    const heads = Number(fields['headcount'] ?? 1) || 0
    if (fields['kind'] === 'delegates') attendance.delegates += heads
    else attendance.people += heads
    if (fields['inviteeId']) came.add(Number(fields['inviteeId']))
  }
  const invitees = view.invitees.map((one) => (came.has(one.id) ? { ...one, arrived: true } : one))
  return { ...view, state, attendance, invitees }
}

const number = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text))

function actOf({ fields, at }: Command, offset: number): HallAct {
  return {
    act: fields['act'] as HallActName,
    at: at + offset,
    speechId: number(fields['speechId']),
    fromSpeechId: number(fields['fromSpeechId']),
    beforeSpeechId: number(fields['beforeSpeechId']),
    stepId: number(fields['stepId']),
    seconds: number(fields['seconds']),
    on: fields['on'] === 'on',
    reason: fields['reason'] ?? '',
    startedAt: number(fields['startedAt']),
    endedAt: number(fields['endedAt']),
  }
}

/** What this desk did to end the speech that it began, as far as it does not fit either. */
function endsOf(begun: Command, commands: readonly Command[]): Command[] {
  const id = begun.fields['speechId']
  return commands.filter(
    (one) =>
      one.conflict !== undefined &&
      one.at >= begun.at &&
      ((one.fields['act'] === 'finish' && one.fields['speechId'] === id) || one.fields['fromSpeechId'] === id),
  )
}

function shownConflict(one: Command, commands: readonly Command[], offset: number): ShownConflict {
  const begins = one.fields['act'] === 'start' || one.fields['act'] === 'next'
  const end = begins ? endsOf(one, commands).find((other) => other.key !== one.key) : undefined
  return {
    ...{ key: one.key, label: one.label, sentence: one.conflict ?? '' },
    speech: end ? { from: one.at + offset, to: end.at + offset } : null,
  }
}

function readSupported(base: string): number[] {
  try {
    return JSON.parse(localStorage.getItem(`hall-support:${base}`) ?? '[]') as number[]
  } catch {
    return []
  }
}

function writeSupported(base: string, ids: readonly number[]): void {
  try {
    localStorage.setItem(`hall-support:${base}`, JSON.stringify(ids))
  } catch {
    // the program counts each browser once in any case
  }
}
