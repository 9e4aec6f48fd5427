import { listAgencies } from '../../../agencies/agency-store.ts'
import { type Dialogue, isOpen } from '../../../dialogues/dialogue.ts'
import { formatDay } from '../../../platform/day.ts'
import { printForms } from '../../../printed-forms/print-forms.ts'
import { formKindsFor, isNumbered, MOST_COPIES } from '../../../printed-forms/printed-form.ts'
import { type BatchLine, listBatches } from '../../../printed-forms/printed-form-store.ts'
import { listSurveys } from '../../../surveys/survey-store.ts'
import { Card } from '../../kit/card.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { Section } from '../../kit/section.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { Stat, StatRow } from '../../kit/stat.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { dataNotice } from '../../words/data-notice-words.ts'
import { formatMoment } from '../../words/format-values.ts'
import { printedFormWords } from '../../words/printed-form-words.ts'
import type { Lang } from '../../words/words.ts'
import type { DialoguePage } from '../dialogues/dialogue-act.tsx'
import { dialogueOf, formState, mayDo, type Refusal, toChoices } from '../dialogues/dialogue-request.ts'
import { subpage } from '../dialogues/subpage.tsx'
import { redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { submitForm } from '../submit-form.tsx'
import { FORM_GATE } from './form-copies.ts'

export const FORMS = '/phieu-in'

/** Phiếu giấy of a dialogue: what was printed, for whom, what came back; and printing more. */
export const formListPage: DialoguePage = async (request, dialogue, refusal) => {
  const { db, authority, lang } = request
  const words = printedFormWords[lang]
  const batches = await listBatches(db, authority.id, dialogue.id)
  const base = request.link(`/hoi-nghi/${dialogue.id}${FORMS}`)
  const prints = isOpen(dialogue) && mayDo(request, 'form:print')
  const enters = mayDo(request, 'petition:receive') && batches.length > 0
  return subpage(
    request,
    dialogue,
    {
      key: 'forms',
      refusal,
      help: words.help,
      actions: enters ? <LinkButton href={request.link(FORM_GATE)}>{words.enter}</LinkButton> : null,
    },
    <>
      {batches.length > 0 ? <FormCounts batches={batches} lang={lang} /> : null}
      <Section title={words.list} count={batches.length}>
        {batches.length === 0 ? (
          <EmptyState icon="print" title={words.none} help={prints ? words.noneHelp : ''} />
        ) : (
          <DataTable
            caption={words.list}
            columns={batchColumns(lang)}
            rows={batches}
            rowKey={(one) => String(one.id)}
            rowHref={(one) => `${base}/${one.id}`}
          />
        )}
      </Section>
      {prints ? await printingCard(request, dialogue, refusal) : null}
    </>,
  )
}

/** How many sheets went out, came back and are still out; ballots are counted in their tally. */
export function FormCounts({ batches, lang }: { batches: readonly BatchLine[]; lang: Lang }) {
  const words = printedFormWords[lang]
  const numbered = batches.filter((one) => isNumbered(one.kind))
  const printed = numbered.reduce((sum, one) => sum + one.copies, 0)
  const back = numbered.reduce((sum, one) => sum + one.back, 0)
  if (numbered.length === 0) return null
  return (
    <StatRow>
      <Stat label={words.count} value={printed} />
      <Stat label={words.back} value={back} tone="good" />
      <Stat label={words.out} value={printed - back} />
    </StatRow>
  )
}

function batchColumns(lang: Lang): Column<BatchLine>[] {
  const words = printedFormWords[lang]
  return [
    { key: 'number', label: words.batch(0).replace(/\s*0$/, ''), numeric: true, cell: (one) => one.number },
    { key: 'kind', label: words.kind, main: true, cell: (one) => words.kinds[one.kind] },
    { key: 'whom', label: words.whom, cell: (one) => one.forAgency ?? (one.forWhom || words.anybody) },
    {
      key: 'sheets',
      label: words.sheets,
      deskOnly: true,
      cell: (one) => (one.firstSheet === null ? '' : words.sheetRange(one.firstSheet, one.lastSheet!)),
    },
    { key: 'count', label: words.count, numeric: true, cell: (one) => one.copies },
    { key: 'back', label: words.back, numeric: true, cell: (one) => (isNumbered(one.kind) ? one.back : '–') },
    {
      key: 'out',
      label: words.out,
      numeric: true,
      cell: (one) => (isNumbered(one.kind) ? one.copies - one.back : '–'),
    },
    {
      key: 'by',
      label: words.printedBy,
      deskOnly: true,
      cell: (one) => [one.printedByName, formatMoment(one.printedAt, lang)].filter(Boolean).join(', '),
    },
  ]
}

async function printingCard(request: OfficeRequest, dialogue: Dialogue, refusal: Refusal | null) {
  const { db, authority, lang, today } = request
  const words = printedFormWords[lang]
  const survey = (await listSurveys(db, authority.id, dialogue.id)).find((one) => one.state === 'open') ?? null
  const kinds = formKindsFor(dialogue, survey?.id ?? null)
  const agencies = await listAgencies(db, authority.id, { on: today })
  const lead = agencies.find((one) => one.id === dialogue.leadAgencyId)?.name ?? authority.name
  const villages = toChoices(agencies.filter((one) => one.level === 'village'))
  const others = toChoices(agencies.filter((one) => one.level !== 'village'))
  const first = {
    ...{ kind: kinds[0] ?? '', copies: '50', handInAt: lead },
    // a day that is over is no day to hand in by
    handInUntil: [dialogue.collectionClosesOn, dialogue.heldOn].find((day) => day !== null && day >= today) ?? '',
  }
  return (
    <Card title={words.printTitle} level={2}>
      <Form
        action={request.link(`/hoi-nghi/${dialogue.id}${FORMS}`)}
        label={words.printTitle}
        {...formState(refusal, 'print', first)}
      >
        <RadioGroupField
          name="kind"
          label={words.kind}
          choices={kinds.map((value) => ({ value, label: words.kinds[value], help: words.kindHelp[value] }))}
          {...(dialogue.policeForum && survey === null ? { help: words.noSurvey } : {})}
          required
        />
        <NumberField
          name="copies"
          label={words.copies}
          unit={words.copiesUnit}
          help={words.copiesHelp}
          min={1}
          max={MOST_COPIES}
          required
        />
        <SelectField
          name="forAgencyId"
          label={words.forAgency}
          help={words.forAgencyHelp}
          choices={[...villages, ...others]}
          empty={words.noAgency}
        />
        <TextField name="forWhom" label={words.forWhom} help={words.forWhomHelp} maxLength={200} />
        <TextField name="handInAt" label={words.handInAt} maxLength={300} required />
        <DayField name="handInUntil" label={words.handInUntil} />
        <FormButtons verb={words.verb} />
      </Form>
    </Card>
  )
}

/** POST /hoi-nghi/:id/phieu-in: the batch is kept, then it can be printed as often as the printer jams. */
export async function postPrint(request: OfficeRequest): Promise<OfficeReply> {
  const { lang, authority } = request
  const dialogue = await dialogueOf(request)
  // what is handed to people is Vietnamese, whatever the clerk reads
  const { lines: _, ...notice } = dataNotice('vi', authority.name)
  return submitForm(request, printForms, {
    input: { ...request.form, id: dialogue.id, notice },
    onDone: ({ batchId, number }) =>
      redirectTo(request.link(`/hoi-nghi/${dialogue.id}${FORMS}/${batchId}`), printedFormWords[lang].printed(number)),
    onRefused: async (refused) => {
      const reply = await formListPage(request, dialogue, { ...refused, form: 'print' })
      return reply.kind === 'page' ? { ...reply, status: refused.status } : reply
    },
  })
}

/** `12/11/2025`, or nothing. */
export function dayText(day: BatchLine['handInUntil']): string {
  return day ? formatDay(day) : ''
}
