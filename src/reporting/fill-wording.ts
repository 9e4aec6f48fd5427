import { citeBasis } from '../papers/facts/common-facts.ts'
import { dayText } from '../papers/facts/fact-text.ts'
import type { Day } from '../platform/day.ts'
import type { Regulation } from '../regulations/regulation.ts'
import { DIALOGUE_KINDS, keysOf } from '../regulations/regulation-vocabulary.ts'
import type { FigureCounts } from '../reports/figure-store.ts'
import { findFigure } from '../reports/figures.ts'
import type { CitedInstrument, ReportContext } from '../reports/report-context-store.ts'
import type { CountedPeriod } from '../reports/report-count-store.ts'
import { placesIn } from './report-form.ts'

/** The places of a wording that are no figures. */
export const WORDING_PLACES = {
  year: { vi: 'năm báo cáo', en: 'year of the report' },
  nextYear: { vi: 'năm sau', en: 'the year after' },
  nextPeriod: { vi: 'kỳ sau, viết hoa: NĂM …, 6 THÁNG CUỐI NĂM …', en: 'the period after, in capitals' },
  nextWork: { vi: 'việc của kỳ sau: xây dựng kế hoạch năm sau, tiếp tục thực hiện kế hoạch', en: 'what comes next' },
  from: { vi: 'ngày đầu tính số liệu', en: 'first day counted' },
  to: { vi: 'ngày chốt số liệu', en: 'last day counted' },
  authority: { vi: 'tên đơn vị', en: 'name of the authority' },
  plan: { vi: 'kế hoạch đối thoại của năm', en: "the year's plan" },
  instruments: { vi: 'danh mục văn bản căn cứ', en: 'instruments the plan is based on' },
  issued: {
    vi: 'câu nêu các văn bản khác đã ban hành theo kế hoạch; không có thì bỏ trống',
    en: 'sentence with the further papers issued under the plan; empty for none',
  },
  disseminated: { vi: 'hình thức công khai, phổ biến', en: 'how the plan was made known' },
  sessions: { vi: 'số cuộc theo từng loại cuộc họp thường kỳ', en: 'sessions by regular meeting' },
  kinds: { vi: 'số cuộc theo từng loại', en: 'dialogues by kind' },
} as const
type WordingPlace = keyof typeof WORDING_PLACES

/** Places of a wording that stand for nothing. */
export function unknownPlaces(text: string): string[] {
  return placesIn(text).filter((place) => !Object.hasOwn(WORDING_PLACES, place) && findFigure(place, null) === null)
}

/** The figures a wording needs, those of its lists too. */
export function figuresOfWording(text: string, regulation: Regulation | null): string[] {
  return placesIn(text).flatMap((place) => {
    if (place === 'kinds') return keysOf(DIALOGUE_KINDS)
    if (place === 'sessions') return sessionKinds(regulation).map((one) => `session:${one.key}`)
    return findFigure(place, null) ? [place] : []
  })
}

export interface WordingFacts {
  authorityName: string
  period: CountedPeriod
  year: number
  /** of the first half of the year: what comes next is its second half */
  firstHalf?: boolean
  figures: Readonly<FigureCounts>
  context: ReportContext
  regulation: Regulation | null
}

/** How a plan is made known, as reports say it. */
const CHANNELS: Readonly<Record<string, string>> = {
  staffMeeting: 'phổ biến tại cuộc họp',
  document: 'gửi văn bản',
  portal: 'đăng trên cổng, trang thông tin điện tử',
  media: 'trên phương tiện thông tin đại chúng',
  loudspeaker: 'trên hệ thống truyền thanh',
  posting: 'niêm yết',
  villageHead: 'qua trưởng thôn, tổ trưởng tổ dân phố',
  other: 'hình thức khác',
}

/** The wording with its places filled in. What data say is text: a place named inside a value stays as it is. */
export function fillWording(text: string, facts: WordingFacts): string {
  return text.replace(/\{([^{}\s]+)\}/g, (whole, place: string) => valueAt(place, facts) ?? whole)
}

/** A number as official papers write it: 06, 35; zero is 0. */
export function writtenNumber(n: number): string {
  return n > 0 && n < 10 ? `0${n}` : n.toLocaleString('vi-VN')
}

function valueAt(place: string, facts: WordingFacts): string | null {
  if (Object.hasOwn(WORDING_PLACES, place)) return PLACES[place as WordingPlace](facts)
  return findFigure(place, null) ? writtenNumber(facts.figures[place] ?? 0) : null
}

const PLACES: Record<WordingPlace, (facts: WordingFacts) => string> = {
  year: (facts) => String(facts.year),
  nextYear: (facts) => String(facts.year + 1),
  nextPeriod: ({ year, firstHalf }) => (firstHalf ? `6 THÁNG CUỐI NĂM ${year}` : `NĂM ${year + 1}`),
  nextWork: ({ year, firstHalf }) =>
    firstHalf ? `Tiếp tục thực hiện kế hoạch đối thoại năm ${year}` : `Xây dựng kế hoạch đối thoại năm ${year + 1}`,
  from: (facts) => dayText(facts.period.from),
  to: (facts) => dayText(facts.period.to),
  authority: (facts) => facts.authorityName,
  plan: ({ context: { plan }, year }) => (plan ? citedPlan(plan) : `kế hoạch đối thoại năm ${year} (chưa ban hành)`),
  instruments: ({ context }) => context.instruments.map(cited).join('; ') || 'các văn bản của cấp trên',
  issued: ({ context, period }) => {
    const known = context.issued.filter(({ datedOn }) => datedOn === null || datedOn <= period.to)
    return known.length === 0 ? '' : `Đồng thời ban hành các văn bản: ${known.map(cited).join('; ')}.`
  },
  disseminated: ({ context }) =>
    context.disseminations
      .map((one) => `${CHANNELS[one.channel] ?? one.channel} (ngày ${dayText(one.doneOn)})`)
      .join('; ') || 'không',
  sessions: ({ figures, regulation }) =>
    sessionKinds(regulation)
      .map((one) => `${one.label}: ${writtenNumber(figures[`session:${one.key}`] ?? 0)}`)
      .join('; ') || 'không',
  kinds: ({ figures }) =>
    keysOf(DIALOGUE_KINDS)
      .filter((kind) => kind !== 'withinRegularMeeting')
      .map((kind) => `${DIALOGUE_KINDS[kind].vi} ${writtenNumber(figures[kind] ?? 0)}`)
      .join(', '),
}

function sessionKinds(regulation: Regulation | null) {
  return regulation?.kinds.flatMap((kind) => kind.sessionKinds) ?? []
}

/** What a report is made under, in a row, as its opening cites it; the regulation where the year has no plan. */
export function citedBases({ instruments }: Pick<ReportContext, 'instruments'>, regulation: Regulation | null): string {
  if (instruments.length > 0) return instruments.map(cited).join('; ')
  if (!regulation) return ''
  const own = regulation.legalBases.find((one) => one.number === regulation.number)
  const { number, date, issuer } = regulation
  return cited({ number, issuer, datedOn: date as Day, title: own?.title ?? regulation.name })
}

/** `Quy định số 12-QĐi/TU ngày 27/02/2019 của … về …`, as 001 cites; a law without its number. */
function cited({ title, number, datedOn, issuer }: CitedInstrument): string {
  if (number !== '') return citeBasis({ title, number, issuer, date: datedOn })
  return [title, datedOn ? `ngày ${dayText(datedOn)}` : '', issuer === '' ? '' : `của ${issuer}`]
    .filter(Boolean)
    .join(' ')
}

function citedPlan({ number, datedOn, title }: NonNullable<ReportContext['plan']>): string {
  if (!number) return `${title} (chưa ban hành)`
  const [kind, about] = kindAndSubject(title)
  return [kind === 'văn bản' ? 'Kế hoạch' : kind, `số ${number}`, datedOn ? `ngày ${dayText(datedOn)}` : '', about]
    .filter(Boolean)
    .join(' ')
}

const KINDS =
  /^(Quy định|Quy chế|Quyết định|Kế hoạch|Báo cáo|Công văn|Hướng dẫn|Chỉ thị|Nghị quyết|Nghị định|Thông báo|Thông tư|Chương trình|Kết luận|Luật)(?=\s|$)/iu

/** `Kế hoạch đối thoại …` → `Kế hoạch`, `về đối thoại …`. A law keeps its name. */
function kindAndSubject(title: string): [kind: string, about: string] {
  const kind = KINDS.exec(title)?.[1]
  if (!kind || kind.toLowerCase() === 'luật') return ['văn bản', title]
  const about = title.slice(kind.length).trim()
  return [kind, about === '' || /^(về|thực hiện|triển khai)\s/i.test(about) ? about : `về ${about}`]
}
