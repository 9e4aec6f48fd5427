import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { shiftDay } from '../../platform/day.ts'
import { listComingDialogues, type PublicDialogue } from '../../public-record/public-dialogue-store.ts'
import type { PortalReply, PortalRequest } from './portal-route.ts'
import { publicDialogueOf } from './public-dialogue-page.tsx'

/** A moment of a Vietnamese day: the zone has no summer time. */
function moment(day: string, time: string): Date {
  return new Date(`${day}T${time}:00+07:00`)
}

const HALF_A_DAY_MS = 4 * 3_600_000

/** An iCalendar of dialogues (RFC 5545), each with a lasting id so that a moved one replaces itself. */
function calendarOf(dialogues: readonly PublicDialogue[], request: PortalRequest): string {
  const { authority, origin, now } = request
  const calendar = ical({ name: authority.name, prodId: { company: 'doi-thoai', product: 'cong', language: 'VI' } })
  calendar.method(ICalCalendarMethod.PUBLISH)
  for (const dialogue of dialogues) {
    if (dialogue.heldOn === null) continue
    const { heldOn, startsAt, endsAt, dialogueId } = dialogue
    const start = moment(heldOn, startsAt ?? '00:00')
    const address = `${origin}/cong/${authority.slug}/hoi-nghi/${dialogueId}`
    calendar.createEvent({
      id: `${authority.slug}-${dialogueId}@doi-thoai`,
      stamp: now,
      start: startsAt ? start : moment(heldOn, '00:00'),
      end: startsAt
        ? endsAt
          ? moment(heldOn, endsAt)
          : new Date(start.getTime() + HALF_A_DAY_MS)
        : moment(shiftDay(heldOn, 1), '00:00'),
      summary: dialogue.title,
      location: dialogue.venue,
      description: [dialogue.topic, dialogue.takingPart, address].filter(Boolean).join('\n\n'),
      url: address,
      lastModified: dialogue.updatedAt,
      status: dialogue.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}

function reply(body: string, name: string): PortalReply {
  return { kind: 'data', mediaType: 'text/calendar; charset=utf-8', body, cacheSeconds: 60, name, open: true }
}

/** GET /lich.ics: every dialogue to come. */
export async function sendCalendar(request: PortalRequest): Promise<PortalReply> {
  const coming = await listComingDialogues(request.db, request.authority.id, request.today)
  return reply(calendarOf(coming, request), `lich-doi-thoai-${request.authority.slug}.ics`)
}

/** GET /hoi-nghi/:id/lich.ics: one dialogue, for one's own calendar. */
export async function sendDialogueCalendar(request: PortalRequest): Promise<PortalReply> {
  const dialogue = await publicDialogueOf(request)
  return reply(calendarOf([dialogue], request), `doi-thoai-${request.authority.slug}-${dialogue.dialogueId}.ics`)
}
