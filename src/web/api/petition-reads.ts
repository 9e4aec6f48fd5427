import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { findAgency } from '../../agencies/agency-store.ts'
import { performChange } from '../../changes/perform-change.ts'
import { listDeadlinesOf } from '../../deadlines/deadline-store.ts'
import { listAnswers, listSupports } from '../../petitions/answer-store.ts'
import { findOpenPetitionIdByCode } from '../../petitions/petition-code-store.ts'
import { countPetitions, listPetitions } from '../../petitions/petition-list-store.ts'
import { type Visibility, visibilityOf } from '../../petitions/petition-scope.ts'
import { getPetition } from '../../petitions/petition-store.ts'
import { readSensitivePetition } from '../../petitions/restrict-petition.ts'
import { dayOf } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import type { OfficeRuntime } from '../office/office-route.ts'
import { keyOf } from './api-context.ts'
import type { petitionsAsked, petitionsFound, petitionWhole } from './petition-shapes.ts'

const PAGE_SIZE = 25
const SHORTEST = 800

function visibilityOfKey(request: FastifyRequest): Visibility {
  const { actor, authorityId } = keyOf(request)
  const visibility = visibilityOf(actor, authorityId)
  if (!visibility) throw new NotFound('petition')
  return visibility
}

/** The id of the petition of the address; 404 for any that the key may not see. */
export async function petitionIdOf(runtime: OfficeRuntime, request: FastifyRequest, code: string): Promise<number> {
  const id = await findOpenPetitionIdByCode(runtime.db, visibilityOfKey(request), code.normalize('NFC'))
  if (id === null) throw new NotFound('petition')
  return id
}

export async function readPetitions(
  runtime: OfficeRuntime,
  request: FastifyRequest,
  asked: z.output<typeof petitionsAsked>,
): Promise<z.output<typeof petitionsFound>> {
  const visibility = visibilityOfKey(request)
  const filter = { state: asked.state, search: asked.search || undefined, today: dayOf(runtime.clock.now()) }
  const wanted = { sort: 'newest', direction: 'desc', page: asked.page, pageSize: PAGE_SIZE } as const
  const [rows, total] = await Promise.all([
    listPetitions(runtime.db, visibility, filter, wanted),
    countPetitions(runtime.db, visibility, filter),
  ])
  const petitions = rows.map((row) => ({
    ...row,
    state: row.state as z.output<typeof petitionWhole>['state'],
    kind: row.kind as z.output<typeof petitionWhole>['kind'],
    opening: row.content.slice(0, SHORTEST),
    leadAgency: row.agencyName,
  }))
  return { petitions, total, page: asked.page }
}

export async function readPetition(
  runtime: OfficeRuntime,
  request: FastifyRequest,
  code: string,
): Promise<z.output<typeof petitionWhole>> {
  const { actor, authorityId } = keyOf(request)
  const id = await petitionIdOf(runtime, request, code)
  const petition = await getPetition(runtime.db, authorityId, id)
  if (petition.sensitive) await keepReading(runtime, request, id)
  const [answers, supports, deadlines, lead] = await Promise.all([
    listAnswers(runtime.db, authorityId, id),
    listSupports(runtime.db, authorityId, id),
    actor.may('deadline:read', { authorityId }) ? listDeadlinesOf(runtime.db, authorityId, 'petition', id) : [],
    petition.leadAgencyId === null ? null : findAgency(runtime.db, authorityId, petition.leadAgencyId),
  ])
  return {
    ...petition,
    state: petition.state as z.output<typeof petitionWhole>['state'],
    kind: petition.kind as z.output<typeof petitionWhole>['kind'],
    leadAgency: lead && { id: lead.id, name: lead.name },
    supportingAgencies: supports.map((one) => ({
      id: one.agencyId,
      name: one.agencyName,
      contributedOn: one.contributedOn,
    })),
    answers: answers.map((one) => ({ ...one, agency: one.agencyName })),
    deadlines,
  }
}

/** Reading a sensitive petition leaves a line in its history, one an hour. */
async function keepReading(runtime: OfficeRuntime, request: FastifyRequest, id: number): Promise<void> {
  const key = keyOf(request)
  const hour = runtime.clock.now().toISOString().slice(0, 13)
  await performChange(runtime, readSensitivePetition, {
    actor: key.actor,
    authorityId: key.authorityId,
    input: { id },
    key: `read ${id} ${key.actor.accountId} ${hour}`,
  })
}
