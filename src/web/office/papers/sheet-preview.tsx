import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { composeSheet } from '../../../papers/compose-sheet.ts'
import type {
  Columns,
  Composed,
  ComposedCorner,
  ComposedSection,
  ComposedTable,
  Glyphs,
  Line,
  Piece,
  Rule,
} from '../../../papers/composed.ts'
import type { Layout } from '../../../papers/layout-profile.ts'
import { qrDataUrl } from '../../../papers/qr-svg.ts'
import type { Sheet } from '../../../papers/sheet.ts'
import { alignClass, indentClass, sizeClass, spaceClass } from './sheet-classes.ts'

/** The paper as it will look, in HTML: the same composed sheet as the files, without pages. */
export function SheetPreview(props: { sheet: Sheet; layout: Layout; label: string }) {
  const composed = composeSheet(props.sheet, props.layout)
  return (
    <HeadingTags.Provider value={headingTags(composed)}>
      <article class="grid gap-4" lang="vi" aria-label={props.label}>
        {composed.sections.map((section, at) => (
          <SectionView key={at} section={section} composed={composed} label={`${props.label} (${at + 1})`} />
        ))}
      </article>
    </HeadingTags.Provider>
  )
}

type HeadingTag = 'h2' | 'h3' | 'h4' | 'h5' | 'h6'
const HeadingTags = createContext<Readonly<Record<string, HeadingTag>>>({})

/** A paper may begin with its second level (“1.”): in the page the levels it uses follow each other without a gap. */
function headingTags({ sections }: Composed): Record<string, HeadingTag> {
  const roles = new Set(
    sections.flatMap(({ pieces }) => pieces.map((piece) => (piece.kind === 'line' ? piece.role : ''))),
  )
  const used = (['heading1', 'heading2', 'heading3', 'heading4'] as const).filter((role) => roles.has(role))
  const below = used.map((role, at) => [role, (['h3', 'h4', 'h5', 'h6'] as const)[at]!] as const)
  return { title: 'h2', ...Object.fromEntries(below) }
}

function SectionView(props: { section: ComposedSection; composed: Composed; label: string }) {
  const { section, composed } = props
  const width = section.landscape ? 'max-w-[297mm]' : 'max-w-[210mm]'
  const look = `mx-auto w-full ${width} overflow-x-auto border border-base-300 bg-white p-6 sm:p-[15mm] text-black`
  return (
    <section
      class={`${look} font-[Tinos,'Times_New_Roman',serif] ${sizeClass(composed.bodySize)}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls on a phone, by the keyboard too
      tabIndex={0}
      aria-label={props.label}
    >
      {section.pieces.map((piece, at) => (
        <PieceView key={at} piece={piece} />
      ))}
      {section.corner ? <CornerView corner={section.corner} /> : null}
    </section>
  )
}

function CornerView({ corner }: { corner: ComposedCorner }) {
  return (
    <footer class="form-corner">
      <div>
        {corner.lines.map((line, at) => (
          <LineView key={at} line={line} />
        ))}
      </div>
      <img src={qrDataUrl(corner.code)} alt={`QR: ${corner.code}`} width="83" height="83" />
    </footer>
  )
}

function PieceView({ piece }: { piece: Piece }) {
  switch (piece.kind) {
    case 'line':
      return <LineView line={piece} />
    case 'rule':
      return <RuleView rule={piece} room={165} />
    case 'space':
      return <div class={piece.height > 10 ? 'h-20' : 'h-2'} />
    case 'columns':
      return <ColumnsView columns={piece} />
    case 'table':
      return <TableView table={piece} />
    case 'pageBreak':
      return <hr class="my-6 border-dashed" />
  }
}

function LineView({ line }: { line: Line }) {
  const Tag = useContext(HeadingTags)[line.role] ?? 'p'
  const room = [spaceClass('mt', line.before), spaceClass('mb', line.after), indentClass(line)]
  const look = [sizeClass(line.size), alignClass(line.align), 'font-normal', ...room].filter(Boolean).join(' ')
  if (line.dots)
    return (
      <Tag class={`${look} flex min-h-6 items-baseline gap-1`}>
        <span>
          <Runs runs={line.runs} />
        </span>
        <span class="grow border-b border-dotted border-current" />
      </Tag>
    )
  return (
    <Tag class={look}>
      {line.framed ? (
        <span class="inline-block border border-current px-2">
          <Runs runs={line.runs} />
        </span>
      ) : (
        <Runs runs={line.runs} />
      )}
    </Tag>
  )
}

function Runs({ runs }: { runs: readonly Glyphs[] }) {
  return (
    <>
      {runs.map((run, at) => {
        if ('box' in run) return <span key={at}>{run.box ? '☒' : '☐'}</span>
        if ('blank' in run) return <span key={at} class="inline-block w-28 border-b border-dotted border-current" />
        const look = [run.bold && 'font-bold', run.italic && 'italic', run.underline && 'underline'].filter(Boolean)
        return (
          <span key={at} class={['whitespace-pre-line', ...look].join(' ')}>
            {run.text}
          </span>
        )
      })}
    </>
  )
}

/** How wide a capital or a small letter is, on the average: a share of the size. */
const LETTER = { capital: 0.68, small: 0.47 }
const MM_PER_POINT = 25.4 / 72

function RuleView({ rule, room }: { rule: Rule; room: number }) {
  const { text, size } = rule.under
  const letter = text === text.toLocaleUpperCase('vi') ? LETTER.capital : LETTER.small
  const share = Math.min(1, (text.length * letter * size * MM_PER_POINT) / room) * rule.share * 50
  return (
    <svg class="mt-0.5 mb-2 block h-0.5 w-full" aria-hidden="true">
      <line x1={`${50 - share}%`} x2={`${50 + share}%`} y1="1" y2="1" stroke="currentColor" />
    </svg>
  )
}

function ColumnsView({ columns }: { columns: Columns }) {
  return (
    <table role="presentation" class="mb-2 w-full table-fixed border-collapse">
      <colgroup>
        {columns.widths.map((share, at) => (
          <col key={at} width={`${share * 100}%`} />
        ))}
      </colgroup>
      <tbody>
        {columns.rows.map((row, at) => (
          <tr key={at}>
            {row.map((pieces, cell) => (
              <td key={cell} class="px-1 align-top">
                {pieces.map((piece, inner) =>
                  piece.kind === 'rule' ? (
                    <RuleView key={inner} rule={piece} room={165 * columns.widths[cell]!} />
                  ) : (
                    <PieceView key={inner} piece={piece} />
                  ),
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function TableView({ table }: { table: ComposedTable }) {
  return (
    <table class={`my-1 w-full border-collapse ${sizeClass(table.size)}`}>
      <colgroup>
        {table.widths.map((share, at) => (
          <col key={at} width={`${share * 100}%`} />
        ))}
      </colgroup>
      <thead>
        {table.head.map((row, at) => (
          <tr key={at}>
            {row.map((cell, inner) => (
              <th
                key={inner}
                scope={cell.columns > 1 ? 'colgroup' : 'col'}
                colSpan={cell.columns}
                rowSpan={cell.rows}
                class="border border-current p-1 text-center font-normal"
              >
                <Runs runs={cell.runs} />
              </th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, inner) => (
              <td
                key={inner}
                colSpan={cell.columns}
                class={`border border-current p-1 align-top ${alignClass(cell.align)}`}
              >
                <Runs runs={cell.runs} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
