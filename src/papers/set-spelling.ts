import { defineChange } from '../changes/define-change.ts'
import { BrokenRule } from '../platform/errors.ts'
import { findSpelling, saveSpelling } from './spelling-store.ts'
import { setSpellingInput } from './wording-forms.ts'

/** Chooses where the tone marks stand in the program's words on the authority's papers; drafts drawn before stay. */
export const setSpelling = defineChange({
  name: 'paper-template/set-spelling',
  permission: 'paper-template:edit',
  input: setSpellingInput,
  async run(context, input) {
    const { db, authorityId } = context
    const before = await findSpelling(db, authorityId)
    if (
      before.version !== input.versionNo ||
      !(await saveSpelling(db, authorityId, { ...input, version: input.versionNo }))
    )
      throw new BrokenRule('paper-template/changed-meanwhile')
    context.record({
      subjectKind: 'paperSpelling',
      subjectId: authorityId,
      before: { uy: before.uy, oa: before.oa },
      after: { uy: input.uy, oa: input.oa },
    })
  },
})
