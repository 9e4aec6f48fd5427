import { open, readFile } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { inspectZip, ZipTooLarge, ZipUnreadable } from './zip-contents.ts'

/** Why a file is refused; each has its sentence in the catalogue of words. */
export const UPLOAD_REFUSALS = [
  'fileKind',
  'fileHeic',
  'fileTooLarge',
  'fileEmpty',
  'fileMacro',
  'fileUnpackedTooLarge',
  'fileUnreadable',
  'filePictureTooLarge',
] as const
export type UploadRefusal = (typeof UPLOAD_REFUSALS)[number]

export type UploadVerdict =
  | { accepted: true; mediaType: string; extension: string; picture: boolean }
  | { accepted: false; refusal: UploadRefusal }

export const UPLOAD_LIMITS = {
  /** one file, as it is sent */
  bytes: 25 * 1024 * 1024,
  /** files in one form */
  files: 10,
  /** what a DOCX, XLSX or ODT may unpack to */
  unpacked: 100 * 1024 * 1024,
  entries: 5000,
  /** width × height of a picture */
  pixels: 60_000_000,
}

/** What is taken, known by content: papers, scans, tables, pictures, the recording of a loudspeaker bulletin. */
const ACCEPTED: Readonly<Record<string, { extension: string; shape: 'plain' | 'office' | 'picture' }>> = {
  'application/pdf': { extension: 'pdf', shape: 'plain' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { extension: 'docx', shape: 'office' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { extension: 'xlsx', shape: 'office' },
  'application/vnd.oasis.opendocument.text': { extension: 'odt', shape: 'office' },
  'image/jpeg': { extension: 'jpg', shape: 'picture' },
  'image/png': { extension: 'png', shape: 'picture' },
  'image/webp': { extension: 'webp', shape: 'picture' },
  'audio/mpeg': { extension: 'mp3', shape: 'plain' },
}

/**
 * For the `accept` of file fields. Pictures stand in it by their media type: a telephone then offers its camera, and an
 * iPhone turns its own HEIC into JPEG before it sends.
 */
export const ACCEPTED_FILES = [
  ...Object.entries(ACCEPTED).map(([type, { extension, shape }]) => (shape === 'picture' ? type : `.${extension}`)),
  ...['.jpg', '.jpeg', '.png', '.webp', '.txt'],
].join(',')

const MACRO_ENTRY = /(^|\/)(vbaProject\.bin|vbaData\.xml|macros?\/|Basic\/|Scripts\/|activeX\/)/i
const MACRO_TYPE = /macroEnabled/i
/** macros under another name, and a template fetched from elsewhere, which may bring them */
const MACRO_DECLARATION = /macroEnabled|vbaProject|attachedTemplate"[^>]*Target="(https?:|\\\\|\/\/)/i
const refuse = (refusal: UploadRefusal): UploadVerdict => ({ accepted: false, refusal })

/**
 * Looks at a received file by its content; its name and the type the browser claims count for nothing. Refused are
 * documents with macros, SVG, HTML, archives and everything else not listed.
 */
export async function checkUpload(path: string, size: number): Promise<UploadVerdict> {
  if (size === 0) return refuse('fileEmpty')
  const found = await fileTypeFromFile(path)
  if (found && MACRO_TYPE.test(found.mime)) return refuse('fileMacro')
  if (!found) return (await isPlainText(path)) ? accept('text/plain', 'txt', false) : refuse('fileKind')
  if (/^image\/hei[cf]/.test(found.mime)) return refuse('fileHeic')
  const kind = ACCEPTED[found.mime]
  if (!kind) return refuse('fileKind')
  if (kind.shape === 'office') return checkOfficeDocument(path, found.mime, kind.extension)
  if (kind.shape === 'picture') return checkPicture(path, found.mime, kind.extension)
  return accept(found.mime, kind.extension, false)
}

function accept(mediaType: string, extension: string, picture: boolean): UploadVerdict {
  return { accepted: true, mediaType, extension, picture }
}

async function checkOfficeDocument(path: string, mediaType: string, extension: string): Promise<UploadVerdict> {
  try {
    const contents = await inspectZip(path, { unpacked: UPLOAD_LIMITS.unpacked, entries: UPLOAD_LIMITS.entries })
    if (contents.names.some((name) => MACRO_ENTRY.test(name))) return refuse('fileMacro')
    if (MACRO_DECLARATION.test(contents.declarations)) return refuse('fileMacro')
    return accept(mediaType, extension, false)
  } catch (error) {
    if (error instanceof ZipTooLarge) return refuse('fileUnpackedTooLarge')
    if (error instanceof ZipUnreadable) return refuse('fileUnreadable')
    throw error
  }
}

/** Loaded with the first picture: it brings a large library along. */
const loadSharp = async () => (await import('sharp')).default

async function checkPicture(path: string, mediaType: string, extension: string): Promise<UploadVerdict> {
  const sharp = await loadSharp()
  const facts = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (!facts?.width || !facts.height) return refuse('fileUnreadable')
  if (facts.width * facts.height > UPLOAD_LIMITS.pixels) return refuse('filePictureTooLarge')
  return accept(mediaType, extension, true)
}

/** UTF-8 without control characters that does not begin like markup. */
async function isPlainText(path: string): Promise<boolean> {
  const handle = await open(path, 'r')
  const start = await handle.read(Buffer.alloc(4096), 0, 4096, 0).finally(() => handle.close())
  const head = start.buffer.subarray(0, start.bytesRead).toString('utf8')
  if (/^[\s\uFEFF]*<[!?a-z]/i.test(head) || /<(script|svg|html|iframe|body)\b/i.test(head)) return false
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what makes it no text
  if (/[\u0000-\u0008\u000B\u000E-\u001F]/.test(head)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
    return true
  } catch {
    return false
  }
}

/** The picture again, upright, without place, camera and any other metadata; null when it cannot be read. */
export async function reencodePicture(path: string, mediaType: string): Promise<Buffer | null> {
  const sharp = await loadSharp()
  const picture = sharp(path, { limitInputPixels: UPLOAD_LIMITS.pixels, failOn: 'error' }).rotate()
  const format = mediaType === 'image/png' ? 'png' : mediaType === 'image/webp' ? 'webp' : 'jpeg'
  return picture
    .toFormat(format, format === 'png' ? {} : { quality: 88 })
    .toBuffer()
    .catch(() => null)
}
