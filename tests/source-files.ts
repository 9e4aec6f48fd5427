import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseSync } from 'oxc-parser'
import { projectRoot } from '../src/platform/project-root.ts'

export interface SourceFile {
  /** path below the project, `src/petitions/petition.ts` */
  path: string
  text: string
  /** project files it imports, type imports included */
  imports: string[]
}

/** Every source file below a folder with what it imports, read by a parser that knows TypeScript. */
export function readSources(folder: string): SourceFile[] {
  const root = projectRoot()
  return listFiles(join(root, folder)).map((file) => {
    const text = readFileSync(file, 'utf8')
    const parsed = parseSync(file, text)
    const specifiers = [
      ...parsed.module.staticImports.map((one) => one.moduleRequest.value),
      ...parsed.module.staticExports.flatMap((one) => one.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
      ...parsed.module.dynamicImports.map((one) => text.slice(one.moduleRequest.start + 1, one.moduleRequest.end - 1)),
    ]
    const imports = [...new Set(specifiers)].filter((one) => one.startsWith('.'))
    return { path: relative(root, file), text, imports: imports.map((one) => relative(root, join(dirname(file), one))) }
  })
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return listFiles(path)
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : []
  })
}
