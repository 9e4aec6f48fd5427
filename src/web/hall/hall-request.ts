import type { Dialogue } from '../../dialogues/dialogue.ts'
import { getDialogue } from '../../dialogues/dialogue-store.ts'
import { type Hall, hallKey } from '../../hall/hall.ts'
import { findHall } from '../../hall/hall-store.ts'
import { NotFound, NotPermitted } from '../../platform/errors.ts'
import { idParam, type OfficeReply, type OfficeRequest, queryText } from '../office/office-route.ts'
import { hallWords } from '../words/hall-words.ts'
import type { DeskData } from './hall-app-data.ts'
import type { Desk } from './hall-view.ts'
import { readDeskView } from './read-desk-view.ts'

/** The addresses of the desks below `/hoi-truong`. */
export const DESK_PATHS: Readonly<Record<Desk, string>> = {
  secretary: '/thu-ky',
  chair: '/chu-tri',
  door: '/cua',
  agency: '/co-quan',
}

/** The conference and its hall; 404 where none was opened. */
export async function hallOf(request: OfficeRequest): Promise<{ dialogue: Dialogue; hall: Hall }> {
  const dialogue = await getDialogue(request.db, request.authority.id, idParam(request))
  const hall = await findHall(request.db, request.authority.id, dialogue.id)
  if (!hall) throw new NotFound('hall')
  return { dialogue, hall }
}

function readDesk(text: string): Desk {
  const found = Object.entries(DESK_PATHS).find(([, path]) => path === `/${text}`)
  return (found?.[0] as Desk | undefined) ?? 'secretary'
}

/** Whether this reader may sit at a desk: the same for its page, its address and what its script asks for. */
export function mayOpenDesk({ actor, authority }: OfficeRequest, desk: Desk): boolean {
  if (desk === 'agency') return true
  return actor.may(desk === 'door' ? 'hall:door' : 'dossier:read', { authorityId: authority.id })
}

/** GET …/du-lieu?ban=thu-ky: the state of one desk, by the permissions of whoever asks. */
export async function readDeskData(request: OfficeRequest): Promise<OfficeReply> {
  const { dialogue, hall } = await hallOf(request)
  const desk = readDesk(queryText(request, 'ban'))
  if (!mayOpenDesk(request, desk)) throw new NotPermitted('hall:see')
  const view = await readDeskView(request, dialogue, hall, desk)
  return { kind: 'data', status: 200, body: view, version: view.version }
}

/** GET …/su-kien: new versions as they come. */
export async function followHall(request: OfficeRequest): Promise<OfficeReply> {
  const { hall } = await hallOf(request)
  return { kind: 'events', hall: hallKey(hall.authorityId, hall.dialogueId), version: hall.version }
}

/** What the page of a desk hands to its script. */
export async function deskData(request: OfficeRequest, desk: Desk): Promise<{ data: DeskData; title: string }> {
  const { dialogue, hall } = await hallOf(request)
  const view = await readDeskView(request, dialogue, hall, desk)
  const data: DeskData = {
    ...{ view, lang: request.lang, base: view.base, csrf: view.csrf },
    dataUrl: `${view.base}/du-lieu?ban=${DESK_PATHS[desk].slice(1)}`,
    eventsUrl: `${view.base}/su-kien`,
    signInHref: `/dang-nhap?den=${encodeURIComponent(view.base + DESK_PATHS[desk])}`,
  }
  return { data, title: `${hallWords[request.lang].desks[desk]} – ${dialogue.title}` }
}
