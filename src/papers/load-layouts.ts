import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { layoutFolder } from './layout-folder.ts'
import { type Layout, layoutSchema } from './layout-profile.ts'

/** One layout from YAML: the value, or sentences (Vietnamese) that each name the field and what is wrong with it. */
export function readLayout(source: string, file: string): { layout: Layout } | { problems: string[] } {
  const document = parseDocument(source, { strict: true, uniqueKeys: true, prettyErrors: false })
  if (document.errors.length > 0)
    return { problems: document.errors.map((error) => `${file} — không đúng cú pháp YAML: ${error.message}`) }
  const parsed = layoutSchema.safeParse(document.toJS({ maxAliasCount: 50 }), { reportInput: true })
  if (!parsed.success)
    return {
      problems: parsed.error.issues.map((issue) => `${file} ${issue.path.join('.')} — ${issueSentence(issue)}`),
    }
  const { from, to } = parsed.data
  if (to !== null && to < from) return { problems: [`${file} to — ngày cuối (${to}) trước ngày đầu (${from})`] }
  return { layout: parsed.data }
}

function issueSentence(issue: { code: string; message: string; input?: unknown; keys?: string[] }): string {
  if (issue.code === 'unrecognized_keys') return `có mục không nhận biết: ${issue.keys?.join(', ')}`
  if (issue.input === undefined) return 'thiếu mục này'
  return `giá trị ${JSON.stringify(issue.input)} không dùng được: ${issue.message}`
}

/** All layouts of a folder, oldest first. Throws an Error that names every problem: a broken layout must not be used. */
export async function loadLayouts(folder: string = layoutFolder()): Promise<Layout[]> {
  const layouts: Layout[] = []
  const problems: string[] = []
  for (const file of (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort()) {
    const reading = readLayout(await readFile(join(folder, file), 'utf8'), file)
    if ('problems' in reading) problems.push(...reading.problems)
    else {
      problems.push(...clashes(layouts, reading.layout, file))
      layouts.push(reading.layout)
    }
  }
  if (layouts.length === 0 && problems.length === 0) problems.push(`${folder} — không có tệp thể thức nào`)
  if (problems.length > 0) throw new Error(`Tệp thể thức có lỗi:\n${problems.join('\n')}`)
  return layouts.sort((a, b) => (a.from < b.from ? -1 : 1))
}

function clashes(known: readonly Layout[], added: Layout, file: string): string[] {
  return known.flatMap((other) => {
    if (other.id === added.id) return [`${file} id — “${added.id}” đã có ở tệp khác`]
    const apart =
      other.branch !== added.branch ||
      (other.to !== null && other.to < added.from) ||
      (added.to !== null && added.to < other.from)
    return apart ? [] : [`${file} from — thời gian áp dụng chồng lên “${other.id}”`]
  })
}

let shipped: Promise<readonly Layout[]> | null = null

/** The layouts that come with the program, read once. */
export function shippedLayouts(): Promise<readonly Layout[]> {
  shipped ??= loadLayouts()
  return shipped
}
