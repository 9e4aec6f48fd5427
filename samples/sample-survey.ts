import { countBallots } from '../src/surveys/count-ballots.ts'
import { enterTally } from '../src/surveys/enter-tally.ts'
import { openSurvey } from '../src/surveys/open-survey.ts'
import { settleSurvey } from '../src/surveys/settle-survey.ts'
import { cellName } from '../src/surveys/survey-forms.ts'
import { findSurvey } from '../src/surveys/survey-store.ts'
import type { DialogueAtWork } from './sample-dialogue.ts'
import type { SamplePlayer } from './sample-player.ts'

/** Counts of each group in the order of the scale. */
export type SampleTally = Readonly<Record<string, readonly [number, number, number, number]>>

export interface SampleSurvey {
  title: string
  issued: number
  returned: number
  valid: number
  comments: string
  tally: SampleTally
  /** what the second person entered first; then both were compared and it was corrected */
  slip?: SampleTally
  first: string
  second: string
  clerk: string
}

const SCALE = ['verySatisfied', 'satisfied', 'neutral', 'notSatisfied'] as const

/** The ballot of the police forum: opened, counted, entered by two persons, settled when both agree. */
export async function playSurvey(player: SamplePlayer, dialogue: DialogueAtWork, survey: SampleSurvey): Promise<void> {
  const { clerk } = survey
  const { id } = await player.do(clerk, openSurvey, { dialogueId: dialogue.id, title: survey.title })
  const version = async () => (await findSurvey(player.db, player.authorityId, id))!.version
  const { issued, returned, valid, comments } = survey
  await player.do(clerk, countBallots, { id, version: await version(), issued, returned, valid, comments })
  const enter = async (who: string, pass: 1 | 2, tally: SampleTally) =>
    player.do(who, enterTally, { id, version: await version(), pass, cells: cellsOf(tally) })
  await enter(survey.first, 1, survey.tally)
  if (survey.slip) await enter(survey.second, 2, survey.slip)
  await enter(survey.second, 2, survey.tally)
  await player.do(clerk, settleSurvey, { id, version: await version(), settledPass: 1, reason: '' })
}

function cellsOf(tally: SampleTally): Record<string, string> {
  const cells: Record<string, string> = {}
  for (const [group, counts] of Object.entries(tally)) {
    SCALE.forEach((answer, at) => {
      cells[cellName(group, answer)] = String(counts[at])
    })
  }
  return cells
}
