import { type Day, shiftDay } from '../src/platform/day.ts'
import { reportSubjectId } from '../src/regulations/report-period.ts'
import type { ReportForm } from '../src/reporting/report-form.ts'
import { listFigures } from '../src/reports/figures.ts'
import type { Row } from './copy-rows.ts'
import { agencyId, DIALOGUES_EACH, dialogueId } from './filled-rows.ts'
import { seededChance, villageName } from './vietnamese-text.ts'

// What a superior sees beside the petitions: plans with their targets, what was due at dialogues, ballots, reports.

/** Ids of these deadlines begin far behind those of petitions. */
const FAR = 4_000_000_000
const PLANNED_EACH = 4

/** The year's plan in force of one authority. */
export function* planRows(authorityId: number, today: Day, regulationVersionId: number): Generator<Row> {
  yield {
    authority_id: authorityId,
    id: authorityId,
    year: Number(today.slice(0, 4)),
    title: 'Kế hoạch đối thoại với Nhân dân',
    issuer_agency_id: agencyId(authorityId, 0),
    regulation_version_id: regulationVersionId,
    state: 'published',
  }
}

export function* targetRows(authorityId: number): Generator<Row> {
  const posts = ['partySecretary', 'peoplesCommitteeChair']
  for (const [at, post] of posts.entries())
    yield {
      authority_id: authorityId,
      id: authorityId * posts.length + at,
      plan_id: authorityId,
      post_kind: post,
      label: 'Đối thoại ít nhất mỗi năm',
      minimum: at + 1,
      kinds: '{periodic,thematic}',
    }
}

export function* plannedRows(authorityId: number, today: Day): Generator<Row> {
  for (let at = 0; at < PLANNED_EACH; at += 1) {
    const month = `${today.slice(0, 4)}-${String(at * 3 + 2).padStart(2, '0')}`
    yield {
      authority_id: authorityId,
      id: authorityId * PLANNED_EACH + at,
      plan_id: authorityId,
      title: `Đối thoại quý ${at + 1}`,
      kind: 'periodic',
      form: 'inPerson',
      chair_model: 'partySecretary',
      expected_from: `${month}-01`,
      expected_to: `${month}-28`,
    }
  }
}

const DUTIES = ['invitation', 'publicNotice', 'conclusionNotice']

/** What was due at the dialogues held: most in time, a few late, the last ones still open somewhere. */
export function* dialogueDeadlineRows(authorityId: number, today: Day): Generator<Row> {
  const chance = seededChance(authorityId * 53)
  for (let at = 0; at < DIALOGUES_EACH - 1; at += 1)
    for (const [duty, key] of DUTIES.entries()) {
      const heldOn = shiftDay(today, (at - 5) * 150)
      const dueOn = shiftDay(heldOn, key === 'conclusionNotice' ? 14 : -9)
      const luck = chance()
      yield {
        authority_id: authorityId,
        id: FAR + dialogueId(authorityId, at) * DUTIES.length + duty,
        subject_kind: 'dialogue',
        subject_id: dialogueId(authorityId, at),
        dialogue_id: dialogueId(authorityId, at),
        agency_id: agencyId(authorityId, 0),
        key,
        label: 'Việc đến hạn',
        instrument_id: 'hai-phong-13',
        instrument: 'Quy định số 13-QĐ/TU',
        clause: 'Điều 12',
        anchor_event: 'conference',
        anchor_on: heldOn,
        due_on: dueOn,
        first_due_on: dueOn,
        direction: 'after',
        counting: '{}',
        state: luck < 0.03 ? 'open' : 'met',
        met_on: luck < 0.03 ? null : luck < 0.15 ? shiftDay(dueOn, 3) : shiftDay(dueOn, -1),
      }
    }
}

const SCALE = ['verySatisfied', 'satisfied', 'neutral', 'notSatisfied']
const FORM = JSON.stringify({ groups: [], scale: SCALE.map((key, at) => ({ key, positive: at < 2 })) })

/** One settled satisfaction ballot for each authority. */
export function* surveyRows(authorityId: number, today: Day): Generator<Row> {
  yield {
    authority_id: authorityId,
    id: authorityId,
    dialogue_id: dialogueId(authorityId, DIALOGUES_EACH - 2),
    title: 'Phiếu đánh giá',
    form: FORM,
    state: 'settled',
    settled_pass: 1,
    settled_on: shiftDay(today, -140),
  }
}

export function* tallyRows(authorityId: number): Generator<Row> {
  const chance = seededChance(authorityId * 59)
  for (const answer of SCALE)
    yield {
      authority_id: authorityId,
      survey_id: authorityId,
      pass: 1,
      group_key: 'attitude',
      answer_key: answer,
      count: Math.floor(chance() * 120),
    }
}

const lastQuarter = (today: Day) => reportSubjectId(Number(today.slice(0, 4)), 'Q3')
const standing = (authorityId: number) => seededChance(authorityId * 61)()

/** The report of the third quarter: of a hundred, ninety-three handed in, four begun, three not there. */
export function* reportRows(authorityId: number, today: Day, form: ReportForm): Generator<Row> {
  const luck = standing(authorityId)
  if (luck > 0.97) return
  const year = today.slice(0, 4)
  const handedIn = luck < 0.93
  const chance = seededChance(authorityId * 67)
  const figures = Object.fromEntries(listFigures(null).map(({ key }) => [key, Math.floor(chance() * 90)]))
  yield {
    authority_id: authorityId,
    id: authorityId,
    subject_id: lastQuarter(today),
    rule_key: 'quarterReport',
    label: 'Báo cáo quý (mẫu 1)',
    from_day: `${year}-06-13`,
    to_day: `${year}-09-14`,
    due_on: `${year}-09-14`,
    state: handedIn ? 'submitted' : 'draft',
    forms: JSON.stringify([form]),
    figures: JSON.stringify(figures),
    submitted_on: handedIn ? `${year}-09-${luck < 0.1 ? 18 : 10}` : null,
  }
}

export function* reportDeadlineRows(authorityId: number, today: Day): Generator<Row> {
  const due = `${today.slice(0, 4)}-09-14`
  const met = standing(authorityId) < 0.93
  yield {
    authority_id: authorityId,
    id: FAR * 2 + authorityId,
    subject_kind: 'report',
    subject_id: lastQuarter(today),
    key: 'quarterReport',
    label: `Báo cáo quý của ${villageName(authorityId)}`,
    instrument_id: 'hai-phong-13',
    instrument: 'Quy định số 13-QĐ/TU',
    clause: 'mục VI.1',
    anchor_event: 'year',
    anchor_on: due,
    due_on: due,
    first_due_on: due,
    direction: 'before',
    counting: '{}',
    state: met ? 'met' : 'open',
    met_on: met ? `${today.slice(0, 4)}-09-10` : null,
  }
}
