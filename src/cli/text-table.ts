/** Columns padded to their widest cell, a line under the heads; the last column is left ragged. */
export function textTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => (row[at] ?? '').length)))
  const write = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join('  ')
      .trimEnd()
  return `${[write(heads), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(write)].join('\n')}\n`
}
