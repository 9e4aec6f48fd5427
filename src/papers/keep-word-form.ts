import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { attachUpload } from '../documents/attachment-store.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { readStored } from '../platform/files/receive-upload.ts'
import { vocabularyOf } from './facts/fact-vocabulary.ts'
import { shippedTemplates } from './load-templates.ts'
import { insertWordForm, listWordForms, type WordingKey } from './template-store.ts'
import { faultsOfForm } from './word-form-faults.ts'
import { checkFormPlaces } from './word-form-places.ts'
import { dropWordFormInput, keepWordFormInput } from './wording-forms.ts'
import { readFormPlaces } from './write-paper.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Takes an authority's own Word file for a kind as a new version; places that nothing can fill are refused. */
export function keepWordFormChange(files: FileStore) {
  return defineChange({
    name: 'paper-template/keep-word-form',
    permission: 'paper-template:edit',
    input: keepWordFormInput,
    async run(context, input) {
      const template = (await shippedTemplates()).find(
        ({ kind, variant = '', branch = '' }) =>
          kind === input.kind && variant === input.variant && branch === input.branch,
      )
      if (!template) throw new BrokenRule('paper-template/not-readable')
      if (input.file.mediaType !== DOCX) throw new InputRejected({ file: 'paper/not-a-word-file' })
      const bytes = await readStored(files, input.file.sha256)
      const places = await readFormPlaces(bytes)
      if (places === null) throw new InputRejected({ file: 'fileUnreadable' })
      const [fault] = await faultsOfForm(bytes)
      if (fault) throw new BrokenRule(`paper-template/form-${fault.fault}`, { said: fault.said })
      // every paper drawn on it would say the same, and nothing of its own
      if (places.length === 0) throw new InputRejected({ file: 'wordFormWithoutPlaces' })
      const { unknown } = checkFormPlaces(places, template, vocabularyOf(template.about))
      if (unknown.length > 0) throw new BrokenRule('paper-template/unknown-places', { names: unknown.join(', ') })
      const file = { subjectKind: 'authority', subjectId: context.authorityId, upload: input.file, label: 'wordForm' }
      return addForm(context, input, { attachmentId: await attachUpload(context, file), places })
    },
  })
}

/** Gives the own Word file up; its versions stay. */
export const dropWordForm = defineChange({
  name: 'paper-template/drop-word-form',
  permission: 'paper-template:edit',
  input: dropWordFormInput,
  async run(context, input) {
    const [newest] = await listWordForms(context.db, context.authorityId, input)
    if (!newest || newest.attachmentId === null) throw new BrokenRule('paper-template/no-word-form')
    return addForm(context, input, { attachmentId: null, places: [] }, input.reason)
  },
})

async function addForm(
  context: ChangeContext,
  { kind, variant, branch }: WordingKey,
  form: { attachmentId: number | null; places: string[] },
  reason: string | null = null,
): Promise<{ versionNo: number }> {
  const { db, authorityId } = context
  const [newest] = await listWordForms(db, authorityId, { kind, variant, branch })
  const versionNo = (newest?.versionNo ?? 0) + 1
  const made = { madeBy: context.actor.accountId, madeAt: context.now }
  const id = await insertWordForm(db, authorityId, { kind, variant, branch, versionNo, ...form, ...made })
  context.record({
    subjectKind: 'paperTemplate',
    subjectId: id,
    before: newest ? { versionNo: newest.versionNo } : null,
    after: { kind, variant, branch, versionNo, attachmentId: form.attachmentId },
    reason,
  })
  return { versionNo }
}
