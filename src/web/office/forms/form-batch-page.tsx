import type { Dialogue } from '../../../dialogues/dialogue.ts'
import { writeCopies } from '../../../papers/write-paper.ts'
import { NotFound } from '../../../platform/errors.ts'
import { formSerial } from '../../../printed-forms/form-serial.ts'
import { isNumbered } from '../../../printed-forms/printed-form.ts'
import { type BatchLine, findBatch, listForms } from '../../../printed-forms/printed-form-store.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { dialogueWords } from '../../words/dialogue-words.ts'
import { formatMoment } from '../../words/format-values.ts'
import { printedFormWords } from '../../words/printed-form-words.ts'
import type { Lang } from '../../words/words.ts'
import { dialogueOf, mayDo } from '../dialogues/dialogue-request.ts'
import { officePage } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { SheetPreview } from '../papers/sheet-preview.tsx'
import { FORM_GATE, formCopies } from './form-copies.ts'
import { dayText, FORMS, FormCounts } from './form-list-page.tsx'

type FormLine = Awaited<ReturnType<typeof listForms>>[number]

async function batchOf(request: OfficeRequest): Promise<{ dialogue: Dialogue; batch: BatchLine }> {
  const dialogue = await dialogueOf(request)
  const batch = await findBatch(request.db, request.authority.id, idParam(request, 'row'))
  if (batch?.dialogueId !== dialogue.id) throw new NotFound('form-batch')
  return { dialogue, batch }
}

function trail(request: OfficeRequest, dialogue: Dialogue, batch?: BatchLine) {
  const forms = request.link(`/hoi-nghi/${dialogue.id}${FORMS}`)
  const words = printedFormWords[request.lang]
  return [
    { href: request.link('/hoi-nghi'), label: dialogueWords[request.lang].dialogues },
    { href: request.link(`/hoi-nghi/${dialogue.id}`), label: dialogue.title },
    { href: forms, label: words.title },
    ...(batch ? [{ href: `${forms}/${batch.id}`, label: words.batch(batch.number) }] : []),
  ]
}

/** GET /hoi-nghi/:id/phieu-in/:row: one batch, ready to be printed, and which of its sheets came back. */
export async function showBatch(request: OfficeRequest): Promise<OfficeReply> {
  const { lang, db, authority } = request
  const words = printedFormWords[lang]
  const { dialogue, batch } = await batchOf(request)
  const base = request.link(`/hoi-nghi/${dialogue.id}${FORMS}/${batch.id}`)
  const forms = await listForms(db, authority.id, batch.id)
  const prints = mayDo(request, 'form:print')
  const back = forms.filter((one) => one.enteredAt !== null)
  const out = forms.filter((one) => one.enteredAt === null)
  return officePage(
    request,
    { title: `${words.kinds[batch.kind]} – ${words.batch(batch.number)}`, active: 'dialogues' },
    <>
      <PageHeading
        trail={trail(request, dialogue)}
        kicker={words.batch(batch.number)}
        title={words.kinds[batch.kind]}
        actions={
          prints ? (
            <>
              <LinkButton variant="primary" icon="print" href={`${base}/phieu.pdf`}>
                {words.pdf}
              </LinkButton>
              <LinkButton href={`${base}/in`}>{words.page}</LinkButton>
            </>
          ) : null
        }
      />
      <DefinitionList
        facts={[
          { label: words.whom, value: batch.forAgency ?? (batch.forWhom || words.anybody) },
          { label: words.count, value: `${batch.copies} ${words.copiesUnit}` },
          {
            label: words.handIn,
            value: [batch.handInAt, batch.handInUntil ? `${words.until} ${dayText(batch.handInUntil)}` : '']
              .filter(Boolean)
              .join(', '),
          },
          {
            label: words.printedBy,
            value: [batch.printedByName, formatMoment(batch.printedAt, lang)].filter(Boolean).join(', '),
          },
        ]}
      />
      {isNumbered(batch.kind) ? (
        <>
          <div class="mt-6">
            <FormCounts batches={[batch]} lang={lang} />
          </div>
          <Section
            title={words.state}
            actions={
              mayDo(request, 'petition:receive') ? (
                <LinkButton small href={request.link(FORM_GATE)}>
                  {words.enter}
                </LinkButton>
              ) : null
            }
          >
            {back.length > 0 ? (
              <DataTable
                caption={words.state}
                columns={formColumns(request)}
                rows={back}
                rowKey={(one) => String(one.id)}
              />
            ) : null}
            <DetailsBlock summary={`${words.out} (${out.length})`} open={out.length > 0 && out.length <= 12}>
              <ul class="form-serials">
                {out.map((one) => (
                  <li key={one.id}>
                    {one.sheet}: {formSerial(one.id)}
                  </li>
                ))}
              </ul>
            </DetailsBlock>
          </Section>
        </>
      ) : (
        <p class="mt-6">
          <a href={request.link(`/hoi-nghi/${dialogue.id}/phieu-danh-gia`)}>{words.forBallots}</a>
        </p>
      )}
    </>,
  )
}

function enteredText({ enteredByName, enteredAt }: FormLine, lang: Lang): string {
  return enteredAt ? printedFormWords[lang].enteredBy(enteredByName ?? '', formatMoment(enteredAt, lang)) : ''
}

function formColumns(request: OfficeRequest): Column<FormLine>[] {
  const { lang } = request
  const words = printedFormWords[lang]
  return [
    { key: 'sheet', label: words.sheets, numeric: true, cell: (one) => one.sheet },
    { key: 'serial', label: words.serial, main: true, cell: (one) => formSerial(one.id) },
    {
      key: 'state',
      label: words.state,
      wide: true,
      cell: (one) =>
        one.enteredAt && mayDo(request, 'petition:receive') ? (
          <a href={request.link(`${FORM_GATE}/${formSerial(one.id)}`)}>{enteredText(one, lang)}</a>
        ) : (
          enteredText(one, lang)
        ),
    },
  ]
}

/** GET …/in: every sheet of the batch on a page of its own. */
export async function showBatchToPrint(request: OfficeRequest): Promise<OfficeReply> {
  const words = printedFormWords[request.lang]
  const { dialogue, batch } = await batchOf(request)
  const { sheet, layout, corners } = await formCopies(request, dialogue, batch)
  return officePage(
    request,
    { title: words.kinds[batch.kind], active: 'dialogues', width: 'wide' },
    <div class="form-copies">
      <div class="print:hidden">
        <PageHeading
          trail={trail(request, dialogue, batch)}
          title={words.kinds[batch.kind]}
          meta={words.pageHint}
          actions={
            <LinkButton
              variant="primary"
              icon="print"
              href={request.link(`/hoi-nghi/${dialogue.id}${FORMS}/${batch.id}/phieu.pdf`)}
            >
              {words.pdf}
            </LinkButton>
          }
        />
      </div>
      {corners.map((corner, at) => (
        <SheetPreview
          key={at}
          sheet={{ ...sheet, corner }}
          layout={layout}
          label={`${words.kinds[batch.kind]} ${at + 1}/${corners.length}`}
        />
      ))}
    </div>,
  )
}

/** GET …/phieu.pdf: the same as one file, ready for the printer. */
export async function downloadBatch(request: OfficeRequest): Promise<OfficeReply> {
  const words = printedFormWords[request.lang]
  const { dialogue, batch } = await batchOf(request)
  const { sheet, layout, corners } = await formCopies(request, dialogue, batch)
  const body = await writeCopies(sheet, layout, corners)
  const name = `${words.kinds[batch.kind]} ${words.batch(batch.number)}.pdf`
  return { kind: 'download', name, mediaType: 'application/pdf', body, inline: true }
}
