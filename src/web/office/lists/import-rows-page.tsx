import { chooseRows } from '../../../lists/choose-rows.ts'
import { type BatchChoices, type ImportBatch, isCheckedChoices } from '../../../lists/import-batch.ts'
import { findTakenFile } from '../../../lists/import-store.ts'
import { type JudgedBatch, judgeSheet } from '../../../lists/judge-sheet.ts'
import { queueSheet } from '../../../lists/queue-sheet.ts'
import type { JudgedRow } from '../../../lists/sheet-fate.ts'
import { dayOf, formatDay } from '../../../platform/day.ts'
import { withQuery } from '../../kit/address-query.ts'
import { Card } from '../../kit/card.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorSummary } from '../../kit/error-summary.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Pagination } from '../../kit/pagination.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { Section } from '../../kit/section.tsx'
import { Stat, StatRow } from '../../kit/stat.tsx'
import { formatNumber } from '../../words/format-values.ts'
import { listWords } from '../../words/list-words.ts'
import { ruleSentence } from '../../words/rule-sentence.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { choicesFrom } from '../petitions/petition-choices.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { DropSheet, openBatch } from './import-batch-view.tsx'
import { IMPORTS } from './import-list-page.tsx'
import { RowTable } from './import-row-table.tsx'

const PAGE_SIZE = 50
const FILTERS: Record<string, (row: JudgedRow) => boolean> = {
  all: () => true,
  refused: (row) => row.opinion.problems.length > 0,
  repeat: (row) => row.repeat !== null,
  several: (row) => row.opinion.parts.length > 1,
  note: (row) => row.opinion.notes.length > 0 || row.opinion.sameAs !== null || row.isHidden,
}

type Checked = ImportBatch & { choices: BatchChoices }

/** GET /nhap-bang/:id/dong: what each row becomes, where it cannot be taken and why, and what is to be decided. */
export async function showRows(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const { db, lang, actor, today } = request
  const words = listWords[lang]
  const batch = await openBatch(request)
  if (batch.state !== 'checked' || !isCheckedChoices(batch.choices))
    return redirectTo(request.link(`${IMPORTS}/${batch.id}`))
  const checked: Checked = { ...batch, choices: batch.choices }
  const judged = await judgeSheet(db, actor, checked, today)
  const earlier = await findTakenFile(db, batch)
  return officePage(
    request,
    { title: words.rowsTitle, active: 'petitions', width: 'wide', status: refused?.status ?? 200 },
    <>
      <PageHeading
        title={words.rowsTitle}
        kicker={words.stepOf(2)}
        trail={[{ href: request.link(IMPORTS), label: words.title }]}
        meta={[batch.fileName, batch.sheetName && words.sheet(batch.sheetName)].filter(Boolean).join(' · ')}
        actions={<LinkButton href={request.link(`${IMPORTS}/${batch.id}/cot`)}>{words.backToColumns}</LinkButton>}
      />
      {refused ? <ErrorSummary errors={refused.errors} labels={{}} /> : null}
      {batch.failure ? (
        <Card look="marked" title={words.notTaken}>
          <p>{ruleSentence(lang, batch.failure)}</p>
        </Card>
      ) : null}
      {earlier?.takenAt ? (
        <Card look="marked">
          <p>{words.sameFile(formatDay(dayOf(earlier.takenAt)))}</p>
        </Card>
      ) : null}
      <Counts request={request} judged={judged} />
      <Doubts request={request} batch={checked} judged={judged} />
      <TakeIt request={request} batch={batch} judged={judged} />
      <Rows request={request} batch={batch} judged={judged} />
      <Others request={request} judged={judged} />
      <DropSheet request={request} batch={batch} />
    </>,
  )
}

interface PartProps {
  request: OfficeRequest
  judged: JudgedBatch
}

function Counts({ request, judged: { counts } }: PartProps) {
  const words = listWords[request.lang].counts
  const rest = (['repeat', 'left', 'skipped', 'hidden'] as const).filter((name) => counts[name] > 0)
  return (
    <StatRow>
      <Stat label={words.take} value={counts.take} tone="good" />
      <Stat label={words.petitions} value={counts.petitions} tone="good" />
      <Stat label={words.refused} value={counts.refused} tone={counts.refused > 0 ? 'bad' : 'quiet'} />
      {rest.map((name) => (
        <Stat key={name} label={words[name]} value={counts[name]} />
      ))}
    </StatRow>
  )
}

/** Asked only where there is something to decide; what is not asked keeps its choice. */
function Doubts({ request, batch, judged: { counts } }: PartProps & { batch: Checked }) {
  const { lang } = request
  const words = listWords[lang]
  const { several, repeats, refused, hidden = 'take' } = batch.choices
  const all = [
    { name: 'refused', chosen: refused, count: counts.problems, label: words.problems, choices: words.problemsChoices },
    { name: 'several', chosen: several, count: counts.several, label: words.several, choices: words.severalChoices },
    { name: 'repeats', chosen: repeats, count: counts.repeats, label: words.repeats, choices: words.repeatsChoices },
    { name: 'hidden', chosen: hidden, count: counts.inHiding, label: words.inHiding, choices: words.inHidingChoices },
  ]
  const asked = all.filter(({ count }) => count > 0)
  if (asked.length === 0) return null
  const silent = all.filter(({ count }) => count === 0).map(({ name, chosen }) => [name, chosen])
  return (
    <Section title={words.doubt}>
      <Form
        action={request.link(`${IMPORTS}/${batch.id}/chon`)}
        version={batch.version}
        values={{ several, repeats, refused, hidden }}
        hidden={Object.fromEntries(silent)}
        draft={false}
      >
        {asked.map(({ name, count, label, choices }) => (
          <RadioGroupField
            key={name}
            name={name}
            label={label(formatNumber(count, lang))}
            choices={choicesFrom(choices)}
            inline
          />
        ))}
        <FormButtons verb={words.choose} />
      </Form>
    </Section>
  )
}

function TakeIt({ request, batch, judged: { counts } }: PartProps & { batch: ImportBatch }) {
  const { lang } = request
  const words = listWords[lang]
  if (counts.refused > 0) return <p class="field-help">{words.cannotTake(formatNumber(counts.refused, lang))}</p>
  if (counts.take === 0) return null
  return (
    <Form action={request.link(`${IMPORTS}/${batch.id}/nhap`)} version={batch.version} draft={false}>
      <p class="field-help">{words.takeHelp}</p>
      <FormButtons verb={words.take(formatNumber(counts.petitions, lang))} />
    </Form>
  )
}

function Rows({ request, batch, judged }: PartProps & { batch: ImportBatch }) {
  const words = listWords[request.lang]
  const { address } = request.chrome
  const wanted = queryText(request, 'xem')
  const filter = wanted in FILTERS ? wanted : judged.counts.refused > 0 ? 'refused' : 'all'
  const rows = judged.rows.filter(FILTERS[filter]!)
  const last = Math.max(1, Math.ceil(rows.length / PAGE_SIZE))
  const page = Math.min(Math.max(1, Math.floor(Number(queryText(request, 'page')) || 1)), last)
  return (
    <Section title={words.what} id="dong">
      <p class="filter-links">
        {Object.keys(FILTERS).map((name) => {
          const count = judged.rows.filter(FILTERS[name]!).length
          const label = `${words.filters[name as 'all']} (${formatNumber(count, request.lang)})`
          const href = withQuery(request.link(`${IMPORTS}/${batch.id}/dong`), { xem: name })
          return (
            <a key={name} href={`${href}#dong`} class="filter-link" aria-current={name === filter ? 'true' : undefined}>
              {label}
            </a>
          )
        })}
      </p>
      {rows.length === 0 ? (
        <EmptyState icon="check" title={words.nothingHere} />
      ) : (
        <>
          <RowTable request={request} batch={batch} rows={rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)} />
          <Pagination address={address} page={page} pageSize={PAGE_SIZE} total={rows.length} />
        </>
      )}
    </Section>
  )
}

function Others({ request, judged }: PartProps) {
  const words = listWords[request.lang]
  if (judged.others.length === 0) return null
  return (
    <DetailsBlock summary={`${words.others} (${formatNumber(judged.others.length, request.lang)})`}>
      <p class="field-help">{words.othersHelp}</p>
      <ul>
        {judged.others.slice(0, 100).map((other) => (
          <li key={other.row}>
            {words.editRowTitle(String(other.row))} – {words.otherKinds[other.why]}: {other.text}
          </li>
        ))}
      </ul>
    </DetailsBlock>
  )
}

/** POST /nhap-bang/:id/chon */
export async function postChoices(request: OfficeRequest): Promise<OfficeReply> {
  const { id } = await openBatch(request)
  return submitForm(request, chooseRows, {
    onDone: () => redirectTo(request.link(`${IMPORTS}/${id}/dong`), listWords[request.lang].chosen),
    onRefused: (refused) => showRows(request, refused),
  })
}

/** POST /nhap-bang/:id/nhap: sends the sheet to be recorded; its page shows how far it is. */
export async function postTake(request: OfficeRequest): Promise<OfficeReply> {
  const { id } = await openBatch(request)
  return submitForm(request, queueSheet, {
    onDone: () => redirectTo(request.link(`${IMPORTS}/${id}`)),
    onRefused: (refused) => showRows(request, refused),
  })
}
