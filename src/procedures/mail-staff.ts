import { z } from 'zod'
import { type ActingMembership, listReachableMembers } from '../access/acting-accounts-store.ts'
import { actorOfMember } from '../access/actor-of-member.ts'
import { loadCalendar } from '../calendar/calendar-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { findAccountMail, keepToldUpTo, toldUpTo } from '../mail/account-mail-store.ts'
import type { MailContent } from '../mail/outbox-message.ts'
import { insertWritten } from '../mail/outbox-store.ts'
import { type DutyLine, writeDigest, writeReminder } from '../mail/staff-wording.ts'
import { dueGroup, workDays } from '../reports/deadline-filter.ts'
import { listOpenDuties } from '../reports/deadline-list-store.ts'
import { countUnreadMessages, listMessagesAfter } from '../reports/visible-message-store.ts'
import { dutyItems } from '../reports/work-item.ts'
import { actsOnDuty, workReader } from '../reports/work-reader.ts'
import { reminderSentence } from './reminder-sentence.ts'

/**
 * The digest of the day for those who act for the authority and want it: what is overdue, due today and this week, in the
 * morning of a working day, once. Who has nothing due gets no mail.
 */
export const mailDigests = defineChange({
  name: 'mail/write-digests',
  permission: 'mail:compose',
  input: z.object({}),
  async run(context) {
    const { db, authorityId, today } = context
    const calendar = await loadCalendar(db)
    const members = calendar.isWorkingDay(today) ? await firstMemberships(context) : []
    let written = 0
    for (const member of members) {
      const wants = await findAccountMail(db, member.accountId)
      if (wants.digest && (await writeOne(context, member))) written += 1
    }
    context.record({ subjectKind: 'authority', subjectId: authorityId, after: { digests: written } })
    return { written }
  },
})

/** An account of several roles in one authority gets one mail, of the first. */
async function firstMemberships({ db, authorityId, today }: ChangeContext): Promise<ActingMembership[]> {
  const members = await listReachableMembers(db, authorityId, today)
  return members.filter((member, at) => members.findIndex((one) => one.accountId === member.accountId) === at)
}

async function writeOne(context: ChangeContext, member: ActingMembership): Promise<boolean> {
  const { db, authorityId, today } = context
  const actor = actorOfMember(member)
  const days = workDays(today)
  const duties = await ownDuties(context, member)
  const within = (group: string) => duties.filter((line) => dueGroup(line.dueOn, days) === group)
  const unread = await countUnreadMessages(db, actor, authorityId)
  const [overdue, dueToday, thisWeek] = [within('overdue'), within('today'), within('week')]
  if (overdue.length + dueToday.length + thisWeek.length === 0) return false
  const { authorityName, slug } = member.current
  const news = { name: member.displayName, authorityName, slug, today, overdue, dueToday, thisWeek, unread }
  return keep(context, member, 'digest', writeDigest(news), `digest ${member.accountId} ${today}`)
}

/** What this reader has to do by a day, named by duty and code alone. */
async function ownDuties({ db, authorityId, today }: ChangeContext, member: ActingMembership): Promise<DutyLine[]> {
  const reader = workReader(actorOfMember(member), authorityId)
  if (!reader.deadlines) return []
  const rows = await listOpenDuties(db, reader.deadlines, workDays(today).weekEnd)
  const bare = rows.map((row) => ({ ...row, petitionText: null, itemContent: null, taskContent: null }))
  const acts = (kind: string) => actsOnDuty(reader, kind)
  return dutyItems(bare, { agencyId: reader.agencyId, leads: reader.may.prepare, acts })
    .filter((item) => item.waitsFor === 'me' && item.dueOn !== null)
    .map(({ label, dueOn, dialogueTitle, deadlineId }) => ({
      ...{ label, dueOn: dueOn!, dialogueTitle, path: `/han/${deadlineId}` },
    }))
}

/** Messages of the program by e-mail as they come, for those who chose so; several at one time in one mail. */
export const mailMessages = defineChange({
  name: 'mail/write-reminders',
  permission: 'mail:compose',
  input: z.object({}),
  async run(context) {
    const { db, authorityId, today } = context
    let written = 0
    for (const member of await firstMemberships(context)) {
      if (!(await findAccountMail(db, member.accountId)).atOnce) continue
      const after = await toldUpTo(db, authorityId, member.accountId)
      const fresh = await listMessagesAfter(db, actorOfMember(member), authorityId, after, 40)
      const newest = fresh.at(-1)?.id
      if (newest === undefined) continue
      await keepToldUpTo(db, authorityId, member.accountId, newest)
      const { authorityName, slug } = member.current
      const sentences = fresh.map((row) => ({ sentence: reminderSentence(row.kind, row.params), path: '/tin' }))
      const mail = writeReminder({ name: member.displayName, authorityName, slug, today }, sentences)
      if (await keep(context, member, 'reminder', mail, `reminder ${member.accountId} ${newest}`)) written += 1
    }
    context.record({ subjectKind: 'authority', subjectId: authorityId, after: { reminders: written } })
    return { written }
  },
})

async function keep(
  { db, authorityId, now }: ChangeContext,
  member: ActingMembership,
  kind: string,
  mail: { subject: string; content: MailContent },
  dedupeKey: string,
): Promise<boolean> {
  const to = { recipient: { kind: 'account' as const, id: member.accountId }, toName: member.displayName }
  return insertWritten(db, { authorityId, ...to, toAddress: member.email ?? '', kind, ...mail, dedupeKey, now })
}
