import type { Actor } from '../src/changes/actor.ts'
import { parseDay, shiftDay } from '../src/platform/day.ts'
import { answerAccount } from '../src/procedures/answer-account.ts'
import { askForAccount } from '../src/procedures/ask-for-account.ts'
import { beginReport } from '../src/procedures/begin-report.ts'
import { recordSentReport } from '../src/procedures/hand-in-report.ts'
import { openReportYear } from '../src/procedures/open-report-deadlines.ts'
import { acceptReport, returnReport, submitReport } from '../src/procedures/submit-report.ts'
import { urgeAgency } from '../src/procedures/urge-agency.ts'
import type { ReportPeriod } from '../src/regulations/regulation-vocabulary.ts'
import { reportSubjectId } from '../src/regulations/report-period.ts'
import { recordNote } from '../src/supervision/record-note.ts'
import { recordVisit } from '../src/supervision/record-visit.ts'
import type { DialogueAtWork } from './sample-dialogue.ts'
import { sampleUpload } from './sample-file.ts'
import type { SampleSigner } from './sample-papers.ts'
import type { SamplePlayer } from './sample-player.ts'

export interface SampleOversight {
  on: string
  who: string
  kind: 'note' | 'visit' | 'urge' | 'ask'
  content: string
  to?: string
  /** key of a petition */
  petition?: string
  participants?: string
  due?: string
  answer?: { on: string; who: string; says: string }
}

/** What the Front, the board and the superior do about a dialogue, each on its day. */
export function scheduleOversight(
  player: SamplePlayer,
  dialogue: () => DialogueAtWork,
  acts: readonly SampleOversight[],
): void {
  for (const act of acts) player.on(act.on, () => oversee(player, dialogue(), act))
}

async function oversee(player: SamplePlayer, dialogue: DialogueAtWork, act: SampleOversight): Promise<void> {
  const about = {
    dialogueId: dialogue.id,
    petitionId: act.petition ? dialogue.petitions.get(act.petition) : '',
    conclusionItemId: '',
  }
  const toAgencyId = act.to ? player.agency(act.to) : ''
  const { content } = act
  if (act.kind === 'note') {
    await player.do(act.who, recordNote, { ...about, toAgencyId, onDay: player.today, content })
  } else if (act.kind === 'visit') {
    const input = { ...about, toAgencyId, onDay: player.today, participants: act.participants, content }
    await player.do(act.who, recordVisit, input)
  } else if (act.kind === 'urge') {
    await player.do(act.who, urgeAgency, { ...about, toAgencyId, content, withLetter: false })
  } else await ask(player, about, act)
}

async function ask(player: SamplePlayer, about: Record<string, unknown>, act: SampleOversight): Promise<void> {
  const input = { ...about, toAgencyId: player.agency(act.to!), answerDueOn: act.due, content: act.content }
  const asked = await player.do(act.who, askForAccount, input)
  const { answer } = act
  if (!answer) return
  player.on(answer.on, async () => {
    const given = { id: asked.id, version: 1, answeredOn: player.today, answer: answer.says }
    await player.do(answer.who, answerAccount, given)
  })
}

export interface SampleReport {
  on: string
  year: number
  period: ReportPeriod
  key: string
  title: string
  body: string
  issuer: string
  signer: SampleSigner
  number?: string
  /** who gathers the figures, and who hands them in and sends the paper */
  prepares: string
  who: string
  /** sent back by the superior on the day it came, and perhaps handed in again */
  returned?: { remark: string; again?: string }
  /** a paper only, its figures are not in the program */
  onPaper?: boolean
}

/** So long the superior takes to look at a report. */
const DAYS_TO_JUDGE = 10

/** Puts the reports of a year among the deadlines. */
export function scheduleReportYear(player: SamplePlayer, who: string, on: string, year: number): void {
  player.on(on, async () => {
    await player.do(who, openReportYear, { year })
  })
}

/** A report whose figures were handed in and which was signed and sent on that day. */
export function scheduleReport(player: SamplePlayer, report: SampleReport): void {
  player.on(report.on, async () => {
    const { title, signer, key } = report
    const id = reportSubjectId(report.year, report.period)
    const reportId = report.onPaper ? null : await handIn(player, report, id)
    await player.do(report.who, recordSentReport, {
      id,
      key,
      title,
      issuerAgencyId: player.agency(report.issuer),
      datedOn: player.today,
      number: report.number ?? '',
      signerName: signer.name,
      signerTitle: signer.title,
      signCapacity: signer.capacity,
      lateEntryReason: '',
      sentOn: player.today,
      channel: 'documentAxis',
      signedPage: await sampleUpload(player, `${report.key}.pdf`, [title, '', report.body]),
    })
    if (reportId !== null) scheduleJudging(player, report, reportId)
  })
}

async function handIn(player: SamplePlayer, { prepares, who, key }: SampleReport, id: number): Promise<number> {
  const { reportId } = await player.do(prepares, beginReport, { id, key })
  await player.do(who, submitReport, { id: reportId, version: 1, early: true })
  return reportId
}

/** The superior returns a report or accepts it, where the demo has one; its version counts the acts on it. */
function scheduleJudging(player: SamplePlayer, { on, who, returned }: SampleReport, id: number): void {
  const { superior } = player
  if (!superior) return
  let version = 2
  const act = async (by: string | Actor, change: typeof returnReport | typeof submitReport, remark = '') => {
    await player.do(by, change as typeof returnReport, { id, version, remark, early: true })
    version += 1
  }
  if (returned) {
    player.on(on, () => act(superior, returnReport, returned.remark))
    if (!returned.again) return
    player.on(returned.again, () => act(who, submitReport))
  }
  player.on(shiftDay(parseDay(returned?.again ?? on), DAYS_TO_JUDGE), () => act(superior, acceptReport))
}
