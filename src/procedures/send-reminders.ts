import { z } from 'zod'
import { listAccountsOfRole } from '../access/membership-store.ts'
import { findAgencyByRole } from '../agencies/agency-store.ts'
import { getAuthority } from '../agencies/authority-store.ts'
import { loadCalendar } from '../calendar/calendar-store.ts'
import { type TimeLeft, timeLeft } from '../calendar/count-days.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { type DeadlineRow, listDeadlines } from '../deadlines/deadline-store.ts'
import { findDialogue } from '../dialogues/dialogue-store.ts'
import { stageReached } from '../messages/reminder-stage.ts'
import { sendMessage } from '../messages/send-message.ts'
import { shiftDay } from '../platform/day.ts'
import type { Regulation, ReminderStage } from '../regulations/regulation.ts'
import { getRegulationVersion, regulationOfAuthority } from '../regulations/regulation-store.ts'

/** Far enough ahead for every ladder: no stage lies more than this many calendar days before its due day. */
const LOOK_AHEAD = 90

/**
 * Tells those who owe something, by the ladder of the dialogue's own regulation: each stage once per deadline and
 * reader, however often this runs. Returns how many messages were written.
 */
export const sendReminders = defineChange({
  name: 'deadline/remind',
  permission: 'deadline:remind',
  input: z.object({}),
  async run(context) {
    const calendar = await loadCalendar(context.db)
    const dueTo = shiftDay(context.today, LOOK_AHEAD)
    const open = await listDeadlines(context.db, context.authorityId, { state: 'open', dueTo, limit: 100_000 })
    const ladders = new Map<number | null, Ladder | null>()
    let sent = 0
    for (const deadline of open) {
      let ladder = ladders.get(deadline.dialogueId)
      if (ladder === undefined) {
        ladder = await ladderOf(context, deadline.dialogueId)
        ladders.set(deadline.dialogueId, ladder)
      }
      if (ladder) sent += await remindOf(context, deadline, ladder, calendar)
    }
    context.record({ subjectKind: 'authority', subjectId: context.authorityId, after: { looked: open.length, sent } })
    return { sent }
  },
})

/** By which regulation's stages, and which office prepares what the deadline is about (null: no dialogue). */
interface Ladder {
  regulation: Regulation
  leadAgencyId: number | null
}

/** The dialogue's own regulation version; reports and supervision apart from any dialogue go by the authority's. */
async function ladderOf(context: ChangeContext, dialogueId: number | null): Promise<Ladder | null> {
  if (dialogueId === null) {
    const own = await regulationOfAuthority(context.db, context.authorityId, context.today)
    return own && { regulation: own.regulation, leadAgencyId: null }
  }
  const dialogue = await findDialogue(context.db, context.authorityId, dialogueId)
  if (!dialogue) return null
  const { regulation } = await getRegulationVersion(context.db, dialogue.regulationVersionId)
  return { regulation, leadAgencyId: dialogue.leadAgencyId }
}

async function remindOf(
  context: ChangeContext,
  deadline: DeadlineRow,
  { regulation, leadAgencyId }: Ladder,
  calendar: WorkingCalendar,
): Promise<number> {
  // the strict reading of a backward term reminds earlier; late is only what the usual reading calls late (counting 4)
  const beforeDue = timeLeft(calendar, context.today, deadline.strictDueOn ?? deadline.dueOn)
  const left = timeLeft(calendar, context.today, deadline.dueOn)
  const isLate = left.days < 0
  const stage = stageReached(regulation.reminders, onLadder(left, beforeDue))
  if (!stage) return 0
  let sent = 0
  for (const reader of await readersOf(context, deadline, leadAgencyId, stage)) {
    const to = 'agencyId' in reader ? `agency ${reader.agencyId}` : `account ${reader.accountId}`
    const written = await sendMessage(context, {
      to: reader,
      kind: isLate ? 'deadline-late' : 'deadline-near',
      subjectKind: 'deadline',
      subjectId: deadline.id,
      params: { label: deadline.label, dueOn: deadline.dueOn, stage: stage.key, ...left },
      // a deadline that an event moved starts its ladder anew
      dedupeKey: `deadline ${deadline.id} ${deadline.dueOn} ${stage.key} ${to}`,
    })
    if (written) sent += 1
  }
  return sent
}

/** Steps of the ladder are working days: minus those since a day that is over, 0 as long as none has passed since. */
function onLadder(left: TimeLeft, beforeDue: TimeLeft): number {
  if (left.days < 0) return -left.working
  return beforeDue.days < 0 ? 0 : beforeDue.working
}

type Reader = { agencyId: number } | { accountId: number }

async function readersOf(
  context: ChangeContext,
  deadline: DeadlineRow,
  leadAgencyId: number | null,
  stage: ReminderStage,
): Promise<Reader[]> {
  const readers: Reader[] = []
  for (const role of stage.to) {
    if (role === 'responsible' || role === 'leadAgency') readers.push(...agency(deadline.agencyId ?? leadAgencyId))
    else if (role === 'leadOffice') readers.push(...agency(leadAgencyId))
    else if (role === 'presidingOfficial') readers.push(...(await accounts(context, 'chair', null)))
    else if (role === 'leadAgencyHead') readers.push(...(await accounts(context, 'agencyLeader', deadline.agencyId)))
    else if (role === 'leadOfficeHead') readers.push(...(await accounts(context, 'officeLeader', null)))
    else {
      readers.push(
        ...agency((await findAgencyByRole(context.db, context.authorityId, role, context.today))?.id ?? null),
      )
      if (role.startsWith('superior')) readers.push(...(await overseers(context)))
    }
  }
  return readers
}

/** Who follows the authority from above has no agency in it: the accounts of the authority over it are told themselves. */
async function overseers({ db, authorityId, today }: ChangeContext): Promise<Reader[]> {
  const { parentAuthorityId } = await getAuthority(db, authorityId)
  if (parentAuthorityId === null) return []
  const ids = await listAccountsOfRole(db, parentAuthorityId, 'superior', today)
  return ids.map((accountId) => ({ accountId }))
}

function agency(agencyId: number | null): Reader[] {
  return agencyId === null ? [] : [{ agencyId }]
}

async function accounts(context: ChangeContext, role: string, agencyId: number | null): Promise<Reader[]> {
  const ids = await listAccountsOfRole(context.db, context.authorityId, role, context.today, agencyId)
  return ids.map((accountId) => ({ accountId }))
}
