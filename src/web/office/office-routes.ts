import { accessRules } from '../words/access-rules.ts'
import { agencyRules } from '../words/agency-rules.ts'
import { calendarRules } from '../words/calendar-words.ts'
import { documentRules } from '../words/document-rules.ts'
import { addRuleWords } from '../words/rule-sentence.ts'
import { supervisionRules } from '../words/supervision-words.ts'
import { accessGateRoutes } from './access/access-gate-routes.ts'
import { accessRoutes } from './access/access-routes.ts'
import { agencyRoutes } from './agencies/agency-routes.ts'
import { calendarRoutes } from './calendar/calendar-routes.ts'
import { documentRoutes } from './documents/document-routes.ts'
import { languageRoute } from './language-route.ts'
import type { GateRoute, OfficeRoute } from './office-route.ts'
import { supervisionRoutes } from './supervision/supervision-routes.ts'

/** Every page of the office: one import and one line for each noun. */
export const officeRoutes: readonly OfficeRoute[] = [
  ...accessRoutes,
  ...agencyRoutes,
  ...documentRoutes,
  ...supervisionRoutes,
  ...calendarRoutes,
]

/** Pages outside any authority. */
export const gateRoutes: readonly GateRoute[] = [...accessGateRoutes, languageRoute]

/** The sentences of broken rules: one catalogue for each noun. */
addRuleWords(accessRules, agencyRules, documentRules, supervisionRules, calendarRules)
