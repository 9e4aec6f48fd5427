import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { InputErrors } from '../../platform/errors.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { type ReceivedUpload, receiveUpload } from '../../platform/files/receive-upload.ts'
import { shownFileName } from '../../platform/files/safe-file-name.ts'
import type { UploadRefusal } from '../../platform/files/upload-check.ts'

export interface PostedForm {
  fields: Record<string, unknown>
  uploads: ReceivedUpload[]
  /** files that were refused, by field; the form is shown again with what was typed */
  uploadErrors: InputErrors
  /** the same, each with the name it came with: of several in one field one may be refused */
  refusedFiles: RefusedFile[]
}

export interface RefusedFile {
  field: string
  name: string
  refusal: UploadRefusal
}

interface FormRules {
  /** runs before the first file is read; throws what refuses the form */
  checkFields?: (fields: Record<string, unknown>) => void
  /** as in `receiveUpload` */
  textEndings?: readonly string[]
}

/**
 * Reads what was posted. Fields of the same name become a list. Files are checked by content and stored by their hash;
 * they belong to no record until a change binds them.
 */
export async function readForm(request: FastifyRequest, files: FileStore, rules: FormRules = {}): Promise<PostedForm> {
  if (!request.isMultipart()) {
    const fields = cleaned((request.body ?? {}) as Record<string, unknown>)
    rules.checkFields?.(fields)
    return { fields, uploads: [], uploadErrors: {}, refusedFiles: [] }
  }
  try {
    return await readParts(request, files, rules)
  } catch (error) {
    // a body that is cut off or no form at all is the sender's mistake, not ours
    if (error instanceof Error && BROKEN_BODY.test(error.message)) throw Object.assign(error, { statusCode: 400 })
    throw error
  }
}

const BROKEN_BODY = /multipart|boundary|part header|terminated early|unexpected end/i

async function readParts(
  request: FastifyRequest,
  files: FileStore,
  { checkFields, textEndings = [] }: FormRules,
): Promise<PostedForm> {
  const fields: Record<string, unknown> = {}
  const uploads: ReceivedUpload[] = []
  const uploadErrors: InputErrors = {}
  const refusedFiles: RefusedFile[] = []
  let checked = false
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      addField(fields, part.fieldname, part.value)
      continue
    }
    if (!checked) checkFields?.(fields)
    checked = true
    const field = part.fieldname
    const content = await firstBytes(part.file)
    // a field that was left alone comes without a name
    if (!content && !part.filename) continue
    const outcome = content
      ? await receiveUpload(files, { field, name: part.filename, content }, textEndings)
      : { ok: false as const, refusal: 'fileEmpty' as const }
    if (outcome.ok) uploads.push(outcome.upload)
    else {
      uploadErrors[field] = outcome.refusal
      refusedFiles.push({ field, name: shownFileName(part.filename), refusal: outcome.refusal })
    }
  }
  if (!checked) checkFields?.(fields)
  return { fields: cleaned(fields), uploads, uploadErrors, refusedFiles }
}

/** Without U+0000, which the database takes nowhere: a page that only looks something up by a field may not break on it. */
function cleaned(fields: Record<string, unknown>): Record<string, unknown> {
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replaceAll('\u0000', '')
    return Array.isArray(value) ? value.map(clean) : value
  }
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, clean(value)]))
}

/**
 * The file's content, or null for a file field that was left empty. What is left over after a refusal is read to its
 * end, else the parts behind it would never come.
 */
async function firstBytes(file: Readable): Promise<Readable | null> {
  const chunks = file.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>
  const first = await chunks.next()
  if (first.done) return null
  async function* content() {
    try {
      for (let next = first; !next.done; next = await chunks.next()) yield next.value
    } finally {
      file.resume()
    }
  }
  return Readable.from(content(), { objectMode: false })
}

function addField(fields: Record<string, unknown>, name: string, value: unknown): void {
  const before = fields[name]
  if (before === undefined) fields[name] = value
  else fields[name] = Array.isArray(before) ? [...before, value] : [before, value]
}
