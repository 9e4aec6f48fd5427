import type { Block, Corner, Run, Sheet } from '../papers/sheet.ts'

interface FormWords {
  /** boxes under the notice, as on the Portal; none is ticked */
  consents: readonly string[]
  /** the notice on personal data, in a frame; null where nothing personal is asked (ballots) */
  notice: { title: string; lines: readonly string[] } | null
}

/** The lines to write on become a form that is handed out: with its boxes and its notice; never a draft, never numbered. */
export function formSheet(drawn: Sheet, { consents, notice }: FormWords): Sheet {
  const { draft: _, recipients: __, appendices: ___, ...sheet } = drawn
  if (!notice) return sheet
  const boxes = consents.flatMap((text, at): Run[] => [
    ...(at > 0 ? [{ text: '\n' }] : []),
    { box: false },
    { text: `\u00a0\u00a0${text}` },
  ])
  const frame: Block = {
    type: 'table',
    columns: [{ label: notice.title, width: 1 }],
    rows: [{ cells: [notice.lines.join(' ')] }, { cells: [boxes] }],
    size: 10.5,
  }
  return { ...sheet, body: [...sheet.body, frame] }
}

interface CornerFacts {
  /** the whole address a camera opens */
  address: string
  /** what is to be typed where nothing can be scanned */
  serial: string
  /** `Phiếu số 12 · đợt 2 · Thôn Trân Châu` */
  which: string
  further: readonly string[]
}

/** The foot of one sheet. */
export function formCorner({ address, serial, which, further }: CornerFacts): Corner {
  return { code: address, lines: [[{ text: serial, bold: true }, { text: ` · ${which}` }], ...further] }
}
