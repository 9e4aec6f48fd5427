import { PAPERS } from '../documents/paper-view.tsx'
import type { OfficeRoute } from '../office-route.ts'
import { postDrawAgain, showDrawAgain } from './draw-again-page.tsx'
import { DRAW, postDraw, showDraw } from './draw-page.tsx'
import { postEditText, showEditText } from './edit-text-page.tsx'
import { downloadDrawn, downloadPaper } from './paper-output.ts'
import { postDropWord, postTakeWord, showDropWord, showTakeWord } from './word-file-pages.tsx'

const one = `${PAPERS}/:id`
const drafts = { permission: 'paper:draft' } as const

/** Papers made from data: drawn, edited, taken away and brought back. */
export const sheetRoutes: readonly OfficeRoute[] = [
  // looked at by who reads its facts, asked inside; kept by who drafts
  { method: 'GET', url: DRAW, permission: 'paper:read', handle: showDraw },
  { method: 'POST', url: DRAW, ...drafts, handle: postDraw },
  {
    method: 'GET',
    url: `${DRAW}/xem-truoc.docx`,
    permission: 'paper:read',
    handle: (request) => downloadDrawn(request, 'docx'),
  },
  {
    method: 'GET',
    url: `${DRAW}/xem-truoc.pdf`,
    permission: 'paper:read',
    handle: (request) => downloadDrawn(request, 'pdf'),
  },
  {
    method: 'GET',
    url: `${one}/van-ban.docx`,
    permission: 'paper:read',
    handle: (request) => downloadPaper(request, 'docx'),
  },
  {
    method: 'GET',
    url: `${one}/van-ban.pdf`,
    permission: 'paper:read',
    handle: (request) => downloadPaper(request, 'pdf'),
  },
  { method: 'GET', url: `${one}/cap-nhat`, ...drafts, handle: (request) => showDrawAgain(request) },
  { method: 'POST', url: `${one}/cap-nhat`, ...drafts, handle: postDrawAgain },
  { method: 'GET', url: `${one}/noi-dung`, ...drafts, handle: (request) => showEditText(request) },
  { method: 'POST', url: `${one}/noi-dung`, ...drafts, handle: postEditText },
  { method: 'GET', url: `${one}/ban-word`, ...drafts, handle: (request) => showTakeWord(request) },
  { method: 'POST', url: `${one}/ban-word`, ...drafts, handle: postTakeWord },
  { method: 'GET', url: `${one}/bo-ban-word`, ...drafts, handle: (request) => showDropWord(request) },
  { method: 'POST', url: `${one}/bo-ban-word`, ...drafts, handle: postDropWord },
]
