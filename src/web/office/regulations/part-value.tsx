import type { ComponentChildren } from 'preact'
import { capitalized } from '../../../platform/capitalized.ts'
import { formatDay, isDay } from '../../../platform/day.ts'
import { fieldLabel } from '../../../regulations/field-labels.ts'
import { PAPER_KINDS } from '../../../regulations/paper-kinds.ts'
import { type Regulation, roleLabel } from '../../../regulations/regulation.ts'
import {
  ANCHOR_EVENTS,
  AUTHORITY_KINDS,
  DECISION_ACTS,
  DIALOGUE_FORMS,
  DIALOGUE_KINDS,
  LAYOUT_PROFILES,
  type Label,
  MEETING_EVENTS,
  REPORT_PERIODS,
} from '../../../regulations/regulation-vocabulary.ts'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { regulationWords } from '../../words/regulation-words.ts'
import type { Lang } from '../../words/words.ts'

type Vocabulary = Readonly<Record<string, Label>>

const label = (vi: string, en: string): Label => ({ vi, en })

/** The closed lists by the field they stand in. */
const VOCABULARIES: Readonly<Record<string, Vocabulary>> = {
  authorityKinds: AUTHORITY_KINDS,
  countsKinds: DIALOGUE_KINDS,
  appliesToKinds: DIALOGUE_KINDS,
  anchor: ANCHOR_EVENTS,
  anchorFallbacks: ANCHOR_EVENTS,
  indirectAnchor: ANCHOR_EVENTS,
  events: MEETING_EVENTS,
  act: DECISION_ACTS,
  layoutProfile: LAYOUT_PROFILES,
  period: REPORT_PERIODS,
  satisfiedBy: PAPER_KINDS,
  papers: PAPER_KINDS,
  recordedIn: PAPER_KINDS,
  forms: DIALOGUE_FORMS,
  skips: { collection: label('tiếp nhận ý kiến trước hội nghị', 'collection of opinions') },
  need: { mandatory: label('bắt buộc', 'mandatory'), ifAny: label('nếu có', 'if any') },
  needs: { all: label('tất cả', 'all'), any: label('một trong các sự kiện', 'any') },
  stage: {
    before: label('trước hội nghị', 'before'),
    during: label('tại hội nghị', 'during'),
    after: label('sau hội nghị', 'after'),
  },
  unit: { working: label('ngày làm việc', 'working days'), calendar: label('ngày', 'calendar days') },
  direction: { before: label('trước mốc', 'before'), after: label('sau mốc', 'after') },
  binds: {
    dialogue: label('cuộc đối thoại', 'dialogue'),
    petition: label('kiến nghị', 'petition'),
    conclusionItem: label('nội dung kết luận', 'conclusion item'),
    authority: label('đơn vị', 'authority'),
  },
  backwardReading: { default: label('thông thường', 'usual'), strict: label('chặt', 'strict') },
  cutoff: {
    lastGoodDay: label('ngày làm việc cuối trước hạn', 'last good day'),
    periodEnd: label('hết kỳ', 'end of the period'),
  },
  wording: { before: label('trước ngày', 'before'), noLaterThan: label('chậm nhất ngày', 'no later than') },
  policy: {
    answerAndRecall: label('vẫn tiếp nhận, trả lời và nhắc vào chủ đề', 'answered, asked back to the topic'),
    notStated: label('quy chế không nêu', 'not stated'),
  },
  kind: { post: label('chức danh', 'post'), agency: label('cơ quan', 'agency') },
}

/** The periods of targets have the name of a field that reports use too. */
const TARGET_PERIODS: Vocabulary = {
  halfYear: label('nửa năm', 'half-year'),
  quarter: label('quý', 'quarter'),
}

/** Fields that name posts or agencies in the regulation's own words. */
const ROLE_FIELDS = new Set([
  'who',
  'posts',
  'leadOffice',
  'supportingOffices',
  'archiveOwner',
  'countsFor',
  'responsible',
  'lead',
  'members',
  'decidedBy',
  'to',
  'answeredBy',
  'drafter',
  'signer',
  'recipients',
  'role',
])

const HIDDEN = new Set(['key', 'labelEn', 'order'])

interface Reading {
  regulation: Regulation
  lang: Lang
}

/** One value as people read it: roles, kinds and days by their words. */
function sayValue(field: string, value: unknown, reading: Reading): string {
  const { regulation, lang } = reading
  if (typeof value === 'boolean') return value ? regulationWords[lang].yes : regulationWords[lang].no
  if (isDay(value)) return formatDay(value)
  if (typeof value !== 'string') return String(value)
  const word = VOCABULARIES[field]?.[value] ?? (field === 'period' ? TARGET_PERIODS[value] : undefined)
  if (word) return word[lang]
  if (ROLE_FIELDS.has(field)) return roleLabel(regulation, value)
  return deadlineOrChoiceLabel(field, value, regulation) ?? value
}

function deadlineOrChoiceLabel(field: string, value: string, regulation: Regulation): string | null {
  if (field === 'skips' || field === 'keeps') {
    const rule = regulation.deadlines.find((one) => one.key === value)
    return rule?.label ?? (Object.hasOwn(PAPER_KINDS, value) ? PAPER_KINDS[value as keyof typeof PAPER_KINDS].vi : null)
  }
  if (field === 'audiences') return regulation.petitionFields?.audiences.find((one) => one.key === value)?.label ?? null
  if (field === 'requiredForChairModels')
    return regulation.chairModels.find((model) => model.key === value)?.label ?? null
  return null
}

function titleOf(entry: Record<string, unknown>, { lang }: Reading): string | null {
  const english = lang === 'en' ? entry['labelEn'] : undefined
  const title = english ?? entry['label'] ?? entry['text'] ?? entry['title']
  return typeof title === 'string' ? title : null
}

/** Any part of a regulation, for reading: lists of entries with their label in front, groups as facts. */
export function PartValue({
  field,
  value,
  reading,
}: {
  field: string
  value: unknown
  reading: Reading
}): ComponentChildren {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) {
    return <p class="field-help">{regulationWords[reading.lang].nothing}</p>
  }
  if (Array.isArray(value)) return <ListValue field={field} list={value} reading={reading} />
  if (typeof value === 'object') return <GroupValue group={value as Record<string, unknown>} reading={reading} />
  return sayValue(field, value, reading)
}

function ListValue({ field, list, reading }: { field: string; list: readonly unknown[]; reading: Reading }) {
  if (list.every((entry) => typeof entry !== 'object')) {
    return <>{list.map((entry) => sayValue(field, entry, reading)).join('; ')}</>
  }
  return (
    <ul class="list-disc ps-6">
      {list.map((entry, at) => (
        <li key={`${at}-${JSON.stringify(entry).slice(0, 40)}`}>
          <Entry entry={entry as Record<string, unknown>} reading={reading} />
        </li>
      ))}
    </ul>
  )
}

function Entry({ entry, reading }: { entry: Record<string, unknown>; reading: Reading }) {
  const title = titleOf(entry, reading)
  const rest = Object.entries(entry).filter(
    ([name, value]) =>
      !HIDDEN.has(name) &&
      value !== null &&
      value !== false &&
      name !== 'label' &&
      !(title === value) &&
      !isEmpty(value),
  )
  const plain = rest.filter(([, value]) => !holdsEntries(value))
  const nested = rest.filter(([, value]) => holdsEntries(value))
  return (
    <>
      {title ? rest.length > 0 ? <strong class="font-semibold">{title}</strong> : title : null}
      {plain.length > 0 ? (
        <span class="block text-[var(--ink-soft)]">
          {plain.map(([name, value]) => `${fieldLabel(name)}: ${said(name, value, reading)}`).join(' · ')}
        </span>
      ) : null}
      {nested.map(([name, value]) => (
        <div key={name}>
          <span>{fieldLabel(name)}:</span> <PartValue field={name} value={value} reading={reading} />
        </div>
      ))}
    </>
  )
}

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0

function holdsEntries(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    (!Array.isArray(value) || value.some((one) => typeof one === 'object'))
  )
}

function said(field: string, value: unknown, reading: Reading): string {
  return Array.isArray(value)
    ? value.map((one) => sayValue(field, one, reading)).join(', ')
    : sayValue(field, value, reading)
}

/** The name of a field as it begins a line: `Điều khoản`. */
function heading(field: string): string {
  return capitalized(fieldLabel(field))
}

function GroupValue({ group, reading }: { group: Record<string, unknown>; reading: Reading }) {
  const facts = Object.entries(group).filter(([name, value]) => !HIDDEN.has(name) && value !== null && !isEmpty(value))
  if (facts.length === 0) return <p class="field-help">{regulationWords[reading.lang].nothing}</p>
  return (
    <DefinitionList
      facts={facts.map(([name, value]) => ({
        label: heading(name),
        value: <PartValue field={name} value={value} reading={reading} />,
      }))}
    />
  )
}
