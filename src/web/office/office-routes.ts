import { hallRoutes } from '../hall/hall-routes.ts'
import { publicHallGates } from '../hall/public-hall-gates.tsx'
import { accessRules } from '../words/access-rules.ts'
import { agencyRules } from '../words/agency-rules.ts'
import { authorityPlaceRules } from '../words/authority-place-words.ts'
import { calendarRules } from '../words/calendar-words.ts'
import { dialogueRules } from '../words/dialogue-rules.ts'
import { documentRules } from '../words/document-rules.ts'
import { hallRules } from '../words/hall-rules.ts'
import { intakeRules } from '../words/intake-rules.ts'
import { listRules } from '../words/list-rules.ts'
import { mailRules } from '../words/mail-words.ts'
import { petitionRules } from '../words/petition-rules.ts'
import { planRules } from '../words/plan-rules.ts'
import { printedFormRules } from '../words/printed-form-words.ts'
import { publicationRules } from '../words/publication-words.ts'
import { regulationRules } from '../words/regulation-words.ts'
import { reportRules } from '../words/report-record-words.ts'
import { addRuleWords } from '../words/rule-sentence.ts'
import { supervisionRules } from '../words/supervision-words.ts'
import { surveyRules } from '../words/survey-words.ts'
import { accessGateRoutes } from './access/access-gate-routes.ts'
import { accessRoutes } from './access/access-routes.ts'
import { agencyRoutes } from './agencies/agency-routes.ts'
import { calendarRoutes } from './calendar/calendar-routes.ts'
import { deadlineRoutes } from './deadlines/deadline-routes.ts'
import { dialogueRoutes } from './dialogues/dialogue-routes.ts'
import { documentRoutes } from './documents/document-routes.ts'
import { formGates } from './forms/form-gate.ts'
import { formRoutes } from './forms/form-routes.ts'
import { homeRoutes } from './home/home-routes.ts'
import { languageRoute } from './language-route.ts'
import { listRoutes } from './lists/list-routes.ts'
import { mailRoutes } from './mail/mail-routes.ts'
import { messageRoutes } from './messages/message-page.tsx'
import type { GateRoute, OfficeRoute } from './office-route.ts'
import { petitionRoutes } from './petitions/petition-routes.ts'
import { planRoutes } from './plans/plan-routes.ts'
import { publicationRoutes } from './publications/publication-routes.ts'
import { regulationRoutes } from './regulations/regulation-routes.ts'
import { reportRoutes } from './reports/report-routes.ts'
import { searchRoutes } from './search/search-page.tsx'
import { supervisionRoutes } from './supervision/supervision-routes.ts'
import { surveyRoutes } from './surveys/survey-routes.ts'
import { systemRoutes } from './systems/system-routes.ts'

/** Every page of the office: one import and one line for each noun. */
export const officeRoutes: readonly OfficeRoute[] = [
  ...searchRoutes,
  ...reportRoutes,
  ...messageRoutes,
  ...mailRoutes,
  ...homeRoutes,
  ...deadlineRoutes,
  ...accessRoutes,
  ...agencyRoutes,
  ...planRoutes,
  ...dialogueRoutes,
  ...hallRoutes,
  ...documentRoutes,
  ...petitionRoutes,
  ...listRoutes,
  ...formRoutes,
  ...supervisionRoutes,
  ...calendarRoutes,
  ...regulationRoutes,
  ...surveyRoutes,
  ...publicationRoutes,
  ...systemRoutes,
]

/** Pages outside any authority. */
export const gateRoutes: readonly GateRoute[] = [...accessGateRoutes, languageRoute, ...publicHallGates, ...formGates]

/** The sentences of broken rules: one catalogue for each noun. */
addRuleWords(
  accessRules,
  agencyRules,
  authorityPlaceRules,
  planRules,
  publicationRules,
  dialogueRules,
  hallRules,
  documentRules,
  petitionRules,
  mailRules,
  intakeRules,
  listRules,
  printedFormRules,
  supervisionRules,
  calendarRules,
  regulationRules,
  surveyRules,
  reportRules,
)
