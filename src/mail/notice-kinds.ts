/** What a petitioner is told of. Legal notices reach everybody; the others end when the reader does not want them. */
export const petitionerNotices = {
  received: { legal: true, gatherMinutes: 1, letter: true },
  assigned: { legal: false, gatherMinutes: 20, letter: false },
  atConference: { legal: false, gatherMinutes: 20, letter: true },
  answered: { legal: true, gatherMinutes: 10, letter: true },
  extended: { legal: true, gatherMinutes: 20, letter: true },
  transferred: { legal: true, gatherMinutes: 10, letter: true },
  escalated: { legal: true, gatherMinutes: 10, letter: true },
  handedOver: { legal: true, gatherMinutes: 10, letter: true },
  merged: { legal: true, gatherMinutes: 10, letter: true },
  resolved: { legal: false, gatherMinutes: 20, letter: false },
  askSatisfaction: { legal: false, gatherMinutes: 0, letter: false },
} as const satisfies Record<string, { legal: boolean; gatherMinutes: number; letter: boolean }>

export type PetitionerNotice = keyof typeof petitionerNotices

/** Those a person may switch off. */
export const optionalNotices = (Object.keys(petitionerNotices) as PetitionerNotice[]).filter(
  (kind) => !petitionerNotices[kind].legal,
)

/** The rule of a kind; null for a kind of a later version or one that is no petitioner's. */
export function noticeRule(kind: string) {
  return Object.hasOwn(petitionerNotices, kind) ? petitionerNotices[kind as PetitionerNotice] : null
}
