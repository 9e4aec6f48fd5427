import type { ComponentChildren } from 'preact'
import { formatDay } from '../../../platform/day.ts'
import { fieldLabel } from '../../../regulations/field-labels.ts'
import {
  agendaFor,
  type DeadlineRule,
  type DossierChecklistEntry,
  type Regulation,
  type ReportRule,
  regulationRef,
  roleLabel,
} from '../../../regulations/regulation.ts'
import { findVersionRow, regulationOfAuthority } from '../../../regulations/regulation-store.ts'
import { ANCHOR_EVENTS, REPORT_PERIODS } from '../../../regulations/regulation-vocabulary.ts'
import { serializeRegulation } from '../../../regulations/serialize-regulation.ts'
import { type Action, ActionBar } from '../../kit/action-bar.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { regulationWords } from '../../words/regulation-words.ts'
import type { Lang } from '../../words/words.ts'
import { officePage } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { PartValue } from './part-value.tsx'
import { effectWords, mayEdit, REGULATIONS, readVersion, regulationTrail } from './regulation-subject.tsx'

/** Parts shown by the general reader, in this order, after those with a table of their own. */
const GENERAL_PARTS = [
  'contest',
  'targets',
  'kinds',
  'forms',
  'chairModels',
  'deputyAuthorization',
  'topicAppraisal',
  'noticeChannels',
  'adHoc',
  'meetingRules',
  'petitionFields',
  'recipients',
  'forum',
  'satisfactionScale',
  'supervision',
  'decisionRights',
  'reminders',
  'reading',
  'roles',
] as const satisfies readonly (keyof Regulation)[]

/** Long lists are folded. */
const FOLDED: ReadonlySet<string> = new Set(['petitionFields', 'recipients', 'roles', 'decisionRights'])

/** GET /quan-tri/quy-che/:id */
export async function showRegulation(request: OfficeRequest): Promise<OfficeReply> {
  const { lang } = request
  const words = regulationWords[lang]
  const { id, regulation } = await readVersion(request)
  const row = await findVersionRow(request.db, id)
  const adopted = await regulationOfAuthority(request.db, request.authority.id, request.today)
  const reading = { regulation, lang }
  return officePage(
    request,
    { title: regulation.name, active: 'administration' },
    <>
      <PageHeading
        title={regulation.name}
        kicker={`${regulationRef(regulation)} · ${regulation.number}`}
        trail={regulationTrail(request)}
        meta={
          <p class="flex flex-wrap gap-2">
            <span>{effectWords(regulation, lang)}</span>
            {adopted?.id === id ? <StateBadge tone="good" label={words.current} /> : null}
            {regulation.overlay ? <StateBadge tone="info" label={words.overlay} /> : null}
            {row?.retiredOn ? <StateBadge tone="quiet" label={words.retired(formatDay(row.retiredOn))} /> : null}
          </p>
        }
      />
      <ActionBar actions={actionsOf(request, id, regulation, row)} />
      <Contents regulation={regulation} lang={lang} />
      <Identity regulation={regulation} lang={lang} />
      <Section title={fieldLabel('deadlines')} count={regulation.deadlines.length} id="deadlines">
        <DeadlineTable regulation={regulation} lang={lang} />
      </Section>
      {regulation.reports.length > 0 ? (
        <Section title={fieldLabel('reports')} count={regulation.reports.length} id="reports">
          <ReportTable regulation={regulation} lang={lang} />
        </Section>
      ) : null}
      {regulation.dossier.checklist.length > 0 ? (
        <Section title={fieldLabel('dossier')} count={regulation.dossier.checklist.length} id="dossier">
          <ChecklistTable regulation={regulation} lang={lang} />
        </Section>
      ) : null}
      <Agendas regulation={regulation} />
      {GENERAL_PARTS.map((part) => (
        <Part key={part} part={part} lang={lang}>
          <PartValue field={part} value={regulation[part]} reading={reading} />
        </Part>
      ))}
    </>,
  )
}

/** The way to each part of a long page. */
function Contents({ regulation, lang }: { regulation: Regulation; lang: Lang }) {
  const parts = ['deadlines', 'reports', 'dossier', 'agendaTemplates', ...GENERAL_PARTS] as const
  const isThere = (part: (typeof parts)[number]) => {
    const value = part === 'dossier' ? regulation.dossier.checklist : regulation[part]
    return !Array.isArray(value) || value.length > 0
  }
  return (
    <nav class="mt-4" aria-label={regulationWords[lang].parts}>
      <DetailsBlock summary={regulationWords[lang].parts}>
        <ul class="flex flex-wrap gap-x-4 gap-y-2">
          {parts.filter(isThere).map((part) => (
            <li key={part}>
              <a class="inline-block py-1" href={`#${part}`}>
                {fieldLabel(part)}
              </a>
            </li>
          ))}
        </ul>
      </DetailsBlock>
    </nav>
  )
}

function Part({ part, lang, children }: { part: string; lang: Lang; children: ComponentChildren }) {
  return (
    <Section title={fieldLabel(part)} id={part}>
      {FOLDED.has(part) ? <DetailsBlock summary={regulationWords[lang].unfold}>{children}</DetailsBlock> : children}
    </Section>
  )
}

function actionsOf(
  request: OfficeRequest,
  id: number,
  regulation: Regulation,
  row: Awaited<ReturnType<typeof findVersionRow>>,
): Action[] {
  const words = regulationWords[request.lang]
  const { actor, authority } = request
  const to = (rest: string) => request.link(`${REGULATIONS}/${id}${rest}`)
  const everywhere = actor.may('regulation:edit-overlay', { authorityId: authority.id })
  const mayMake = mayEdit(request) && (!regulation.overlay || everywhere)
  const mayRetire =
    mayEdit(request) &&
    row?.retiredOn === null &&
    (everywhere || (row.ownerAuthorityId === authority.id && !row.overlay))
  return [
    ...(mayEdit(request) && !regulation.overlay && !row?.retiredOn
      ? [{ label: words.adopt, href: to('/ap-dung'), variant: 'primary' as const }]
      : []),
    ...(mayMake
      ? [
          { label: words.edit, href: to('/sua'), icon: 'pen' as const },
          { label: words.editWhole, href: to('/toan-van') },
        ]
      : []),
    { label: words.compare, href: request.link(`${REGULATIONS}/so-sanh?a=${id}`) },
    { label: words.download, href: to('/tep'), icon: 'download' as const },
    ...(mayRetire ? [{ label: words.retire, href: to('/thoi-dung') }] : []),
  ]
}

function Identity({ regulation, lang }: { regulation: Regulation; lang: Lang }) {
  const words = regulationWords[lang]
  return (
    <Section title={words.identity} id="identity">
      <DefinitionList
        facts={[
          { label: words.number, value: regulation.number },
          { label: words.issuer, value: regulation.issuer },
          { label: words.date, value: formatDay(regulation.date) },
          { label: words.effect, value: effectWords(regulation, lang) },
          { label: fieldLabel('appliesTo'), value: regulation.appliesTo.label },
          { label: words.motto, value: regulation.motto },
          {
            label: fieldLabel('legalBases'),
            value: (
              <ul class="list-disc ps-6">
                {regulation.legalBases.map((basis) => (
                  <li key={`${basis.number} ${basis.title}`}>
                    {basis.number}, {formatDay(basis.date)}, {basis.issuer}: {basis.title}
                  </li>
                ))}
              </ul>
            ),
          },
          { label: words.note, value: regulation.note },
        ].filter((fact) => fact.value !== null && fact.value !== undefined)}
      />
    </Section>
  )
}

/** `trong 10 ngày làm việc kể từ ngày tổ chức hội nghị đối thoại; gia hạn đến 15 ngày làm việc`. */
function termWords(rule: DeadlineRule, lang: Lang): string {
  const words = regulationWords[lang]
  const days = (amount: number) => (rule.unit === 'working' ? words.workingDays(amount) : words.calendarDays(amount))
  const anchor = ANCHOR_EVENTS[rule.anchor][lang]
  const term =
    rule.direction === 'before' ? words.before(days(rule.amount), anchor) : words.after(days(rule.amount), anchor)
  return [
    term,
    ...(rule.extension ? [words.extendable(days(rule.extension.amount))] : []),
    ...(rule.complex ? [words.complex(days(rule.complex.amount))] : []),
  ].join('; ')
}

function labelOf(of: { label: string; labelEn?: string | undefined }, lang: Lang): string {
  return lang === 'en' ? (of.labelEn ?? of.label) : of.label
}

function DeadlineTable({ regulation, lang }: { regulation: Regulation; lang: Lang }) {
  const words = regulationWords[lang]
  if (regulation.deadlines.length === 0) return <p class="field-help">{words.nothing}</p>
  const columns: Column<DeadlineRule>[] = [
    { key: 'label', label: words.deadline, main: true, cell: (rule) => labelOf(rule, lang) },
    { key: 'term', label: words.term, cell: (rule) => termWords(rule, lang) },
    {
      key: 'responsible',
      label: words.responsible,
      cell: (rule) => rule.responsible.map((role) => roleLabel(regulation, role)).join(', '),
    },
    {
      key: 'clause',
      label: words.clause,
      cell: (rule) => (rule.instrument ? `${rule.instrument}, ${rule.clause}` : rule.clause),
    },
    { key: 'quote', label: words.quote, wide: true, cell: (rule) => <q>{rule.quote}</q> },
  ]
  return (
    <DataTable
      caption={fieldLabel('deadlines')}
      columns={columns}
      rows={regulation.deadlines}
      rowKey={(rule) => rule.key}
    />
  )
}

function ReportTable({ regulation, lang }: { regulation: Regulation; lang: Lang }) {
  const words = regulationWords[lang]
  const columns: Column<ReportRule>[] = [
    { key: 'label', label: words.report, main: true, cell: (report) => labelOf(report, lang) },
    {
      key: 'dates',
      label: words.dates,
      cell: (report) =>
        report.dates.map((date) => {
          const day = `${date.day}/${date.month}`
          return (
            <p key={date.period}>
              {REPORT_PERIODS[date.period][lang]}:{' '}
              {date.wording === 'before' ? words.reportBefore(day) : words.reportLatest(day)}
            </p>
          )
        }),
    },
    {
      key: 'recipients',
      label: words.recipients,
      cell: (report) => report.recipients.map((role) => roleLabel(regulation, role)).join(', '),
    },
    { key: 'clause', label: words.clause, cell: (report) => report.clause },
    { key: 'quote', label: words.quote, wide: true, cell: (report) => <q>{report.quote}</q> },
  ]
  return (
    <DataTable
      caption={fieldLabel('reports')}
      columns={columns}
      rows={regulation.reports}
      rowKey={(report) => report.key}
    />
  )
}

function ChecklistTable({ regulation, lang }: { regulation: Regulation; lang: Lang }) {
  const words = regulationWords[lang]
  const columns: Column<DossierChecklistEntry>[] = [
    { key: 'label', label: words.entry, main: true, wide: true, cell: (entry) => entry.label },
    { key: 'stage', label: words.stage, cell: (entry) => words.stages[entry.stage] },
    { key: 'need', label: words.need, cell: (entry) => words.needs[entry.need] },
    { key: 'clause', label: words.clause, cell: (entry) => entry.clause },
  ]
  return (
    <DataTable
      caption={fieldLabel('checklist')}
      columns={columns}
      rows={regulation.dossier.checklist}
      rowKey={(entry) => entry.key}
    />
  )
}

function Agendas({ regulation }: { regulation: Regulation }) {
  if (regulation.agendaTemplates.length === 0 || agendaFor(regulation, 'periodic') === null) return null
  return (
    <Section title={fieldLabel('agendaTemplates')} id="agendaTemplates">
      {regulation.agendaTemplates.map((template) => (
        <div key={template.key} class="mb-4">
          <p class="font-semibold">{template.label}</p>
          <ol class="list-decimal ps-6">
            {template.steps.map((step) => (
              <li key={step.key}>
                {step.label}{' '}
                <span class="text-[var(--ink-soft)]">
                  ({step.who.map((role) => roleLabel(regulation, role)).join(', ')})
                </span>
              </li>
            ))}
          </ol>
          <p class="field-help">{template.clause}</p>
        </div>
      ))}
    </Section>
  )
}

/** GET /quan-tri/quy-che/:id/tep */
export async function downloadRegulation(request: OfficeRequest): Promise<OfficeReply> {
  const { regulation } = await readVersion(request)
  return {
    kind: 'download',
    name: `${regulation.id}-${regulation.version}.yaml`,
    mediaType: 'application/yaml; charset=utf-8',
    body: Buffer.from(serializeRegulation(regulation)),
  }
}
