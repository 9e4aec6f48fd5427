import { approveAnswerOnPaper, approveReplyOnPaper } from '../../petitions/approve-answer.ts'
import { draftAnswer, draftReply } from '../../petitions/draft-answer.ts'
import { getPetition } from '../../petitions/petition-store.ts'
import { assignPetition } from '../../procedures/assign-petition.ts'
import { settlePetition } from '../../procedures/commit-to-petition.ts'
import { receiveSubmission } from '../../procedures/receive-submission.ts'
import type { OfficeRuntime } from '../office/office-route.ts'
import { type ApiServer, keyOf, runForSystem } from './api-context.ts'
import { petitionIdOf, readPetition, readPetitions } from './petition-reads.ts'
import * as shape from './petition-shapes.ts'

const tags = ['Kiến nghị']
const { refusals } = shape

/** Petitions as a neighbouring system meets them: read, raised, assigned, answered, reported settled. */
export function addPetitionEndpoints(server: ApiServer, runtime: OfficeRuntime): void {
  addReading(server, runtime)
  addRaising(server, runtime)
  addHandling(server, runtime)
}

function addReading(server: ApiServer, runtime: OfficeRuntime): void {
  server.get(
    '/petitions',
    {
      config: { scope: 'petition:read' },
      schema: {
        tags,
        summary: 'Các kiến nghị mà khóa được xem',
        querystring: shape.petitionsAsked,
        response: { 200: shape.petitionsFound, ...refusals },
      },
    },
    (request) => readPetitions(runtime, request, request.query),
  )
  server.get(
    '/petitions/:code',
    {
      config: { scope: 'petition:read' },
      schema: {
        tags,
        summary: 'Một kiến nghị với trả lời và thời hạn',
        params: shape.ofCode,
        response: { 200: shape.petitionWhole, ...refusals },
      },
    },
    (request) => readPetition(runtime, request, request.params.code),
  )
}

function addRaising(server: ApiServer, runtime: OfficeRuntime): void {
  server.post(
    '/petitions',
    {
      config: { scope: 'petition:raise' },
      schema: {
        tags,
        summary: 'Gửi vào điều một người nêu, có thể gồm nhiều nội dung',
        body: shape.raised,
        response: { 201: shape.taken, ...refusals },
      },
    },
    async (request, reply) => {
      const { petitioner, contents, dialogueId, ...said } = request.body
      const { kind, name, ...about } = petitioner
      const input = {
        ...said,
        ...about,
        petitionerKind: kind,
        petitionerName: name,
        dialogueId,
        contents: contents.map((one) => one.content),
        kinds: contents.map((one) => one.kind),
        subjectAreas: contents.map((one) => one.subjectArea ?? ''),
      }
      const { value, repeated } = await runForSystem(runtime, request, receiveSubmission, input)
      const { authorityId } = keyOf(request)
      const petitions = await Promise.all(value.petitionIds.map((id) => getPetition(runtime.db, authorityId, id)))
      return reply.code(201).send({ petitions: petitions.map(({ code }) => ({ code })), repeated })
    },
  )
}

function addHandling(server: ApiServer, runtime: OfficeRuntime): void {
  const answer = { 200: shape.done, ...refusals }
  server.post(
    '/petitions/:code/assignment',
    {
      config: { scope: 'petition:assign' },
      schema: {
        tags,
        summary: 'Giao cơ quan chủ trì, phối hợp',
        params: shape.ofCode,
        body: shape.assignment,
        response: answer,
      },
    },
    async (request) => {
      const id = await petitionIdOf(runtime, request, request.params.code)
      const { repeated } = await runForSystem(runtime, request, assignPetition, { id, ...request.body })
      return { repeated }
    },
  )
  server.post(
    '/petitions/:code/answers',
    {
      config: { scope: 'petition:reply' },
      schema: { tags, summary: 'Gửi dự thảo trả lời', params: shape.ofCode, body: shape.draft, response: answer },
    },
    async (request) => {
      const id = await petitionIdOf(runtime, request, request.params.code)
      const { kind, ...body } = request.body
      const { repeated } = await runForSystem(runtime, request, kind === 'reply' ? draftReply : draftAnswer, {
        id,
        ...body,
      })
      return { repeated }
    },
  )
  server.post(
    '/petitions/:code/answers/approval',
    {
      config: { scope: 'petition:reply' },
      schema: {
        tags,
        summary: 'Ghi việc thủ trưởng đã duyệt trên giấy',
        params: shape.ofCode,
        body: shape.approval,
        response: answer,
      },
    },
    async (request) => {
      const id = await petitionIdOf(runtime, request, request.params.code)
      const { kind, ...body } = request.body
      const change = kind === 'reply' ? approveReplyOnPaper : approveAnswerOnPaper
      const { repeated } = await runForSystem(runtime, request, change, { id, ...body })
      return { repeated }
    },
  )
  server.post(
    '/petitions/:code/settlement',
    {
      config: { scope: 'petition:settle' },
      schema: { tags, summary: 'Báo kết quả giải quyết', params: shape.ofCode, body: shape.settled, response: answer },
    },
    async (request) => {
      const id = await petitionIdOf(runtime, request, request.params.code)
      const { repeated } = await runForSystem(runtime, request, settlePetition, { id, ...request.body })
      return { repeated }
    },
  )
}
