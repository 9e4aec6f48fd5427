import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { layoutFolder } from './layout-folder.ts'
import { shippedLayouts } from './load-layouts.ts'
import { layoutsThatFail, paperDataProblems, requirePaperData } from './paper-data.ts'
import { templateFolder } from './template-folder.ts'
import { stopPress } from './write-paper.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doi-thoai-papers-'))
})
afterAll(async () => {
  stopPress()
  await rm(folder, { recursive: true, force: true })
})

/** A copy of the wordings or layouts with one place of one file written anew; or the file taken away. */
async function broken(of: string, file: string, from: string, to: string | null): Promise<string> {
  const copy = await mkdtemp(join(folder, 'copy-'))
  await cp(of, copy, { recursive: true })
  const path = join(copy, file)
  if (to === null) await rm(path)
  else {
    const source = await readFile(path, 'utf8')
    expect(source).toContain(from)
    await writeFile(path, source.replace(from, to))
  }
  return copy
}

it('finds nothing wrong in what comes with the program, and every layout can be written', async () => {
  await requirePaperData()
  expect(await layoutsThatFail(await shippedLayouts())).toEqual([])
})

it.each([
  ['minutes.yaml', '{', '{ghost} {', /^Mẫu văn bản có lỗi:\nminutes\.yaml .*— không có dữ liệu nào tên “ghost”/],
  ['minutes.yaml', 'kind: minutes', 'kind: poem', /minutes\.yaml kind — “poem” không phải là loại văn bản nào/],
  ['minutes.yaml', 'about: dialogue', 'about: moon', /minutes\.yaml .*about — giá trị "moon" không dùng được/],
  ['minutes.yaml', 'kind: minutes', 'kind: [', /minutes\.yaml — không đúng cú pháp YAML/],
])('names file, field and reason of a broken wording: %s %s → %s', async (file, from, to, said) => {
  const problems = await paperDataProblems({ templates: await broken(templateFolder(), file, from, to) })
  expect(problems).toEqual([expect.stringMatching(said)])
})

it.each([
  ['state-nd30.yaml', 'signingSpace: 28', 'signingSpace: 500', /state-nd30\.yaml ending\.signingSpace — giá trị 500/],
  ['state-nd30.yaml', 'closing: "./."', 'closings: "./."', /state-nd30\.yaml body — có mục không nhận biết: closings/],
  ['front-mttq.yaml', '', null, /chưa có thể thức đang áp dụng \(to: null\) cho nhánh “front”/],
  ['sheet.typ', '', null, /sheet\.typ — thiếu/],
])('names file, field and reason of a broken layout: %s %s → %s', async (file, from, to, said) => {
  const problems = await paperDataProblems({ layouts: await broken(layoutFolder(), file, from, to) })
  expect(problems).toEqual([expect.stringMatching(said)])
})

it('says which layout cannot be written', async () => {
  const [layout] = await shippedLayouts()
  const bad = { ...layout!, body: { ...layout!.body, headings: [] } }
  expect(await layoutsThatFail([bad])).toEqual([
    expect.stringMatching(new RegExp(`^${layout!.id} — không viết được bản docx`)),
    expect.stringMatching(/bản pdf/),
  ])
})
