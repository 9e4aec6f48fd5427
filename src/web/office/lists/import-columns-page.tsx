import { checkSheet } from '../../../lists/check-sheet.ts'
import { type ImportBatch, isCheckedChoices } from '../../../lists/import-batch.ts'
import { listRows } from '../../../lists/import-store.ts'
import { sheetColumns } from '../../../lists/sheet-column.ts'
import { NOTHING_HIDDEN } from '../../../lists/sheet-hidden.ts'
import { raisedWhen } from '../../../petitions/petition.ts'
import { visibilityOf } from '../../../petitions/petition-scope.ts'
import { readId } from '../../../platform/form-fields.ts'
import { shortened } from '../../../platform/shortened.ts'
import { Card } from '../../kit/card.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { FieldError } from '../../kit/field-error.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { FormSection } from '../../kit/form-section.tsx'
import type { FormValues } from '../../kit/form-state.ts'
import { NumberField } from '../../kit/number-field.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { listWords } from '../../words/list-words.ts'
import { petitionFieldWords } from '../../words/petition-field-words.ts'
import { petitionWords } from '../../words/petition-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { listOf } from '../petitions/content-rows.tsx'
import { choicesFrom, choicesOf, type ListChoices, loadListChoices } from '../petitions/petition-choices.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { DropSheet, openBatch } from './import-batch-view.tsx'
import { IMPORTS } from './import-list-page.tsx'
import { columnLetter } from './import-signs.tsx'

/** GET /nhap-bang/:id/cot: what each column is taken for, with examples, to be confirmed. */
export async function showColumns(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const { lang } = request
  const words = listWords[lang]
  const batch = await openBatch(request)
  const { hidden = NOTHING_HIDDEN, sheetsLeft = [] } = batch.head
  const notices = [
    hidden.rows.length + hidden.columns.length > 0 && words.hiddenFound(hidden.rows.length, hidden.columns.length),
    sheetsLeft.length > 0 && words.sheetsLeft(sheetsLeft.map((name) => `“${name}”`).join(', ')),
  ].filter((notice) => notice !== false)
  const values = refused?.values ?? valuesOf(request, batch)
  const choices = await loadListChoices(request, null, readId(values['dialogueId']) || null)
  return officePage(
    request,
    { title: words.columnsTitle, active: 'petitions', status: refused?.status ?? 200 },
    <>
      <PageHeading
        title={words.columnsTitle}
        kicker={words.stepOf(1)}
        trail={[{ href: request.link(IMPORTS), label: words.title }]}
        meta={[batch.fileName, batch.sheetName && words.sheet(batch.sheetName)].filter(Boolean).join(' · ')}
      />
      {batch.head.letters === 'tcvn3' ? (
        <Card look="marked">
          <p>{words.fromTcvn3}</p>
        </Card>
      ) : null}
      {notices.length > 0 ? (
        <Card look="marked">
          {notices.map((notice) => (
            <p key={notice}>{notice}</p>
          ))}
        </Card>
      ) : null}
      <Form
        action={request.link(`${IMPORTS}/${batch.id}/cot`)}
        values={values}
        errors={refused?.errors ?? {}}
        version={batch.version}
      >
        <ColumnChoices
          request={request}
          batch={batch}
          chosen={listOf(values['columns'])}
          examples={await examplesOf(request, batch)}
          error={refused?.errors['columns']}
        />
        <CommonFields request={request} choices={choices} />
        <FormButtons verb={words.toRows} cancelHref={request.link(IMPORTS)} />
      </Form>
      <DropSheet request={request} batch={batch} />
    </>,
  )
}

function valuesOf(request: OfficeRequest, batch: ImportBatch): FormValues {
  const { actor, authority } = request
  const { choices } = batch
  const isNarrow = visibilityOf(actor, authority.id)?.wide === false
  const first = isCheckedChoices(choices)
    ? choices
    : {
        ...{ receivedOn: request.today, raised: 'before', dialogueId: null, villageAgencyId: null },
        channel: actor.role === 'collector' ? 'village' : actor.role === 'front' ? 'fatherlandFront' : '',
        forwardedByAgencyId: isNarrow || actor.role === 'front' ? actor.agencyId : null,
      }
  return { ...first, headRow: batch.head.lastRow, columns: batch.columns.map((column) => column ?? '') }
}

/** The first few cells of each column that say something. */
async function examplesOf(request: OfficeRequest, batch: ImportBatch): Promise<string[][]> {
  const rows = await listRows(request.db, request.authority.id, batch.id)
  const below = rows.filter((row) => row.rowNumber > batch.head.lastRow)
  return batch.columns.map((_, at) => {
    const said = below
      .map((row) => (row.cells?.[at] ?? '').trim())
      .filter((cell) => cell !== '' && !/^\(?\d\)?$/.test(cell))
    return [...new Set(said)].slice(0, 2).map((cell) => shortened(cell, 90))
  })
}

interface ColumnChoicesProps {
  request: OfficeRequest
  batch: ImportBatch
  chosen: readonly string[]
  examples: readonly string[][]
  error: string | undefined
}

function ColumnChoices({ request, batch, chosen, examples, error }: ColumnChoicesProps) {
  const words = listWords[request.lang]
  const { labels, hidden } = batch.head
  const labelOf = (at: number) => {
    const label = words.column(columnLetter(at), labels[at] ?? '')
    return hidden?.columns.includes(at) ? words.hiddenColumn(label) : label
  }
  return (
    <FormSection title={words.columnsOfSheet}>
      <FieldError id="f-columns" error={error} />
      <NumberField name="headRow" label={words.headRow} help={words.headRowHelp} />
      <div class="sheet-columns" id="f-columns" tabIndex={-1}>
        {batch.columns.map((_, at) => (
          <SelectField
            key={columnLetter(at)}
            name="columns"
            id={`column-${at}`}
            label={labelOf(at)}
            help={examples[at]!.length > 0 ? `${words.example}: ${examples[at]!.join(' / ')}` : undefined}
            value={chosen[at] ?? ''}
            choices={choicesFrom(words.columnNames, [...sheetColumns])}
            empty={words.notRead}
            error=""
          />
        ))}
      </div>
    </FormSection>
  )
}

function CommonFields({ request, choices }: { request: OfficeRequest; choices: ListChoices }) {
  const { lang } = request
  const [words, fields] = [listWords[lang], petitionFieldWords[lang]]
  return (
    <FormSection title={words.common} help={words.commonHelp}>
      <SelectField
        name="dialogueId"
        label={fields.dialogue}
        choices={choices.dialogues}
        empty={petitionWords[lang].noDialogue}
      />
      <SelectField
        name="channel"
        label={fields.inChannel}
        choices={choicesOf(choices.fields?.channels, lang)}
        required
      />
      <DayField name="receivedOn" label={fields.receivedDay} required />
      <RadioGroupField
        name="raised"
        label={fields.raised}
        choices={choicesFrom(petitionWords[lang].raised, [...raisedWhen])}
        inline
      />
      <SelectField name="villageAgencyId" label={words.village} choices={choices.villages} empty={fields.none} />
      <SelectField
        name="forwardedByAgencyId"
        label={fields.forwardedBy}
        choices={choices.agencies}
        empty={fields.none}
      />
    </FormSection>
  )
}

/** POST /nhap-bang/:id/cot */
export async function postColumns(request: OfficeRequest): Promise<OfficeReply> {
  const batch = await openBatch(request)
  return submitForm(request, checkSheet, {
    onDone: () => redirectTo(request.link(`${IMPORTS}/${batch.id}/dong`)),
    onRefused: (refused) => showColumns(request, refused),
  })
}
