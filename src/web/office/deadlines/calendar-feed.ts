import ical, { ICalCalendarMethod } from 'ical-generator'
import { listOwnMemberships } from '../../../access/acting-accounts-store.ts'
import { actorOfMember } from '../../../access/actor-of-member.ts'
import { findAccountMail } from '../../../mail/account-mail-store.ts'
import { type Day, shiftDay } from '../../../platform/day.ts'
import type { Db } from '../../../platform/db/connection.ts'
import { NotFound } from '../../../platform/errors.ts'
import { idToken, isIdToken, readIdToken } from '../../../platform/id-token.ts'
import type { InstallationKey } from '../../../platform/installation-key.ts'
import { listOpenDuties } from '../../../reports/deadline-list-store.ts'
import { workReader } from '../../../reports/work-reader.ts'
import { mailWords } from '../../words/mail-words.ts'
import type { GateReply, GateRequest } from '../office-route.ts'

const FEED = '/lich-han'
/** Calendars ask again after so long; what moved is there by then. */
const ASK_AGAIN_S = 3600
const AHEAD_DAYS = 400
const MOST = 1000

/** The secret address of an account's own calendar, made anew from the key; null: it has none. */
export function calendarAddress(key: InstallationKey, accountId: number, nonce: string | null): string | null {
  if (nonce === null) return null
  return `${FEED}/${idToken(key, { purpose: 'calendar', authorityId: 0, id: accountId, nonce })}.ics`
}

/** GET /lich-han/:token: the deadlines the account may see today, under every role it has; 404 for any other address. */
export async function showCalendarFeed(request: GateRequest): Promise<GateReply> {
  const { db, runtime, today } = request
  const token = (request.params['token'] ?? '').replace(/\.ics$/, '')
  const claimed = readIdToken(token)
  const nonce = claimed ? (await findAccountMail(db, claimed.id)).calendarNonce : null
  const of = claimed && nonce !== null ? { purpose: 'calendar', authorityId: 0, id: claimed.id, nonce } : null
  if (!isIdToken(runtime.key, of, token)) throw new NotFound('calendar')
  const body = await calendarOf(db, { accountId: of!.id, today, origin: runtime.mail.origin })
  return { kind: 'download', name: 'thoi-han.ics', mediaType: 'text/calendar; charset=utf-8', body: Buffer.from(body) }
}

interface CalendarOf {
  accountId: number
  today: Day
  origin: string | undefined
}

/** The calendar as text: one whole day for each open deadline, named by duty and code alone. */
async function calendarOf(db: Db, { accountId, today, origin }: CalendarOf): Promise<string> {
  const words = mailWords.vi
  const calendar = ical({ name: words.calendarName, method: ICalCalendarMethod.PUBLISH, ttl: ASK_AGAIN_S })
  calendar.prodId({ company: 'doi-thoai', product: 'doi-thoai', language: 'VI' })
  const seen = new Set<string>()
  for (const member of await listOwnMemberships(db, accountId, today)) {
    const { authorityId, slug, authorityShortName } = member.current
    const { deadlines } = workReader(actorOfMember(member), authorityId)
    const rows = deadlines ? await listOpenDuties(db, deadlines, shiftDay(today, AHEAD_DAYS), MOST) : []
    for (const row of rows) {
      const id = `han-${authorityId}-${row.id}@doi-thoai`
      if (seen.has(id)) continue
      seen.add(id)
      const about = [row.petitionCode, row.agencyName].filter(Boolean).join(' – ')
      calendar.createEvent({
        id,
        start: dateOf(row.dueOn),
        end: dateOf(shiftDay(row.dueOn, 1)),
        allDay: true,
        // the same event looks the same at every fetch
        stamp: dateOf(row.anchorOn),
        summary: `${words.due}: ${row.label}${about ? ` (${about})` : ''}`,
        description: [row.dialogueTitle, authorityShortName].filter(Boolean).join('\n'),
        ...(origin ? { url: new URL(`/${slug}/han/${row.id}`, origin).href } : {}),
      })
    }
  }
  return calendar.toString()
}

/** Noon in Greenwich: the same day wherever the server stands. */
function dateOf(day: Day): Date {
  return new Date(`${day}T12:00:00Z`)
}
