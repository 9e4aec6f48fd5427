import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type IRunOptions,
  LeaderType,
  LineRuleType,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  UnderlineType,
} from 'docx'
import { type Glyphs, type Line, plainText, type Role, type Rule, type Space } from './composed.ts'
import { textWidth } from './font-metrics.ts'
import { ruleLength } from './rule-length.ts'

export const twip = (mm: number) => Math.round((mm * 1440) / 25.4)

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const

/** The look that a style holds: what a line differs in is written at the line. */
export interface StyleLook {
  run: Required<Pick<IRunOptions, 'bold' | 'italics'>> & { size: number; underline: boolean }
  paragraph: Pick<IParagraphOptions, 'alignment' | 'spacing' | 'indent' | 'keepNext'>
}
export type StyleLooks = ReadonlyMap<Role, StyleLook>

/** Styles of Word where it has one; the others carry Vietnamese names that an official finds in the list. */
export const STYLE_IDS: Record<Role, string> = {
  nation: 'QuocHieu',
  organ: 'CoQuan',
  number: 'SoKyHieu',
  date: 'DiaDanhNgay',
  title: 'Title',
  subject: 'TrichYeu',
  addressee: 'KinhGui',
  basis: 'CanCu',
  heading1: 'Heading1',
  heading2: 'Heading2',
  heading3: 'Heading3',
  heading4: 'Heading4',
  body: 'NoiDung',
  cell: 'OBang',
  signature: 'ChuKy',
  recipients: 'NoiNhan',
  note: 'GhiChu',
}

export function lookOf(line: Line): StyleLook {
  const first = line.runs.find((run) => 'text' in run)
  return {
    run: {
      size: Math.round(line.size * 2),
      bold: first?.bold ?? false,
      italics: first?.italic ?? false,
      underline: first?.underline ?? false,
    },
    paragraph: {
      alignment: ALIGN[line.align],
      spacing: {
        before: Math.round(line.before * 20),
        after: Math.round(line.after * 20),
        line: Math.round(line.spacing >= 10 ? line.spacing * 20 : line.spacing * 240),
        lineRule: line.spacing >= 10 ? LineRuleType.EXACT : LineRuleType.AUTO,
      },
      indent: { left: twip(line.leftIndent), firstLine: twip(line.firstIndent) },
      keepNext: line.keepWithNext,
    },
  }
}

/** A paragraph in its style; `width` (mm) is the room it has, for dots and frames. */
export function paragraphOf(line: Line, looks: StyleLooks, width: number): Paragraph {
  const own = lookOf(line)
  const style = looks.get(line.role) ?? own
  const differs = <T>(mine: T, styled: T) => (JSON.stringify(mine) === JSON.stringify(styled) ? undefined : mine)
  const framed = line.framed ? frame(line, width) : {}
  return new Paragraph({
    style: STYLE_IDS[line.role],
    ...defined({
      alignment: differs(own.paragraph.alignment, style.paragraph.alignment),
      spacing: differs(own.paragraph.spacing, style.paragraph.spacing),
      indent: differs(own.paragraph.indent, style.paragraph.indent),
      keepNext: differs(own.paragraph.keepNext, style.paragraph.keepNext),
    }),
    ...(line.dots ? { tabStops: [{ type: TabStopType.RIGHT, position: twip(width), leader: LeaderType.DOT }] } : {}),
    ...framed,
    children: [
      ...textRuns(line.runs, own.run.size, style.run),
      ...(line.dots ? [new TextRun({ children: [new Tab()], ...sizeIf(own.run.size, style.run.size) })] : []),
    ],
  })
}

function defined<T extends object>(options: T): Partial<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<T>
}

const sizeIf = (size: number, styled: number) => (size === styled ? {} : { size })

/** Words as runs; nothing of a text can become a field or a link, it only ever stands in `w:t`. */
export function textRuns(runs: readonly Glyphs[], size: number, style: StyleLook['run']): TextRun[] {
  return runs.flatMap((run) => {
    if ('box' in run)
      return [new TextRun({ text: run.box ? '☒' : '☐', font: 'Segoe UI Symbol', ...sizeIf(size, style.size) })]
    const text = 'blank' in run ? blankDots(run.blank, size / 2) : run.text
    const look: { bold?: boolean; italic?: boolean; underline?: boolean } = 'text' in run ? run : {}
    return text.split('\n').map(
      (part, at) =>
        new TextRun({
          text: part,
          ...(at > 0 ? { break: 1 } : {}),
          ...sizeIf(size, style.size),
          ...((look.bold ?? false) === style.bold ? {} : { bold: look.bold ?? false }),
          ...((look.italic ?? false) === style.italics ? {} : { italics: look.italic ?? false }),
          ...underlineOf(look.underline ?? false, style.underline),
        }),
    )
  })
}

/** Where the first line of a style is underlined (“Nơi nhận:” of the Party), the others say that they are not. */
function underlineOf(wanted: boolean, styled: boolean): Pick<IRunOptions, 'underline'> {
  if (wanted === styled) return {}
  return { underline: wanted ? {} : { type: UnderlineType.NONE } }
}

/** Dots over a length in millimetres. */
function blankDots(length: number, size: number): string {
  return '.'.repeat(Math.max(3, Math.round(length / textWidth('.', size))))
}

const THIN = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const

/** A frame as wide as its text. */
function frame(line: Line, width: number): Pick<IParagraphOptions, 'border' | 'indent'> {
  const bold = line.runs.some((run) => 'text' in run && run.bold)
  const side = Math.max(0, (width - textWidth(plainText(line.runs), line.size, bold) - 4) / 2)
  const edge = { ...THIN, space: 1 }
  return {
    border: { top: edge, bottom: edge, left: { ...edge, space: 4 }, right: { ...edge, space: 4 } },
    indent: { left: twip(side), right: twip(side) },
  }
}

/** A drawn line of the right length: the upper border of an almost empty paragraph, never an underline. */
export function ruleParagraph(rule: Rule, width: number): Paragraph {
  const side = (width - ruleLength(rule, width)) / 2
  return new Paragraph({
    style: STYLE_IDS.note,
    indent: { left: twip(side), right: twip(side), firstLine: 0 },
    spacing: { before: 50, after: Math.round(rule.after * 20), line: 40, lineRule: LineRuleType.EXACT },
    border: { top: { ...THIN, space: 0 } },
    keepNext: true,
    children: [],
  })
}

export function spaceParagraph(space: Space): Paragraph {
  return new Paragraph({
    style: STYLE_IDS.note,
    spacing: { before: 0, after: 0, line: Math.max(20, twip(space.height)), lineRule: LineRuleType.EXACT },
    keepNext: true,
    children: [],
  })
}
