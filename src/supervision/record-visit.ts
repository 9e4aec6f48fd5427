import { defineChange } from '../changes/define-change.ts'
import { visitForm } from './supervision-forms.ts'
import { aboutScope } from './supervision-scope.ts'
import { writeAct } from './write-act.ts'

/** A visit on the spot: which day, who took part, what was found (J2). */
export const recordVisit = defineChange({
  name: 'supervision/visit',
  permission: 'supervision:act',
  input: visitForm,
  scope: aboutScope,
  run: (context, input) => writeAct(context, { kind: 'visit', ...input }),
})
