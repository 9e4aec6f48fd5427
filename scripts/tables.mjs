#!/usr/bin/env node
// Makes src/platform/db/tables.ts and db/schema.sql from the live schema: `npm run tables`, after every new migration.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { node24, root, runOnNode24 } from './node-24.mjs'

runOnNode24()

const { accessDatabase } = await import('../src/platform/db/database-access.ts')
const { describeSchema } = await import('../src/platform/db/schema-description.ts')

const folder = await mkdtemp(join(tmpdir(), 'doi-thoai-tables-'))
await chmod(folder, 0o711)
try {
  const access = await accessDatabase({ folder: join(folder, 'db'), purpose: 'serve' })
  try {
    await writeFile(join(root, 'db', 'schema.sql'), await describeSchema(access.ownerUrl))
    generateTypes(access.ownerUrl)
  } finally {
    await access.close()
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}

function generateTypes(url) {
  const codegen = join(root, 'node_modules', 'kysely-codegen', 'dist', 'cli', 'bin.js')
  const args = ['--dialect', 'postgres', '--url', url, '--camel-case', '--date-parser', 'string']
  args.push('--numeric-parser', 'number', '--type-mapping', JSON.stringify({ date: 'Day', int8: 'number' }))
  const file = join(root, 'src', 'platform', 'db', 'tables.ts')
  args.push('--out-file', file)
  const { status } = spawnSync(node24, [codegen, ...args], { stdio: 'inherit', cwd: folder })
  if (status !== 0) throw new Error(`kysely-codegen ended with ${status}`)
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(/^import type/m, "import type { Day } from '../day.ts';\nimport type"))
}
