import { applyAct, type HallAct, type HallActName } from '../../hall/hall-act.ts'
import type { HallState } from '../../hall/hall-state.ts'
import { DeskApp } from '../hall/desk-app.tsx'
import { soughtOnDesk } from '../hall/find-on-desk.ts'
import type { DeskData } from '../hall/hall-app-data.ts'
import type { DeskView } from '../hall/hall-view.ts'
import { announcementOf } from '../hall/live-announcement.ts'
import { hallWords } from '../words/hall-words.ts'
import { type Command, newKey } from './command-queue.ts'
import { keptSpeech, shownConflict } from './hall-conflicts.ts'
import { refill } from './hall-drafts.ts'
import { listenFind, listenKeys, listenSmallThings } from './hall-keys.ts'
import { LivePage } from './live-page.ts'

// The script of every desk of the hall: the same rules as on the server, so that the desk goes on while the line is down.

const root = document.getElementById('hall')
if (root?.dataset['view']) start(root, JSON.parse(root.dataset['view']) as DeskData)

function start(place: HTMLElement, data: DeskData): void {
  const page = new LivePage<DeskView, DeskData>(place, data, {
    App: DeskApp,
    announce: (props) => announcementOf(props.data.view.state, props.now, hallWords[data.lang]),
    fold: (view, commands, offset) => foldPending(view, commands, offset, data.view.sought),
    refused: shownConflict,
    spreadMs: 0,
    lookAgainMs: 30_000,
    csrf: (view) => view.csrf,
    said: () => null,
    refusal: hallWords[data.lang].refused,
    supported: [],
  })
  place.addEventListener('click', (event) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>('[data-conflict]')
    if (button) settle(page, place, button.dataset['conflict'] ?? '', button.dataset['choice'] ?? '')
  })
  listenKeys(place)
  listenSmallThings(place, () => Date.now() + page.offset())
  listenFind(place, (typed) => soughtOnDesk(page.view(), typed))
}

/** What somebody at the desk decided on an act that did not fit any more. */
function settle(page: LivePage<DeskView, DeskData>, place: HTMLElement, key: string, choice: string): void {
  const { queue } = page
  const one = queue.conflicts().find((command) => command.key === key)
  if (!one) return
  if (choice === 'edit' && !refill(place, one.path, one.fields)) return
  const kept = keptSpeech(one, queue.list())
  queue.drop(key)
  if (choice === 'again') queue.add({ ...without(one), key: newKey(), at: Date.now() })
  if (choice === 'keep' && kept) {
    for (const other of kept.settled) queue.drop(other.key)
    queue.add({ key: newKey(), path: one.path, label: one.label, fields: kept.fields, at: Date.now() })
  }
  page.draw()
  void page.sendAll()
}

function without({ conflict: _, sentVersion: __, order: ___, ...command }: Command): Omit<Command, 'order'> {
  return command
}

/** The desk sees its own acts at once. What the page was opened to look for stays looked for. */
function foldPending(known: DeskView, commands: readonly Command[], offset: number, sought: string): DeskView {
  const view = { ...known, sought }
  const { state, undoable } = actedUpon(view, commands, offset)
  const arrivals = commands.filter((one) => one.path.endsWith('/diem-danh') && one.conflict === undefined)
  if (state === view.state && undoable === view.undoable && arrivals.length === 0) return view
  const attendance = { ...view.attendance }
  const came = new Map<number, number>()
  for (const { fields, at } of arrivals) {
    const heads = Number(fields['headcount'] ?? 1) || 0
    if (fields['kind'] === 'delegates') attendance.delegates += heads
    else attendance.people += heads
    if (fields['inviteeId']) came.set(Number(fields['inviteeId']), at + offset)
  }
  const invitees = view.invitees.map((one) => ({ ...one, arrivedAt: one.arrivedAt ?? came.get(one.id) ?? null }))
  return { ...view, state, undoable, attendance, invitees }
}

/** The state with the acts upon it that the program does not have yet, and which of them may be taken back. */
function actedUpon(view: DeskView, commands: readonly Command[], offset: number): Pick<DeskView, 'state' | 'undoable'> {
  let [state, undoable]: [HallState, DeskView['undoable']] = [view.state, view.undoable]
  let before: HallState | null = null
  for (const command of commands) {
    if (command.conflict !== undefined || !command.fields['act']) continue
    if (command.sentVersion !== undefined && command.sentVersion <= view.version) continue
    if (command.fields['act'] === 'undo') {
      if (before && undoable?.key === command.fields['undoKey'])
        state = before
        // what came before it is known when the program has answered
      ;[before, undoable] = [null, null]
      continue
    }
    const outcome = applyAct(state, actOf(command, offset))
    if (outcome.kind !== 'done') continue
    before = state
    state = outcome.state
    undoable = { act: command.fields['act'], by: '', seq: null, key: command.key }
  }
  return { state, undoable }
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
