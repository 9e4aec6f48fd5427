import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { BrokenRule } from '../platform/errors.ts'
import { checkTemplate } from './check-template.ts'
import { vocabularyOf } from './facts/fact-vocabulary.ts'
import { shippedTemplates } from './load-templates.ts'
import { type PaperTemplate, paperTemplateSchema } from './paper-template.ts'
import { insertWording, listWordingVersions, type WordingKey } from './template-store.ts'
import { dropWordingInput, keepWordingInput } from './wording-forms.ts'

/** Keeps a new version of the authority's own wording of a kind; names that its subject does not have are refused. */
export const keepWording = defineChange({
  name: 'paper-template/keep',
  permission: 'paper-template:edit',
  input: keepWordingInput,
  async run(context, input) {
    const template = readWording(input.wording)
    if (!template || !sameWording(template, input)) throw new BrokenRule('paper-template/not-readable')
    const known = (await shippedTemplates()).filter((one) => one.kind === input.kind)
    // what a paper is about stays: its facts are read by it
    if (!known.some((one) => one.about === template.about)) throw new BrokenRule('paper-template/not-readable')
    if (checkTemplate(template, vocabularyOf(template.about)).length > 0)
      throw new BrokenRule('paper-template/unknown-place')
    return addVersion(context, input, { wording: template, reason: input.reason })
  },
})

/** Goes back to the wording that comes with the program; the own versions stay in the history. */
export const dropWording = defineChange({
  name: 'paper-template/drop',
  permission: 'paper-template:edit',
  input: dropWordingInput,
  async run(context, input) {
    const [newest] = await listWordingVersions(context.db, context.authorityId, input)
    if (!newest || newest.wording === null) throw new BrokenRule('paper-template/not-own')
    return addVersion(context, input, { wording: null, reason: input.reason })
  },
})

/** A wording from JSON; null when it is none. */
function readWording(text: string): PaperTemplate | null {
  try {
    const reading = paperTemplateSchema.safeParse(JSON.parse(text))
    return reading.success ? reading.data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function sameWording(template: PaperTemplate, key: WordingKey): boolean {
  const { kind, variant = '', branch = '' } = template
  return kind === key.kind && variant === key.variant && branch === key.branch
}

async function addVersion(
  context: ChangeContext,
  key: WordingKey & { versionNo: number },
  kept: { wording: PaperTemplate | null; reason: string },
): Promise<{ versionNo: number }> {
  const { db, authorityId } = context
  const { kind, variant, branch } = key
  const [newest] = await listWordingVersions(db, authorityId, key)
  if ((newest?.versionNo ?? 0) !== key.versionNo) throw new BrokenRule('paper-template/changed-meanwhile')
  const versionNo = key.versionNo + 1
  const made = { madeBy: context.actor.accountId, madeAt: context.now }
  const id = await insertWording(db, authorityId, { kind, variant, branch, versionNo, ...kept, ...made })
  context.record({
    subjectKind: 'paperTemplate',
    subjectId: id,
    before: newest ? { versionNo: newest.versionNo } : null,
    after: { kind, variant, branch, versionNo, own: kept.wording !== null },
    reason: kept.reason || null,
  })
  return { versionNo }
}
