import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { isPaperKind } from '../documents/number-book.ts'
import { checkTemplate } from './check-template.ts'
import { vocabularyOf } from './facts/fact-vocabulary.ts'
import type { Branch } from './layout-profile.ts'
import { type PaperTemplate, paperTemplateSchema } from './paper-template.ts'
import { templateFolder } from './template-folder.ts'

/** A file holds one template, or several of the same kind (`templates: […]`: variants, branches). */
const fileSchema = z.union([
  z.strictObject({ templates: z.array(paperTemplateSchema).min(1) }).transform(({ templates }) => templates),
  paperTemplateSchema.transform((template) => [template]),
])

/** The templates of one YAML file, or sentences (Vietnamese) that each name the field and what is wrong with it. */
export function readTemplates(source: string, file: string): { templates: PaperTemplate[] } | { problems: string[] } {
  const document = parseDocument(source, { strict: true, uniqueKeys: true, prettyErrors: false })
  if (document.errors.length > 0)
    return { problems: document.errors.map((error) => `${file} — không đúng cú pháp YAML: ${error.message}`) }
  const value: unknown = document.toJS({ maxAliasCount: 50 })
  const several = typeof value === 'object' && value !== null && 'templates' in value
  const parsed = (several ? fileSchema.options[0] : fileSchema.options[1]).safeParse(value, { reportInput: true })
  if (!parsed.success)
    return { problems: parsed.error.issues.map((issue) => `${file} ${issue.path.join('.')} — ${sentence(issue)}`) }
  const unknown = parsed.data.filter((template) => !isPaperKind(template.kind))
  if (unknown.length > 0)
    return { problems: unknown.map(({ kind }) => `${file} kind — “${kind}” không phải là loại văn bản nào`) }
  const misnamed = parsed.data.flatMap((template, at) =>
    checkTemplate(template, vocabularyOf(template.about)).map(
      ({ path, sentence }) => `${file} ${several ? `templates.${at}.` : ''}${path} — ${sentence}`,
    ),
  )
  if (misnamed.length > 0) return { problems: misnamed }
  return { templates: parsed.data }
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `có mục không nhận biết: ${issue.keys.join(', ')}`
  if (issue.code === 'invalid_union') return 'không đúng dạng của một đoạn văn bản nào'
  if (issue.input === undefined) return 'thiếu mục này'
  return `giá trị ${JSON.stringify(issue.input)} không dùng được: ${issue.message}`
}

/** All templates of a folder. Throws an Error that names every problem: a broken template must not be used. */
export async function loadTemplates(folder: string = templateFolder()): Promise<PaperTemplate[]> {
  const templates: PaperTemplate[] = []
  const problems: string[] = []
  for (const file of (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort()) {
    const reading = readTemplates(await readFile(join(folder, file), 'utf8'), file)
    if ('problems' in reading) problems.push(...reading.problems)
    else
      for (const template of reading.templates) {
        if (templates.some((other) => sameKey(other, template)))
          problems.push(`${file} kind — mẫu “${template.kind}” đã có cùng nhánh và biến thể`)
        templates.push(template)
      }
  }
  if (templates.length === 0 && problems.length === 0) problems.push(`${folder} — không có mẫu văn bản nào`)
  if (problems.length > 0) throw new Error(`Mẫu văn bản có lỗi:\n${problems.join('\n')}`)
  return templates
}

type Key = Pick<PaperTemplate, 'kind' | 'branch' | 'variant'>

function sameKey(a: Key, b: Key): boolean {
  return a.kind === b.kind && a.branch === b.branch && a.variant === b.variant
}

/**
 * The template of a kind for papers of a branch: the branch's own, else the one for all. `variant` must match exactly
 * (none: the kind's ordinary paper). Null when there is none.
 */
export function pickTemplate(
  templates: readonly PaperTemplate[],
  kind: string,
  branch: Branch,
  variant?: string,
): PaperTemplate | null {
  const fitting = templates.filter((template) => template.kind === kind && template.variant === variant)
  return fitting.find((one) => one.branch === branch) ?? fitting.find((one) => one.branch === undefined) ?? null
}

let shipped: Promise<readonly PaperTemplate[]> | null = null

/** The templates that come with the program, read once. */
export function shippedTemplates(): Promise<readonly PaperTemplate[]> {
  shipped ??= loadTemplates()
  return shipped
}
