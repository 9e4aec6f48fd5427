import { fullLabel, type ReportColumn } from '../../../reporting/report-table.ts'

/**
 * The rules by which a phone shows the label of its column beside each cell of the table of class `name`. Labels are
 * data, and a label in each of a thousand cells was more than half of a page.
 */
export function cardLabels(columns: readonly ReportColumn[], name: string): string {
  const rules = columns.map(
    (column, at) =>
      `.${name} :is(tbody,tfoot) tr>:nth-child(${at + 1})::before{content:"${cssText(fullLabel(column))}"}`,
  )
  return `@media screen{@container table (max-width:44rem){${rules.join('')}}}`
}

/** Whatever the text holds, it stays the text of a string: all but letters, digits and spaces is written as its number. */
const cssText = (text: string) =>
  text.replace(/[^\p{L}\p{N}\p{M} ]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)
