import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { layoutFolder } from './layout-folder.ts'
import type { Branch, Layout } from './layout-profile.ts'
import { loadLayouts, shippedLayouts } from './load-layouts.ts'
import { loadTemplates, shippedTemplates } from './load-templates.ts'
import type { Sheet } from './sheet.ts'
import { sheetSource } from './sheet-source.ts'
import { writePaper } from './write-paper.ts'

const BRANCHES: readonly Branch[] = ['state', 'party', 'front']

/**
 * Everything that is wrong in the wordings and layouts that come with the program, each as a sentence that names file,
 * field and reason; empty when papers can be drawn. Asked at the start, so that no paper fails at its issue; what was
 * read then is what papers are drawn from, whatever happens to the files. `folders`: look at others instead.
 */
export async function paperDataProblems(folders: { templates?: string; layouts?: string } = {}): Promise<string[]> {
  const layouts = folders.layouts ?? layoutFolder()
  const [wordings, looks] = await Promise.allSettled([
    folders.templates === undefined ? shippedTemplates() : loadTemplates(folders.templates),
    folders.layouts === undefined ? shippedLayouts() : loadLayouts(layouts),
  ])
  const problems = [wordings, looks].flatMap((one) =>
    one.status === 'rejected' ? [one.reason instanceof Error ? one.reason.message : String(one.reason)] : [],
  )
  if (!existsSync(join(layouts, 'sheet.typ'))) problems.push('sheet.typ — thiếu tệp dàn trang của bản PDF')
  if (looks.status === 'fulfilled')
    for (const branch of BRANCHES)
      if (!looks.value.some((one) => one.branch === branch && one.to === null))
        problems.push(`layouts — chưa có thể thức đang áp dụng (to: null) cho nhánh “${branch}”`)
  return problems
}

/** As `paperDataProblems`; throws an Error that says them all. */
export async function requirePaperData(): Promise<void> {
  const problems = await paperDataProblems()
  if (problems.length > 0) throw new Error(problems.join('\n'))
  sheetSource()
}

/** Writes a specimen in each layout as Word document and PDF; gives a sentence for each that cannot be written. */
export async function layoutsThatFail(layouts: readonly Layout[]): Promise<string[]> {
  const problems: string[] = []
  for (const layout of layouts)
    for (const format of ['docx', 'pdf'] as const)
      await writePaper(format, SPECIMEN, layout).catch((error: Error) => {
        problems.push(`${layout.id} — không viết được bản ${format}: ${error.message.split('\n')[0]}`)
      })
  return problems
}

const SPECIMEN: Sheet = {
  head: {
    superior: ['Thành phố'],
    issuer: ['Ủy ban nhân dân', 'xã Mẫu'],
    ...{ number: null, symbol: 'TB-UBND', place: 'Xã Mẫu', date: null },
  },
  name: 'Thông báo',
  subject: 'về việc thử thể thức',
  body: [
    { type: 'heading', level: 1, text: 'Mục một' },
    { type: 'paragraph', text: 'Một đoạn văn.' },
    { type: 'landscape', blocks: [{ type: 'table', columns: [{ label: 'Cột', width: 1 }], rows: [{ cells: ['ô'] }] }] },
  ],
  signatures: [{ post: 'Chủ tịch', name: 'Nguyễn Văn Mẫu' }],
  recipients: { items: [{ name: 'Như trên' }], archive: 'VT' },
}
