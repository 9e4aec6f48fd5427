import { defineChange } from '../changes/define-change.ts'
import { InputRejected, NotFound } from '../platform/errors.ts'
import { regulationOfAuthority } from '../regulations/regulation-store.ts'
import { findFigure } from '../reports/figures.ts'
import { countReport } from './count-report.ts'
import { unknownPlaces } from './fill-wording.ts'
import { correctFigureForm, recountForm, writeTextForm } from './report-inputs.ts'
import { requireReportAct } from './report-record.ts'
import { deleteCorrection, listCorrections, lockReport, updateReport, writeCorrection } from './report-store.ts'

/** Counts the figures again; what was corrected by hand stays corrected, with the new counted figure beside it. */
export const recountReport = defineChange({
  name: 'report/recount',
  permission: 'report:prepare',
  input: recountForm,
  async run(context, { id, version }) {
    const { db, authorityId } = context
    const report = await lockReport(db, authorityId, id)
    requireReportAct(report.state, 'write')
    const regulation = (await regulationOfAuthority(db, authorityId, report.toDay))?.regulation ?? null
    const figures = await countReport(db, report, regulation, context.today)
    await updateReport(db, report, version, { figures, countedAt: context.now })
    const changed = Object.keys(figures).filter((key) => figures[key] !== report.figures[key])
    context.record({
      subjectKind: 'reportRecord',
      subjectId: id,
      before: Object.fromEntries(changed.map((key) => [key, report.figures[key] ?? null])),
      after: Object.fromEntries(changed.map((key) => [key, figures[key]])),
    })
  },
})

/** Sets a figure by hand with a reason, or takes it back to what is counted; the counted one stays beside it. */
export const correctFigure = defineChange({
  name: 'report/correct-figure',
  permission: 'report:prepare',
  input: correctFigureForm,
  async run(context, { id, version, figure, corrected, reason }) {
    const { db, authorityId, actor } = context
    const report = await lockReport(db, authorityId, id)
    requireReportAct(report.state, 'write')
    const counted = report.figures[figure]
    if (counted === undefined || findFigure(figure, null) === null) throw new NotFound('figure')
    if (corrected !== null && reason === '') throw new InputRejected({ reason: 'required' })
    if (corrected === counted) throw new InputRejected({ corrected: 'report/same-as-counted' })
    const before = (await listCorrections(db, authorityId, id)).find((one) => one.figure === figure)
    if (corrected === null) await deleteCorrection(db, authorityId, id, figure)
    else {
      const of = { authorityId, reportId: id, accountId: actor.accountId, at: context.now }
      await writeCorrection(db, of, { figure, counted, corrected, reason })
    }
    await updateReport(db, report, version, {})
    context.record({
      subjectKind: 'reportRecord',
      subjectId: id,
      before: { figure, counted, corrected: before?.corrected ?? null },
      after: { figure, counted, corrected },
      reason: reason || null,
    })
  },
})

/** Writes the wording of one section; empty wording means the form's own again. */
export const writeReportText = defineChange({
  name: 'report/write-text',
  permission: 'report:prepare',
  input: writeTextForm,
  async run(context, { id, version, section, text }) {
    const { db, authorityId } = context
    const report = await lockReport(db, authorityId, id)
    requireReportAct(report.state, 'write')
    const sections = report.forms.flatMap((form) => (form.kind === 'narrative' ? form.sections : []))
    if (!sections.some((one) => one.key === section)) throw new NotFound('report')
    if (unknownPlaces(text).length > 0) throw new InputRejected({ text: 'report/unknown-place' })
    const { [section]: before, ...rest } = report.texts
    const texts = text === '' ? rest : { ...rest, [section]: text }
    const regulation = (await regulationOfAuthority(db, authorityId, report.toDay))?.regulation ?? null
    // a place named for the first time is counted at once; the others only change where somebody counts again
    const figures = { ...(await countReport(db, { ...report, texts }, regulation, context.today)), ...report.figures }
    await updateReport(db, report, version, { texts, figures })
    context.record({
      subjectKind: 'reportRecord',
      subjectId: id,
      before: { section, text: before ?? null },
      after: { section, text },
    })
  },
})
