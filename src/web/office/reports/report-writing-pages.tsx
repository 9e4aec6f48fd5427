import { NotFound } from '../../../platform/errors.ts'
import { returnReport, submitReport } from '../../../procedures/submit-report.ts'
import { regulationOfAuthority } from '../../../regulations/regulation-store.ts'
import { WORDING_PLACES } from '../../../reporting/fill-wording.ts'
import { reportTitle } from '../../../reporting/report-document.ts'
import { getReport, listCorrections } from '../../../reporting/report-store.ts'
import { correctFigure, writeReportText } from '../../../reporting/write-report.ts'
import { findFigure, listFigures } from '../../../reports/figures.ts'
import { DayField } from '../../kit/day-field.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { formatNumber } from '../../words/format-values.ts'
import { reportRecordWords } from '../../words/report-record-words.ts'
import { formPage } from '../form-page.tsx'
import { redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { figureName } from './figure-list.tsx'
import { showRecord } from './report-record-page.tsx'
import { recordPath, stillRunning } from './report-record-request.ts'

const asked = (request: OfficeRequest, field: string, query: string) =>
  String(request.form[field] ?? queryText(request, query))

async function readAsked(request: OfficeRequest) {
  const report = await getReport(request.db, request.authority.id, idParam(request))
  const trail = [{ href: recordPath(request, report), label: reportTitle(report) }]
  return { report, trail, back: recordPath(request, report) }
}

/** GET /bao-cao/ho-so/:id/sua-so?so=… */
export async function showCorrection(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const words = reportRecordWords[request.lang]
  const { report, trail, back } = await readAsked(request)
  const figure = asked(request, 'figure', 'so')
  const counted = report.figures[figure]
  if (counted === undefined || !findFigure(figure, null)) throw new NotFound('figure')
  const known = (await listCorrections(request.db, request.authority.id, report.id)).find(
    (one) => one.figure === figure,
  )
  return formPage(request, {
    title: words.correctTitle,
    active: 'reports',
    trail,
    kicker: figureName(figure, request),
    meta: words.correctHelp,
    action: recordPath(request, report, `/sua-so?so=${encodeURIComponent(figure)}`),
    version: report.version,
    values: { figure, corrected: known?.corrected ?? '', reason: known?.reason ?? '' },
    refused,
    verb: words.correct,
    cancelHref: back,
    labels: { corrected: words.corrected, reason: words.reason },
    children: (
      <>
        <input type="hidden" name="figure" value={figure} />
        <DefinitionList
          facts={[
            { label: words.counted, value: formatNumber(counted, request.lang) },
            {
              label: words.correctedNow,
              value: known ? `${formatNumber(known.corrected, request.lang)} (${known.reason})` : null,
            },
          ]}
        />
        <NumberField name="corrected" label={words.corrected} help={words.correctedHint} />
        <TextAreaField name="reason" label={words.reason} rows={3} />
      </>
    ),
  })
}

/** POST /bao-cao/ho-so/:id/sua-so */
export function postCorrection(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, correctFigure, {
    onDone: () =>
      redirectTo(request.link(`/bao-cao/ho-so/${request.params['id']}`), reportRecordWords[request.lang].figureKept),
    onRefused: (refused) => showCorrection(request, refused),
  })
}

/** GET /bao-cao/ho-so/:id/loi-van?muc=… */
export async function showText(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const words = reportRecordWords[request.lang]
  const { lang, db, authority } = request
  const { report, trail, back } = await readAsked(request)
  const key = asked(request, 'section', 'muc')
  const section = report.forms
    .flatMap((form) => (form.kind === 'narrative' ? form.sections : []))
    .find((one) => one.key === key)
  if (!section) throw new NotFound('report')
  const regulation = (await regulationOfAuthority(db, authority.id, report.toDay))?.regulation ?? null
  const places = [
    ...Object.entries(WORDING_PLACES).map(([place, label]) => ({ place, label: label[lang] })),
    ...listFigures(regulation).map((figure) => ({ place: figure.key, label: figure.label[lang] })),
  ]
  return formPage(request, {
    title: words.editText,
    active: 'reports',
    trail,
    kicker: section.heading,
    meta: words.textHelp,
    action: recordPath(request, report, `/loi-van?muc=${encodeURIComponent(key)}`),
    version: report.version,
    values: { section: key, text: report.texts[key] ?? section.text },
    refused,
    verb: words.editText,
    cancelHref: back,
    labels: { text: words.text },
    children: (
      <>
        <input type="hidden" name="section" value={key} />
        <TextAreaField name="text" label={words.text} rows={12} />
        <DetailsBlock summary={words.places}>
          <DefinitionList facts={places.map(({ place, label }) => ({ label: `{${place}}`, value: label }))} />
        </DetailsBlock>
      </>
    ),
  })
}

/** POST /bao-cao/ho-so/:id/loi-van */
export function postText(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, writeReportText, {
    onDone: () =>
      redirectTo(request.link(`/bao-cao/ho-so/${request.params['id']}`), reportRecordWords[request.lang].textKept),
    onRefused: (refused) => showText(request, refused),
  })
}

/**
 * GET /bao-cao/ho-so/:id/nop: handed in with the number of the paper that was signed outside the program; while days of
 * the period are still to come, what that means stands above, and the button says it.
 */
export async function showSubmit(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const words = reportRecordWords[request.lang]
  const { report, trail, back } = await readAsked(request)
  const running = stillRunning(request, report)
  return formPage(request, {
    title: running ? words.submitEarlyTitle : words.submit,
    active: 'reports',
    trail,
    meta: running || words.submitHelp,
    action: recordPath(request, report, '/nop'),
    version: report.version,
    values: { paperNumber: report.paperNumber ?? '', paperDatedOn: report.paperDatedOn ?? '' },
    refused,
    verb: running ? words.submitEarly : words.submit,
    cancelHref: back,
    labels: { paperNumber: words.paperNumber, paperDatedOn: words.paperDatedOn, remark: words.submitRemark },
    children: (
      <>
        {running ? <input type="hidden" name="early" value="yes" /> : null}
        <TextField
          name="paperNumber"
          label={words.paperNumber}
          help={running ? `${words.submitHelp} ${words.paperNumberHelp}` : words.paperNumberHelp}
        />
        <DayField name="paperDatedOn" label={words.paperDatedOn} />
        <TextAreaField name="remark" label={words.submitRemark} rows={3} />
      </>
    ),
  })
}

/** POST /bao-cao/ho-so/:id/nop */
export function postSubmit(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, submitReport, {
    onDone: () =>
      redirectTo(request.link(`/bao-cao/ho-so/${request.params['id']}`), reportRecordWords[request.lang].submitted),
    // without the fields of the number it came from the button of the report's page
    onRefused: (refused) =>
      'paperNumber' in request.form ? showSubmit(request, refused) : showRecord(request, refused),
  })
}

/** GET /bao-cao/ho-so/:id/tra-lai */
export async function showReturn(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const words = reportRecordWords[request.lang]
  const { report, trail, back } = await readAsked(request)
  return formPage(request, {
    title: words.return,
    active: 'reports',
    trail,
    kicker: request.authority.name,
    meta: report.state === 'accepted' ? words.reopenHelp : words.returnHelp,
    action: recordPath(request, report, '/tra-lai'),
    version: report.version,
    refused,
    verb: words.return,
    cancelHref: back,
    labels: { remark: words.returnRemark },
    children: <TextAreaField name="remark" label={words.returnRemark} rows={5} required />,
  })
}

/** POST /bao-cao/ho-so/:id/tra-lai */
export function postReturn(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, returnReport, {
    onDone: () =>
      redirectTo(request.link(`/bao-cao/ho-so/${request.params['id']}`), reportRecordWords[request.lang].returned),
    onRefused: (refused) => showReturn(request, refused),
  })
}
