import type { HallWords } from './hall-words.ts'

/**
 * What the field of a desk is called, so that a sentence about it says which one is meant: acts of a desk are answered on top
 * of it, not beside each field. Null: a field whose form has no other.
 */
export function hallFieldLabel(words: HallWords, field: string): string | null {
  const { register, door, capture, answer, order, questions, openItems } = words
  const labels: Readonly<Record<string, string>> = {
    ...{ speakerName: register.name, village: register.village, minutes: register.minutes, source: register.source },
    ...{ headcount: door.howMany, women: door.women, groundKey: door.ground, decidedBy: door.decidedBy },
    ...{ content: capture.field, subjectArea: capture.area, disposition: answer.group, answeredByName: answer.who },
    ...{ leadAgencyId: order.agency, promisedOn: order.by, promise: order.words },
    ...{ shownText: questions.shown, hiddenReason: questions.hideReason, answer: questions.answer },
    ...{ reportedBy: openItems.by, said: openItems.said, nextOn: openItems.nextDay },
  }
  return labels[field] ?? null
}
