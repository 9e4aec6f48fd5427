import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FileMissing, type FileStore, FileTooLarge, openFileStore } from './file-store.ts'

let folder: string
let store: FileStore
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex')

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doi-thoai-store-'))
  store = openFileStore(folder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function contentOf(sha256: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await store.open(sha256)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

test('a content lies under its hash and is read back byte for byte', async () => {
  const content = randomBytes(300_000)
  const kept = await store.put(Readable.from([content.subarray(0, 7), content.subarray(7)]))
  expect(kept).toEqual({ sha256: hashOf(content), size: 300_000 })
  expect(await readFile(join(folder, kept.sha256.slice(0, 2), kept.sha256.slice(2)))).toEqual(content)
  expect(await contentOf(kept.sha256)).toEqual(content)
  expect(await store.has(kept.sha256)).toBe(true)
})

test('the same content twice is one file, and a damaged copy is healed by it', async () => {
  const content = Buffer.from('biên bản')
  const { sha256 } = await store.put(content)
  await writeFile(join(folder, sha256.slice(0, 2), sha256.slice(2)), 'hỏng')
  await store.put(content)
  expect(await contentOf(sha256)).toEqual(content)
  const listed: string[] = []
  for await (const one of store.list()) listed.push(one)
  expect(listed).toEqual([sha256])
})

test('beyond the limit nothing is kept, not even a part', async () => {
  await expect(store.put(randomBytes(1001), 1000)).rejects.toThrow(FileTooLarge)
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
  expect((await store.put(randomBytes(1000), 1000)).size).toBe(1000)
})

test('a sender that breaks off leaves nothing', async () => {
  const broken = Readable.from(
    (async function* () {
      yield randomBytes(10)
      throw new Error('connection lost')
    })(),
  )
  await expect(store.put(broken)).rejects.toThrow('connection lost')
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})

test('what is missing is said so, what is no hash never becomes a path', async () => {
  await expect(store.open('a'.repeat(64))).rejects.toThrow(FileMissing)
  expect(await store.has('a'.repeat(64))).toBe(false)
  await expect(async () => store.open('../../etc/passwd')).rejects.toThrow(RangeError)
})

test('parallel puts of the same and of other contents all arrive', async () => {
  const contents = Array.from({ length: 40 }, (_, i) => Buffer.from(`nội dung ${i % 10}`))
  await Promise.all(contents.map((content) => store.put(content)))
  const listed: string[] = []
  for await (const one of store.list()) listed.push(one)
  expect(listed).toEqual([...new Set(contents.map(hashOf))].sort())
})

test('strangers in the folder are named', async () => {
  const { sha256 } = await store.put(Buffer.from('x'))
  await writeFile(join(folder, 'note.txt'), '?')
  await writeFile(join(folder, sha256.slice(0, 2), 'rest'), '?')
  const strangers: string[] = []
  for await (const one of store.listStrangers()) strangers.push(one)
  expect(strangers.sort()).toEqual([join(sha256.slice(0, 2), 'rest'), 'note.txt'].sort())
})
