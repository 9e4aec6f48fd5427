import { defineChange } from '../changes/define-change.ts'
import { noteForm } from './supervision-forms.ts'
import { aboutScope } from './supervision-scope.ts'
import { writeAct } from './write-act.ts'

/** An overseer's opinion on a dialogue, a petition, an item of the conclusion or the work as a whole (J1). */
export const recordNote = defineChange({
  name: 'supervision/note',
  permission: 'supervision:act',
  input: noteForm,
  scope: aboutScope,
  run: (context, input) => writeAct(context, { kind: 'note', ...input }),
})
