import { dialogueView } from '../dialogues/dialogue-act.tsx'
import type { OfficeRoute } from '../office-route.ts'
import { downloadBatch, showBatch, showBatchToPrint } from './form-batch-page.tsx'
import { FORM_GATE } from './form-copies.ts'
import { FORMS, formListPage, postPrint } from './form-list-page.tsx'
import { openForm, showLookUp } from './form-look-up-page.tsx'
import { postSpeechForm } from './speech-form-page.tsx'

const url = `/hoi-nghi/:id${FORMS}`

/** Forms on paper: printed for a dialogue, entered again by their serial. */
export const formRoutes: readonly OfficeRoute[] = [
  dialogueView(FORMS, 'dossier:read', formListPage),
  { method: 'POST', url, permission: 'form:print', handle: postPrint },
  { method: 'GET', url: `${url}/:row`, permission: 'dossier:read', handle: showBatch },
  { method: 'GET', url: `${url}/:row/in`, permission: 'form:print', handle: showBatchToPrint },
  { method: 'GET', url: `${url}/:row/phieu.pdf`, permission: 'form:print', handle: downloadBatch },
  { method: 'GET', url: FORM_GATE, permission: 'petition:receive', handle: (request) => showLookUp(request) },
  { method: 'GET', url: `${FORM_GATE}/:serial`, permission: 'petition:receive', handle: openForm },
  { method: 'POST', url: `${FORM_GATE}/:serial`, permission: 'dialogue:conduct', handle: postSpeechForm },
]
