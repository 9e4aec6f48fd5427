import type { Day } from '../platform/day.ts'
import type { AnchorEvent, MeetingEvent } from '../regulations/regulation-vocabulary.ts'

/** What has happened to a dialogue, as deadlines count it. */
export interface DialogueEvents {
  anchors: Partial<Record<AnchorEvent, Day>>
  met: Partial<Record<MeetingEvent, Day>>
}

interface NoticeLine {
  purpose: string
  channel: string
  doneOn: Day
}

function earliest(days: readonly (Day | null | undefined)[]): Day | undefined {
  const known = days.filter((day): day is Day => day !== null && day !== undefined)
  return known.length === 0 ? undefined : known.reduce((first, day) => (day < first ? day : first))
}

/** Every invitation of the list is out: the last sending counts; one not yet sent leaves the duty open. */
export function invitationsSentOn(sent: readonly (Day | null)[]): Day | undefined {
  if (sent.length === 0 || sent.includes(null)) return undefined
  return (sent as readonly Day[]).reduce((last, day) => (day > last ? day : last))
}

/** Which announcements count: media and portal are public; the loudspeaker counts apart (002 III.2, 004 VI.5). */
export function announcementsOf(notices: readonly NoticeLine[]): Partial<Record<MeetingEvent, Day>> {
  const first = (...channels: string[]) =>
    earliest(
      notices
        .filter((one) => one.purpose === 'announcement' && channels.includes(one.channel))
        .map((one) => one.doneOn),
    )
  return withoutUndefined({
    mediaNoticeIssued: first('media'),
    publicNoticeIssued: first('media', 'portal'),
    loudspeakerBroadcast: first('loudspeaker'),
  })
}

/**
 * The result is public once it is in the media (or the portal or on the loudspeaker), posted at the office and with the
 * heads of villages: the last of the three counts (law 72/2025/QH15, art. 43).
 */
export function resultPublishedOn(notices: readonly NoticeLine[]): Day | undefined {
  const first = (...channels: string[]) =>
    earliest(
      notices.filter((one) => one.purpose === 'result' && channels.includes(one.channel)).map((one) => one.doneOn),
    )
  const parts = [first('media', 'portal', 'loudspeaker'), first('posting'), first('villageHead')]
  if (parts.includes(undefined)) return undefined
  return parts.reduce((last, day) => (day! > last! ? day : last))
}

export function withoutUndefined<T extends object>(record: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined && value !== null),
  ) as never
}
