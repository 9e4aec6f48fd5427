import type { OfficeRoute } from '../office-route.ts'
import { postSpelling, SPELLING, showSpelling } from './spelling-page.tsx'
import { downloadWordForm, postDropForm, postWordForm, showDropForm, showWordForm } from './word-form-page.tsx'
import { postDropWording, showDropWording } from './wording-drop-page.tsx'
import { postEditWording, showEditWording, tryWording } from './wording-edit-page.tsx'
import { showWordings } from './wording-list-page.tsx'
import { showWording } from './wording-page.tsx'
import { WORDINGS } from './wording-view.ts'

const one = `${WORDINGS}/:mau`
const edits = { permission: 'paper-template:edit' } as const

/** The wording of papers: what comes with the program, and the authority's own. */
export const wordingRoutes: readonly OfficeRoute[] = [
  { method: 'GET', url: WORDINGS, ...edits, handle: showWordings },
  { method: 'GET', url: SPELLING, ...edits, handle: (request) => showSpelling(request) },
  { method: 'POST', url: SPELLING, ...edits, handle: postSpelling },
  { method: 'GET', url: one, ...edits, handle: showWording },
  { method: 'GET', url: `${one}/sua`, ...edits, handle: showEditWording },
  { method: 'POST', url: `${one}/sua`, ...edits, handle: postEditWording },
  { method: 'POST', url: `${one}/xem-thu`, ...edits, handle: tryWording },
  { method: 'GET', url: `${one}/tro-lai`, ...edits, handle: (request) => showDropWording(request) },
  { method: 'POST', url: `${one}/tro-lai`, ...edits, handle: postDropWording },
  { method: 'GET', url: `${one}/tep-word`, ...edits, handle: (request) => showWordForm(request) },
  { method: 'POST', url: `${one}/tep-word`, ...edits, handle: postWordForm },
  { method: 'GET', url: `${one}/tep-word.docx`, ...edits, handle: downloadWordForm },
  { method: 'GET', url: `${one}/thoi-tep-word`, ...edits, handle: (request) => showDropForm(request) },
  { method: 'POST', url: `${one}/thoi-tep-word`, ...edits, handle: postDropForm },
]
