import { requirePermission } from '../../../changes/perform-change.ts'
import { findPaperSheet } from '../../../documents/paper-sheet-store.ts'
import { readSheet } from '../../../papers/sheet.ts'
import { type SheetField, sheetFields } from '../../../papers/sheet-edits.ts'
import { NotFound } from '../../../platform/errors.ts'
import { editText } from '../../../procedures/paper-from-data.ts'
import { ErrorSummary } from '../../kit/error-summary.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { documentWords } from '../../words/document-words.ts'
import { sheetWords } from '../../words/sheet-words.ts'
import type { Lang } from '../../words/words.ts'
import { loadPaper, PAPERS } from '../documents/paper-view.tsx'
import { officePage, redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'

/** Before the path of a field in its name on the form. */
const PREFIX = 'o.'

/** GET /van-ban/:id/noi-dung – each piece of the text in a field of its own. */
export async function showEditText(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const { db, authority, actor, lang } = request
  const words = sheetWords[lang]
  const { paper, scopes, lock } = await loadPaper(request)
  requirePermission(actor, 'paper:draft', scopes.working)
  const stored = await findPaperSheet(db, authority.id, paper.id)
  if (!stored || lock) throw new NotFound('paperSheet')
  const fields = sheetFields(readSheet(stored.sheet))
  const back = request.link(`${PAPERS}/${paper.id}`)
  const stands = Object.fromEntries(fields.map(({ path, value }) => [PREFIX + path, value]))
  const errors = refused?.stale ? { '': words.stale } : (refused?.errors ?? {})
  const typedOn = refused && !refused.stale ? refused.values['sheetVersion'] : null
  return officePage(
    request,
    {
      title: words.edit,
      active: 'dossiers',
      width: 'narrow',
      status: refused?.status ?? 200,
      keepDrafts: refused !== null,
    },
    <>
      <PageHeading
        trail={[
          { href: request.link(PAPERS), label: documentWords[lang].papers },
          { href: back, label: paper.title },
        ]}
        title={words.edit}
        meta={words.editHelp}
      />
      {refused?.stale ? <ErrorSummary errors={errors} /> : null}
      <Form
        action={`${back}/noi-dung`}
        values={refused?.values ?? stands}
        errors={refused?.stale ? {} : errors}
        hidden={{ sheetVersion: String(typedOn ?? stored.version) }}
      >
        {fields.map((field, at) => (
          <PieceField key={field.path} field={field} label={labelOf(fields, at, lang)} lang={lang} />
        ))}
        <FormButtons verb={documentWords[lang].saveDraft} cancelHref={back} />
      </Form>
    </>,
  )
}

/** `Đoạn văn 3`: pieces that come several times are counted. */
function labelOf(fields: readonly SheetField[], at: number, lang: Lang): string {
  const words = sheetWords[lang]
  const { piece } = fields[at]!
  const label = words.fields[piece]
  const alike = fields.filter((field) => field.piece === piece)
  return alike.length === 1 ? label : words.fieldNumber(label, String(alike.indexOf(fields[at]!) + 1))
}

function PieceField({ field, label, lang }: { field: SheetField; label: string; lang: Lang }) {
  const name = PREFIX + field.path
  if (field.form === 'line') return <TextField name={name} label={label} />
  const rows = Math.min(14, Math.max(2, Math.ceil(field.value.length / 80) + field.value.split('\n').length - 1))
  const help = field.form === 'text' ? sheetWords[lang].paragraphHelp : undefined
  return <TextAreaField name={name} label={label} rows={rows} help={help} />
}

/** POST /van-ban/:id/noi-dung */
export async function postEditText(request: OfficeRequest): Promise<OfficeReply> {
  await loadPaper(request)
  const texts = Object.fromEntries(
    Object.entries(request.form).flatMap(([name, value]) =>
      name.startsWith(PREFIX) ? [[name.slice(PREFIX.length), String(value ?? '').replace(/\r\n?/g, '\n')]] : [],
    ),
  )
  return submitForm(request, editText, {
    input: { id: request.params['id'], sheetVersion: request.form['sheetVersion'], texts },
    onDone: () => redirectTo(request.link(`${PAPERS}/${idParam(request)}`), sheetWords[request.lang].done.edited),
    onRefused: (refused) => showEditText(request, refused),
  })
}
