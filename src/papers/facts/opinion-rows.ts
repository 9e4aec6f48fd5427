import type { HallQuestion } from '../../hall/hall.ts'
import { dayText, joined, openEnded } from './fact-text.ts'
import type { PetitionFactRow } from './petition-fact-store.ts'
import { GROUP_NOTES } from './petition-phrases.ts'
import { type PetitionRow, petitionFields } from './petition-rows.ts'

/** What happened in the hall beside the petitions themselves. */
export interface HeardInHall {
  /** petitions some speech was about */
  spokenOf: ReadonlySet<number>
  /** questions in writing, all of them */
  questions: readonly HallQuestion[]
  /** turns of the queue in which a petition was raised */
  turnsWithPetitions: ReadonlySet<number>
}

export const NOTHING_HEARD: HeardInHall = { spokenOf: new Set(), questions: [], turnsWithPetitions: new Set() }

/** Whether a petition belongs into the table of the minutes: raised, spoken of, answered or put off at the conference. */
export function wasHeard(row: PetitionFactRow, { spokenOf }: HeardInHall): boolean {
  return row.raised === 'atConference' || row.answeredHow === 'atConference' || spokenOf.has(row.id)
}

/**
 * A petition as the minutes tell of it (forms 5): what was said there, and nothing that was prepared before or written
 * after. Of a petition put off, the words with which it was put off.
 */
export function heardRow(row: PetitionFactRow, written: PetitionRow): PetitionRow {
  const answered = row.conferenceAnswer !== null
  const promised = row.promisedOn ? `hẹn chậm nhất ngày ${dayText(row.promisedOn)}` : ''
  return {
    ...written,
    answer: row.conferenceAnswer ?? openEnded(row.deferredReason),
    answeredBy: answered ? written.answeredBy : '',
    note: joined(
      [
        row.disposition ? (GROUP_NOTES[row.disposition] ?? '') : 'Chưa phân nhóm',
        row.offTopic ? 'ngoài chủ đề' : '',
        promised ? joined([written.leadAgency, promised], ' ') : '',
      ],
      '; ',
    ),
  }
}

const SENT_BY: Readonly<Record<string, string>> = {
  phone: 'gửi qua điện thoại',
  letter: 'gửi bằng thư',
  email: 'gửi bằng thư điện tử',
  textMessage: 'gửi bằng tin nhắn',
  organization: 'gửi qua đoàn thể',
}

/**
 * Questions in writing that were shown, each once: not those that became a petition, or whose turn raised one, for these stand
 * in the table already. By name only where it was given, in public only with consent.
 */
export function questionRows(heard: HeardInHall, isPublic: boolean): PetitionRow[] {
  return heard.questions
    .filter((one) => ['shortlisted', 'now', 'answered'].includes(one.state) && one.petitionId === null)
    .filter((one) => one.speechId === null || !heard.turnsWithPetitions.has(one.speechId))
    .map((one) => {
      const name = isPublic && !one.nameShown ? '' : one.name
      const who = joined([name, isPublic && !one.nameShown ? '' : one.village])
      const sent = SENT_BY[one.source] ?? ''
      return {
        ...BLANK,
        content: one.shownText || one.text,
        raisedBy: who ? `${who} (${sent})` : `Người ${sent}`,
        petitioner: name,
        channel: sent,
        answer: one.answer,
        note: one.state === 'answered' ? GROUP_NOTES['answeredAtConference']! : 'Chưa trả lời tại hội nghị',
      }
    })
}

const BLANK = Object.fromEntries(Object.keys(petitionFields).map((name) => [name, ''])) as PetitionRow
