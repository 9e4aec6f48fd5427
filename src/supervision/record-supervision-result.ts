import { defineChange } from '../changes/define-change.ts'
import { noteForm } from './supervision-forms.ts'
import { aboutScope } from './supervision-scope.ts'
import { writeAct } from './write-act.ts'

/** The result of supervision over the conclusions of a dialogue, as the Front states it (J2). */
export const recordSupervisionResult = defineChange({
  name: 'supervision/result',
  permission: 'supervision:act',
  input: noteForm,
  scope: aboutScope,
  run: (context, input) => writeAct(context, { kind: 'result', ...input }),
})
