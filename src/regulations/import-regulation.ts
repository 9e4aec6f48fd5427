import { defineChange } from '../changes/define-change.ts'
import { regulationRef } from './regulation.ts'
import { importRegulationForm } from './regulation-forms.ts'
import { storeVersion } from './store-version.ts'

/** Takes a version from a file; the file is checked whole before anything is stored. */
export const importRegulation = defineChange({
  name: 'regulation/import',
  permission: 'regulation:edit',
  input: importRegulationForm,
  async run(context, { text }) {
    const id = await storeVersion(context, text, { origin: 'imported', basedOnId: null })
    return { id, ref: regulationRef(text), name: text.name }
  },
})
