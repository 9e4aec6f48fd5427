import { type HallSpeech, type HallState, timeUsed, wallClock } from './hall-state.ts'

/** A petition as the minutes tell of it. */
export interface MinutesPetition {
  id: number
  code: string
  content: string
  answer: string | null
  answeredBy: string | null
  disposition: string | null
  deferredReason: string | null
  agency: string
  promisedOn: string | null
  promise: string | null
  /** raised at the conference itself */
  inTheHall: boolean
}

interface MinutesQuestion {
  text: string
  answer: string
  state: string
  supports: number
  /** its place in the queue of speakers; null: it was answered apart */
  speechId: number | null
  /** the petition it was received as, whose result is told there */
  petitionId: number | null
}

/** What an earlier dialogue left open; `said` null: nobody came to it. */
export interface MinutesOpenItem {
  heldOn: string
  codes: string
  content: string
  agency: string
  said: string | null
  reportedBy: string
  nextOn: string | null
}

const SOURCES: Readonly<Record<HallSpeech['source'], string>> = {
  registered: 'đăng ký trước',
  onSite: 'đăng ký tại hội nghị',
  group: 'phát biểu thay mặt đoàn, tổ chức',
  phone: 'gửi câu hỏi bằng văn bản',
}

/** `4 phút 05 giây`, `1 giờ 02 phút`. */
export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  if (h > 0) return `${h} giờ ${two(m)} phút`
  return m > 0 ? `${m} phút${s > 0 ? ` ${two(s)} giây` : ''}` : `${s} giây`
}

/** When a step of the agenda really ran; empty where it was not begun. */
export function stepHappened(step: { startedAt: number | null; endedAt: number | null }): string {
  if (step.startedAt === null) return ''
  if (step.endedAt === null) return `Bắt đầu lúc ${wallClock(step.startedAt)}.`
  return `Từ ${wallClock(step.startedAt)} đến ${wallClock(step.endedAt)}.`
}

function sentence(text: string): string {
  const trimmed = text.trim()
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`
}

/** What stands as the promise where the chair named nothing but agency and day. */
export const CHAIRS_WORD = 'Người chủ trì giao tại hội nghị.'

const RESULTS: Readonly<Record<string, string>> = {
  answeredAtConference: 'Trả lời xong tại hội nghị',
  verifyAndReplyLater: 'Kiểm tra, trả lời sau',
  noteAndReportUp: 'Ghi nhận, báo cáo cấp trên',
}

function petitionLines(petition: MinutesPetition): string[] {
  const lines = [`- Kiến nghị ${petition.code}: ${sentence(petition.content)}`]
  if (petition.answer !== null) lines.push(`  Trả lời (${petition.answeredBy ?? ''}): ${sentence(petition.answer)}`)
  if (petition.deferredReason !== null) lines.push(`  Ý kiến tại hội nghị: ${sentence(petition.deferredReason)}`)
  const result = RESULTS[petition.disposition ?? '']
  if (result && (petition.answer !== null || petition.deferredReason !== null)) lines.push(`  Kết quả: ${result}.`)
  if (petition.promisedOn !== null) {
    const promise =
      petition.promise && petition.promise !== CHAIRS_WORD ? ` Lời hẹn: ${sentence(petition.promise)}` : ''
    lines.push(`  Người chủ trì giao ${petition.agency}, chậm nhất ngày ${petition.promisedOn}.${promise}`)
  } else if (petition.agency && petition.deferredReason !== null) lines.push(`  Cơ quan chủ trì: ${petition.agency}.`)
  return lines
}

/** What was answered outside a turn to speak, by when it was raised. */
const ANSWERED_APART = {
  before: 'Trả lời các kiến nghị gửi trước hội nghị:',
  inTheHall: 'Trả lời các kiến nghị nêu tại hội nghị, ngoài các lượt phát biểu trên:',
} as const

/** Nobody came to it: all of them are told in one list, a line each. */
function isPutOff({ answer, promisedOn, deferredReason }: MinutesPetition): boolean {
  return answer === null && promisedOn === null && deferredReason !== null
}

/** Something was said of it at the conference. */
function isTreated({ answer, deferredReason, promisedOn }: MinutesPetition): boolean {
  return answer !== null || deferredReason !== null || promisedOn !== null
}

function putOffLine({ code, content, agency }: MinutesPetition): string {
  return `- Kiến nghị ${code}: ${sentence(content)}${agency ? ` Cơ quan chủ trì: ${agency}.` : ''}`
}

/** `toldAt`: in which turn a petition was told of; it is told once and named where it came up again. */
function speechLines(
  speech: HallSpeech,
  at: number,
  {
    petitions,
    question,
    toldAt,
  }: {
    petitions: readonly MinutesPetition[]
    question: MinutesQuestion | undefined
    toldAt: ReadonlyMap<number, number>
  },
): string[] {
  const who = [speech.name, speech.village].filter(Boolean).join(', ')
  const times =
    speech.startedAt === null || speech.endedAt === null
      ? ''
      : ` Phát biểu từ ${wallClock(speech.startedAt)} đến ${wallClock(speech.endedAt)} (${durationText(speech.usedSeconds)}).`
  const own = petitions.filter((one) => speech.petitionIds.includes(one.id))
  const content = own.length === 0 && speech.content ? [`- Nội dung: ${sentence(speech.content)}`] : []
  const answer = question?.answer ? [`  Trả lời: ${sentence(question.answer)}`] : []
  return [
    `Lượt ${at}. ${who} (${SOURCES[speech.source]}${speech.offTopic ? ', ngoài chủ đề' : ''}).${times}`,
    ...content,
    ...answer,
    ...own.flatMap((one) =>
      toldAt.get(one.id) === at
        ? petitionLines(one)
        : [`- Kiến nghị ${one.code}, đã ghi ở lượt ${toldAt.get(one.id)}.`],
    ),
  ]
}

function openItemLines(items: readonly MinutesOpenItem[]): string[] {
  const told = items.filter((one) => one.said !== null)
  const lines = told.flatMap((one) => {
    const of = [`hội nghị ngày ${one.heldOn}`, one.codes, one.agency].filter(Boolean).join(', ')
    const next = one.nextOn ? ` Hẹn tiếp: chậm nhất ngày ${one.nextOn}.` : ''
    return [`- ${sentence(one.content)} (${of})`, `  Báo cáo (${one.reportedBy}): ${sentence(one.said ?? '')}${next}`]
  })
  const left = items.length - told.length
  return [
    'Việc các hội nghị trước còn lại:',
    ...lines,
    ...(left > 0 ? [`- Còn ${left} việc chưa được báo cáo tại hội nghị này.`] : []),
  ]
}

export interface HappenedInHall {
  state: HallState
  petitions: readonly MinutesPetition[]
  questions: readonly MinutesQuestion[]
  exclusions: number
  openItems: readonly MinutesOpenItem[]
}

/** Petitions that no speech was about: answered apart, received from a question in writing, put off. */
function petitionParts(
  petitions: readonly MinutesPetition[],
  questions: readonly MinutesQuestion[],
  told: ReadonlyMap<number, number>,
): string[] {
  const apart = petitions.filter((one) => !told.has(one.id))
  const asked = new Set(questions.map((one) => one.petitionId))
  const treated = apart.filter((one) => !asked.has(one.id) && isTreated(one))
  const answered = treated.filter((one) => !isPutOff(one))
  // the desk may have answered in the hall what it had received as a petition before
  const answers = new Map(questions.map((one) => [one.petitionId, one.answer]))
  const received = apart
    .filter((one) => asked.has(one.id))
    .flatMap((one) => {
      const said = answers.get(one.id)
      const lines = isPutOff(one) ? [putOffLine(one)] : petitionLines(one)
      return said && one.answer === null ? [...lines, `  Trả lời tại hội nghị: ${sentence(said)}`] : lines
    })
  const parts = [
    [ANSWERED_APART.before, ...answered.filter((one) => !one.inTheHall).flatMap(petitionLines)],
    [ANSWERED_APART.inTheHall, ...answered.filter((one) => one.inTheHall).flatMap(petitionLines)],
    ['Câu hỏi gửi bằng văn bản, đã ghi thành kiến nghị:', ...received],
    ['Kiến nghị chưa trả lời tại hội nghị, kiểm tra, trả lời sau:', ...treated.filter(isPutOff).map(putOffLine)],
  ]
  return parts.filter((lines) => lines.length > 1).map((lines) => lines.join('\n'))
}

/**
 * The course of the conference in words, from what happened: who spoke when and how long, on which petition, who
 * answered what, what was promised (biên bản, forms 5). The secretary goes on from here.
 */
export function proceedingsText({ state, petitions, questions, exclusions, openItems }: HappenedInHall): string {
  const spoken = state.speeches
    .filter((one) => one.state === 'spoken')
    .sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0) || a.position - b.position)
  const toldAt = new Map<number, number>()
  for (const [at, { petitionIds }] of spoken.entries())
    for (const id of petitionIds) if (!toldAt.has(id)) toldAt.set(id, at + 1)
  const { people } = timeUsed(state, state.endedAt ?? 0)
  const skipped = state.speeches.filter((one) => one.state === 'skipped' || one.state === 'withdrawn')
  // a question that waits for its turn is told with the questions
  const asked = new Set(questions.map((one) => one.speechId))
  const notReached = state.speeches.filter((one) => one.state === 'waiting' && !asked.has(one.id))
  // told once: in its turn of the queue, as the petition it became, or here
  const apart = questions.filter((one) => one.petitionId === null && !spoken.some((turn) => turn.id === one.speechId))
  const answered = apart.filter((one) => one.state === 'answered')
  const unanswered = apart.filter((one) => one.state === 'shortlisted' || one.state === 'now')
  const parts: string[] = []
  parts.push(
    spoken.length === 0
      ? 'Không có lượt phát biểu nào.'
      : `Có ${spoken.length} lượt phát biểu, tổng thời gian ${durationText(people)}.`,
  )
  parts.push(
    ...spoken.map((speech, at) => {
      const question = questions.find((one) => one.speechId === speech.id)
      return speechLines(speech, at + 1, { petitions, question, toldAt }).join('\n')
    }),
  )
  parts.push(...petitionParts(petitions, questions, toldAt))
  if (answered.length > 0)
    parts.push(
      [
        'Câu hỏi gửi bằng văn bản đã trả lời:',
        ...answered.flatMap((one) => [`- ${sentence(one.text)}`, `  Trả lời: ${sentence(one.answer)}`]),
      ].join('\n'),
    )
  if (unanswered.length > 0)
    parts.push(
      [
        'Câu hỏi gửi bằng văn bản chưa trả lời tại hội nghị:',
        ...unanswered.map((one) => `- ${sentence(one.text)}`),
      ].join('\n'),
    )
  if (openItems.length > 0) parts.push(openItemLines(openItems).join('\n'))
  if (notReached.length > 0) parts.push(`Đã đăng ký, chưa phát biểu: ${notReached.map((one) => one.name).join('; ')}.`)
  if (skipped.length > 0)
    parts.push(
      `Không phát biểu: ${skipped.map((one) => (one.skipReason ? `${one.name} (${one.skipReason})` : one.name)).join('; ')}.`,
    )
  if (exclusions > 0) parts.push(`Có ${exclusions} trường hợp không đối thoại theo quy chế.`)
  return parts.join('\n\n')
}
