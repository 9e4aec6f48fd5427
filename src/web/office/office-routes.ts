import { accessRules } from '../words/access-rules.ts'
import { documentRules } from '../words/document-rules.ts'
import { addRuleWords } from '../words/rule-sentence.ts'
import { supervisionRules } from '../words/supervision-words.ts'
import { accessGateRoutes } from './access/access-gate-routes.ts'
import { accessRoutes } from './access/access-routes.ts'
import { documentRoutes } from './documents/document-routes.ts'
import { languageRoute } from './language-route.ts'
import type { GateRoute, OfficeRoute } from './office-route.ts'
import { supervisionRoutes } from './supervision/supervision-routes.ts'

/** Every page of the office: one import and one line for each noun. */
export const officeRoutes: readonly OfficeRoute[] = [...accessRoutes, ...documentRoutes, ...supervisionRoutes]

/** Pages outside any authority. */
export const gateRoutes: readonly GateRoute[] = [...accessGateRoutes, languageRoute]

/** The sentences of broken rules: one catalogue for each noun. */
addRuleWords(accessRules, documentRules, supervisionRules)
