import type { z } from 'zod'
import type { Change } from '../../../changes/define-change.ts'
import {
  forwardOpinionList,
  mergeOpinion,
  returnOpinionList,
  sendBackOpinionList,
  sendOpinionList,
} from '../../../lists/hand-opinion-list.ts'
import { addOpinion, withdrawOpinion } from '../../../lists/keep-opinions.ts'
import { receiveOpinionList } from '../../../procedures/receive-opinion-list.ts'
import { opinionListWords } from '../../words/opinion-list-words.ts'
import { redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest, OfficeRoute } from '../office-route.ts'
import { submitForm } from '../submit-form.tsx'
import { IMPORTS, keepSheets } from './import-list-page.tsx'
import { openList, showOpinionList } from './opinion-list-page.tsx'
import { OPINION_LISTS, postOpinionList, showOpinionLists } from './opinion-lists-page.tsx'

type Words = (typeof opinionListWords)['vi']

/** One act on a list: it is looked up for its reader, done, and its page shown again with what was done. */
function act<S extends z.ZodType, R>(change: Change<S, R>, said: (words: Words, result: R) => string) {
  return async (request: OfficeRequest): Promise<OfficeReply> => {
    const { id } = await openList(request)
    return submitForm(request, change, {
      onDone: (result) =>
        redirectTo(request.link(`${OPINION_LISTS}/${id}`), said(opinionListWords[request.lang], result)),
      onRefused: (refused) => showOpinionList(request, refused),
    })
  }
}

/** POST /danh-sach/:id/bang: a sheet whose rows become opinions of this list. */
async function postListSheet(request: OfficeRequest): Promise<OfficeReply> {
  const { id } = await openList(request)
  const kept = await keepSheets(request, id)
  if ('refusal' in kept) {
    return showOpinionList(request, { values: {}, errors: { sheet: kept.refusal }, stale: null, status: 422 })
  }
  return redirectTo(request.link(`${IMPORTS}/${kept.ids[0]}`))
}

const one = `${OPINION_LISTS}/:id`
const keep = 'opinion-list:keep' as const
const gather = 'opinion-list:gather' as const
const receive = 'opinion-list:receive' as const

/** The lists that villages, organisations and the Front send up. */
export const opinionListRoutes: readonly OfficeRoute[] = [
  {
    method: 'GET',
    url: OPINION_LISTS,
    permission: 'opinion-list:read',
    handle: (request) => showOpinionLists(request),
  },
  { method: 'POST', url: OPINION_LISTS, permission: keep, handle: postOpinionList },
  { method: 'GET', url: one, permission: 'opinion-list:read', handle: (request) => showOpinionList(request) },
  ...(
    [
      ['y-kien', keep, act(addOpinion, (words, { count }) => words.added(String(count)))],
      ['bo-y-kien', keep, act(withdrawOpinion, (words) => words.taken)],
      ['bang', keep, postListSheet],
      [
        'gui',
        keep,
        act(sendOpinionList, (words, { to }) => (to === 'atFront' ? words.sentToFront : words.sentToOffice)),
      ],
      ['chuyen', gather, act(forwardOpinionList, (words) => words.forwarded)],
      ['tra-lai', gather, act(returnOpinionList, (words) => words.givenBack)],
      ['gop', gather, act(mergeOpinion, (words) => words.merged)],
      ['tiep-nhan', receive, act(receiveOpinionList, (words, { petitions }) => words.received(String(petitions)))],
      ['gui-lai', receive, act(sendBackOpinionList, (words) => words.givenBack)],
    ] as const
  ).map(([path, permission, handle]) => ({ method: 'POST' as const, url: `${one}/${path}`, permission, handle })),
]
