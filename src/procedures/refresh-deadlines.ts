import { findAgencyByRole } from '../agencies/agency-store.ts'
import type { ChangeContext } from '../changes/define-change.ts'
import { type DeadlineSubject, findDeadlines, listDeadlines, listExtensions } from '../deadlines/deadline-store.ts'
import { type Anchors, type CitedRule, computeDue } from '../deadlines/due-date.ts'
import {
  type MoveCause,
  meetDeadline,
  openDeadlines,
  type Placement,
  placeDeadline,
  voidDeadline,
} from '../deadlines/place-deadline.ts'
import { lonePromiseDue, promiseDue } from '../deadlines/promise-due.ts'
import type { Day } from '../platform/day.ts'
import type { MeetingEvent } from '../regulations/regulation-vocabulary.ts'
import {
  findDialogueIdOfPetition,
  listDialoguesWithOpenDeadlines,
  type PetitionClockFacts,
  readNoticeReceipts,
  readPetitionClockFacts,
} from './clock-event-store.ts'
import { type DialogueClock, known, loadDialogueClock } from './dialogue-clock.ts'
import { clockOfDialogue, loadLoneClock, type PetitionClock } from './petition-clock.ts'

/** Why the deadlines are looked at again; said in the history of those that move. */
export interface Occasion {
  cause: MoveCause
  reason: string
}

/**
 * Brings the deadlines of a dialogue in line with what happened: opens, moves, meets or voids them. Dates are never
 * typed; they follow from the events stored and the dialogue's own regulation version.
 */
export async function refreshDialogueDeadlines(
  context: ChangeContext,
  dialogueId: number,
  occasion: Occasion,
): Promise<void> {
  const clock = await loadDialogueClock(context.db, context.authorityId, dialogueId)
  const subject: DeadlineSubject = { subjectKind: 'dialogue', subjectId: dialogueId }
  if (clock.dialogue.state === 'cancelled') return voidAll(context, subject, 'Hội nghị không tổ chức nữa.')
  const extensions = await listExtensions(context.db, context.authorityId, subject)
  for (const rule of clock.rules.filter((one) => one.binds === 'dialogue')) {
    const extended = extensions.some((extension) => extension.key === rule.key)
    const due = computeDue(rule, clock.anchors, clock.calendar, { extended })
    if (!due) continue
    const agencyId = await responsibleAgency(context, clock, rule)
    await placeDeadline(context, { ...subject, dialogueId, agencyId, due, ...occasion })
    const metOn = metDay(rule, clock.events)
    if (metOn) await meetDeadline(context, { ...subject, key: rule.key, instrumentId: rule.instrumentId, metOn })
  }
}

/** Brings the deadlines of every petition of a dialogue in line: the notice was issued, sent or received. */
export async function refreshPetitionsOfDialogue(
  context: ChangeContext,
  dialogueId: number,
  occasion: Occasion,
): Promise<void> {
  const clock = await loadDialogueClock(context.db, context.authorityId, dialogueId)
  const petitions = await readPetitionClockFacts(context.db, context.authorityId, { dialogueId })
  await refreshAll(context, clock, petitions, occasion)
}

/**
 * As above for one petition. One that belongs to no dialogue has its promise, and the clocks that run from its own
 * receipt by the authority's regulation of today and the law over it; no clock of a conference.
 */
export async function refreshPetitionDeadlines(
  context: ChangeContext,
  petitionId: number,
  occasion: Occasion,
): Promise<void> {
  const dialogueId = await findDialogueIdOfPetition(context.db, context.authorityId, petitionId)
  const petitions = await readPetitionClockFacts(context.db, context.authorityId, { petitionId })
  if (dialogueId === null) {
    const clock = await loadLoneClock(context)
    for (const petition of petitions) await refreshOne(context, clock, petition, occasion)
    return
  }
  const clock = await loadDialogueClock(context.db, context.authorityId, dialogueId)
  await refreshAll(context, clock, petitions, occasion)
}

/** The clocks that start with the receipt of petitions themselves, of one submission. No other one is looked at. */
export async function openReceiptClocks(
  context: ChangeContext,
  dialogueId: number | null,
  petitionIds: readonly number[],
): Promise<void> {
  const whole = dialogueId === null ? null : await loadDialogueClock(context.db, context.authorityId, dialogueId)
  const clock = whole ? clockOfDialogue(whole, whole.anchors) : await loadLoneClock(context)
  const rules = clock.rules.filter((rule) => rule.anchor === 'petitionReceived')
  if (rules.length === 0) return
  for (const petitionId of petitionIds) {
    const [petition] = await readPetitionClockFacts(context.db, context.authorityId, { petitionId })
    await refreshOne(context, { ...clock, rules }, petition!, { cause: 'receipt', reason: 'Tiếp nhận kiến nghị.' })
  }
}

/** As `openReceiptClocks` for many petitions that were stored just now, of one dialogue or of none. */
export async function openClocksOfReceived(
  context: ChangeContext,
  dialogueId: number | null,
  petitions: readonly { id: number; receivedOn: Day; kind: string }[],
): Promise<void> {
  const whole = dialogueId === null ? null : await loadDialogueClock(context.db, context.authorityId, dialogueId)
  const clock = whole ? clockOfDialogue(whole, whole.anchors) : await loadLoneClock(context)
  const rules = clock.rules.filter((rule) => rule.anchor === 'petitionReceived' && rule.binds === 'petition')
  const placements: Placement[] = []
  for (const rule of rules) {
    const counted = new Map<Day, ReturnType<typeof computeDue>>()
    for (const { id, receivedOn, kind } of petitions) {
      if (kind === 'complaint' || kind === 'denunciation') continue
      if (!counted.has(receivedOn))
        counted.set(receivedOn, computeDue(rule, { ...clock.anchors, petitionReceived: receivedOn }, clock.calendar))
      const due = counted.get(receivedOn)
      const subject = { subjectKind: 'petition', subjectId: id, dialogueId: clock.dialogueId, agencyId: null }
      if (due) placements.push({ ...subject, due, cause: 'receipt', reason: 'Tiếp nhận kiến nghị.' })
    }
  }
  await openDeadlines(context, placements)
}

/** After a change of the calendar: every open deadline of the authority is counted again, the old promise kept. */
export async function recountOpenDeadlines(context: ChangeContext, reason: string): Promise<number> {
  const dialogues = await listDialoguesWithOpenDeadlines(context.db, context.authorityId)
  for (const dialogueId of dialogues) {
    await refreshDialogueDeadlines(context, dialogueId, { cause: 'calendar', reason })
    await refreshPetitionsOfDialogue(context, dialogueId, { cause: 'calendar', reason })
  }
  const open = await listDeadlines(context.db, context.authorityId, { state: 'open', limit: 1_000_000 })
  const lone = open.filter((row) => row.subjectKind === 'petition' && row.dialogueId === null)
  for (const petitionId of new Set(lone.map((row) => row.subjectId)))
    await refreshPetitionDeadlines(context, petitionId, { cause: 'calendar', reason })
  return dialogues.length
}

async function refreshAll(
  context: ChangeContext,
  clock: DialogueClock,
  petitions: PetitionClockFacts[],
  occasion: Occasion,
) {
  const receipts = await readNoticeReceipts(context.db, context.authorityId, clock.dialogue.id)
  for (const petition of petitions) {
    const receipt = receipts.find((one) => one.agencyId === petition.leadAgencyId)
    const anchors: Anchors = {
      ...clock.anchors,
      ...known({
        noticeSent: receipt?.sentOn ?? null,
        noticeReceived: receipt?.receivedOn ?? null,
      }),
    }
    await refreshOne(context, clockOfDialogue(clock, anchors), petition, occasion)
  }
}

async function refreshOne(
  context: ChangeContext,
  clock: PetitionClock,
  petition: PetitionClockFacts,
  occasion: Occasion,
): Promise<void> {
  const anchors = { ...clock.anchors, petitionReceived: petition.receivedOn }
  await refreshPromise(context, clock, petition)
  for (const rule of clock.rules.filter((one) => one.binds === 'petition'))
    await refreshPetitionRule(context, { clock, petition, rule, anchors, occasion })
}

interface PetitionRule {
  clock: PetitionClock
  petition: PetitionClockFacts
  rule: CitedRule
  anchors: Anchors
  occasion: Occasion
}

async function refreshPetitionRule(context: ChangeContext, { clock, petition, rule, anchors, occasion }: PetitionRule) {
  const subject: DeadlineSubject = { subjectKind: 'petition', subjectId: petition.id }
  const gone = whyNotOwed(petition, rule) ?? whyNotBound(petition, rule)
  if (gone) {
    await voidDeadline(context, { ...subject, key: rule.key, instrumentId: rule.instrumentId, reason: gone })
    return
  }
  if (clock.isPreparing && rule.anchor !== 'petitionReceived') return
  const extensions = await listExtensions(context.db, context.authorityId, subject)
  const extended = extensions.some((extension) => extension.key === rule.key)
  const due = computeDue(rule, anchors, clock.calendar, { complex: petition.complex, extended })
  if (!due) return
  await placeDeadline(context, {
    ...subject,
    dialogueId: clock.dialogueId,
    agencyId: petition.leadAgencyId,
    due,
    ...occasion,
  })
  const metOn = metDay(rule, { replySent: petition.replySent, acknowledgementSent: petition.acknowledged })
  if (metOn) await meetDeadline(context, { ...subject, key: rule.key, instrumentId: rule.instrumentId, metOn })
}

/** Of what is passed on the petitioner is still to be told (Quy định 11-QĐi/TW); a reply of one's own is not owed. */
function whyNotOwed(petition: PetitionClockFacts, rule: CitedRule): string | null {
  const isPassedOn = petition.state === 'transferred' || petition.state === 'escalated'
  if (isPassedOn && rule.metBy.events.includes('acknowledgementSent')) return null
  return whyNoReplyIsOwed(petition)
}

/** What came up only afterwards (a continued petition) is bound by no clock of the conference or its notice. */
function whyNotBound(petition: PetitionClockFacts, rule: CitedRule): string | null {
  if (petition.raised !== 'after' || rule.anchor === 'petitionReceived') return null
  return 'Nêu sau hội nghị: không tính theo ngày hội nghị, ngày nhận thông báo kết luận.'
}

/** Why a petition has no reply deadline of its own (003 4.3, 004 V.3.b bind those not answered at the conference). */
function whyNoReplyIsOwed(petition: PetitionClockFacts): string | null {
  if (petition.kind === 'complaint' || petition.kind === 'denunciation')
    return 'Khiếu nại, tố cáo được giải quyết theo trình tự riêng.'
  switch (petition.state) {
    case 'transferred':
      return 'Đã chuyển cơ quan có thẩm quyền.'
    case 'escalated':
      return 'Đã báo cáo cấp trên.'
    case 'handedOver':
      return 'Đã bàn giao theo trình tự khiếu nại, tố cáo.'
    case 'merged':
      return 'Đã gộp vào kiến nghị khác.'
    case 'withdrawn':
      return 'Người kiến nghị đã rút.'
    default:
      break
  }
  if (petition.disposition === 'noteAndReportUp') return 'Thuộc nhóm ghi nhận, báo cáo cấp trên.'
  if (petition.answeredHow === 'atConference' || petition.answeredHow === 'beforeConference')
    return 'Đã trả lời tại hội nghị.'
  return null
}

/** A promise at the conference is a second deadline beside the legal one; it never moves that (counting 11). */
async function refreshPromise(
  context: ChangeContext,
  clock: PetitionClock,
  petition: PetitionClockFacts,
): Promise<void> {
  const subject: DeadlineSubject = { subjectKind: 'petition', subjectId: petition.id }
  if (!petition.promisedOn) return
  if (clock.dialogueId !== null && clock.promisedFrom === null) return
  const due =
    clock.promisedFrom === null
      ? lonePromiseDue(petition.promisedOn, petition.receivedOn)
      : promiseDue(petition.promisedOn, clock.promisedFrom)
  const reason = clock.promisedFrom === null ? 'Hẹn với người kiến nghị.' : 'Người chủ trì hẹn tại hội nghị.'
  await placeDeadline(context, {
    ...subject,
    dialogueId: clock.dialogueId,
    agencyId: petition.leadAgencyId,
    due,
    cause: 'promise',
    reason,
  })
  if (petition.replySent) await meetDeadline(context, { ...subject, key: due.key, metOn: petition.replySent })
}

/** The day a duty was done: with `all` the last of its events, with `any` the first. */
function metDay(rule: CitedRule, events: Partial<Record<MeetingEvent, Day | null>>): Day | null {
  const days = rule.metBy.events.map((event) => events[event] ?? null)
  const done = days.filter((day): day is Day => day !== null).sort()
  if (rule.metBy.needs === 'any') return done[0] ?? null
  return done.length === days.length ? (done.at(-1) ?? null) : null
}

/** The agency the rule names by its role, else the office that prepares the dialogue. */
async function responsibleAgency(
  context: ChangeContext,
  { dialogue }: DialogueClock,
  rule: CitedRule,
): Promise<number | null> {
  for (const role of rule.responsible) {
    if (role === 'leadOffice' || role === 'presidingOfficial') return dialogue.leadAgencyId
    const agency = await findAgencyByRole(context.db, context.authorityId, role, dialogue.heldOn ?? context.today)
    if (agency) return agency.id
  }
  return dialogue.leadAgencyId
}

async function voidAll(context: ChangeContext, subject: DeadlineSubject, reason: string): Promise<void> {
  const keys = new Set((await findDeadlines(context.db, context.authorityId, subject)).map((row) => row.key))
  for (const key of keys) await voidDeadline(context, { ...subject, key, reason })
}
