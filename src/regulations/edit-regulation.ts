import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { compareRegulations } from './compare-regulations.ts'
import { regulationRef } from './regulation.ts'
import { editRegulationForm } from './regulation-forms.ts'
import { getRegulationVersion } from './regulation-store.ts'
import { storeVersion } from './store-version.ts'

const LOGGED_PATHS = 200

/** Saves an edited text as a new version beside the one it was made from, which stays as it is. */
export const editRegulation = defineChange({
  name: 'regulation/edit',
  permission: 'regulation:edit',
  input: editRegulationForm,
  async run(context, { basedOnId, text }) {
    const base = await getRegulationVersion(context.db, basedOnId)
    const differences = compareRegulations(base.regulation, text)
    const changed = differences.filter((one) => one.path !== 'version' && one.path !== 'id')
    requireRule(changed.length > 0, 'regulation/no-difference', { ref: regulationRef(base.regulation) })
    const id = await storeVersion(context, text, { origin: 'edited', basedOnId })
    context.record({
      subjectKind: 'regulationVersion',
      subjectId: id,
      action: 'regulation/edit-differences',
      before: { ref: regulationRef(base.regulation) },
      after: { count: changed.length, paths: changed.slice(0, LOGGED_PATHS).map((one) => one.path) },
    })
    return { id, ref: regulationRef(text) }
  },
})
