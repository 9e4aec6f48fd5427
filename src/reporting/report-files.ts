import { csvText } from '../platform/csv-text.ts'
import type { Day } from '../platform/day.ts'
import type { ReportDocument } from './report-document.ts'
import { periodName } from './report-document.ts'
import { fullLabel, type ReportTable } from './report-table.ts'

/** Version of the JSON below; a program that reads it asks for it first. Described in docs/report-json.md. */
const REPORT_JSON_VERSION = 1

/** “2/3 (60%)” in words: a spreadsheet would read 2/3 as the second of March, quoted or not. */
const notADate = <Cell>(cell: Cell): Cell | string =>
  typeof cell === 'string' ? cell.replace(/^(\d+)\/(\d+)(?=$| \()/, '$1 trên $2') : cell

/** The tables as CSV, one below the other, each with its title. */
export function reportCsv(tables: readonly ReportTable[], heading: string): string {
  return csvText(
    tables.flatMap((table, at) => [
      ...(at > 0 ? [[]] : []),
      [`${heading} – ${table.title}`],
      table.columns.map(fullLabel),
      ...table.rows.map((row) => row.map(notADate)),
      ...(table.total ? [table.total.map(notADate)] : []),
      ...(table.note ? [[table.note]] : []),
    ]),
  )
}

/** A report for another program, e.g. a city's tracking application. */
export function reportJson(document: ReportDocument, slug: string) {
  const { report, authorityName, figures, corrections, tables, sections } = document
  const reasons = new Map(corrections.map((one) => [one.figure, one.reason]))
  return {
    schema: 'doi-thoai.report',
    schemaVersion: REPORT_JSON_VERSION,
    authority: { slug, name: authorityName },
    period: { id: report.subjectId, name: periodName(report.subjectId), from: report.fromDay, to: report.toDay },
    duty: { key: report.ruleKey, label: report.label, dueOn: report.dueOn },
    state: report.state,
    submittedOn: report.submittedOn,
    forms: report.forms.map(({ key, version }) => ({ key, version })),
    figures: Object.fromEntries(
      Object.keys(figures)
        .sort()
        .map((key) => [
          key,
          { counted: report.figures[key] ?? null, stated: figures[key], reason: reasons.get(key) ?? null },
        ]),
    ),
    tables: tables.map(tableJson),
    text: sections.map(({ key, heading, text }) => ({ key, heading, text })),
  }
}

/** A superior's table for another program. */
export function aggregateJson(
  facts: { slug: string; name: string; subjectId: number; missing: string[]; onPaper: string[] },
  table: ReportTable,
) {
  return {
    schema: 'doi-thoai.aggregate',
    schemaVersion: REPORT_JSON_VERSION,
    authority: { slug: facts.slug, name: facts.name },
    period: { id: facts.subjectId, name: periodName(facts.subjectId) },
    notHandedIn: facts.missing,
    onPaper: facts.onPaper,
    table: tableJson(table),
  }
}

/** The result of one dialogue for another program. */
export function eventJson(
  facts: {
    authority: { slug: string; name: string }
    dialogue: { id: number; title: string; kind: string; form: string; heldOn: Day | null }
    figures: Readonly<Record<string, number>>
    on: Day
  },
  table: ReportTable,
) {
  const { authority, dialogue, figures, on } = facts
  return {
    schema: 'doi-thoai.event',
    schemaVersion: REPORT_JSON_VERSION,
    authority: { slug: authority.slug, name: authority.name },
    dialogue: {
      ...{ id: dialogue.id, title: dialogue.title, kind: dialogue.kind, form: dialogue.form, heldOn: dialogue.heldOn },
    },
    countedOn: on,
    figures,
    table: tableJson(table),
  }
}

function tableJson({ key, title, columns, rows, total }: ReportTable) {
  return {
    key,
    title,
    columns: columns.map(({ label, group, figure }) => ({ label, group: group ?? null, figure: figure ?? null })),
    rows,
    total: total ?? null,
  }
}
