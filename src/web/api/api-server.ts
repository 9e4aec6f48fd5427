import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import type { Outside } from '../../webhooks/tell-systems.ts'
import type { OfficeRuntime } from '../office/office-route.ts'
import { apiWords } from '../words/api-words.ts'
import { addApiGate } from './api-gate.ts'
import { addDirectoryEndpoints } from './directory-endpoints.ts'
import { addPetitionEndpoints } from './petition-endpoints.ts'
import { answerError, problem, sendProblem } from './problem-details.ts'
import { addPublicEndpoints } from './public-endpoints.ts'
import { addWebhookEndpoints } from './webhook-endpoints.ts'

const ABOUT = `Dành cho các hệ thống bên cạnh. Mỗi khóa thuộc một cơ quan và chỉ làm được việc ghi trong khóa, đúng như một
người giữ vai trò đó làm trên trang. Mọi lần ghi cần tiêu đề Idempotency-Key: gửi lại với cùng khóa không thành hai.
Ngày là ngày ở Việt Nam. Lỗi theo RFC 9457 (application/problem+json).`

/** Adds `/api/v1` to the server, with its own checks, its own errors and its own description. */
export async function addApi(parent: FastifyInstance, runtime: OfficeRuntime, outside: Outside): Promise<void> {
  await parent.register(
    async (scope) => {
      const server = scope.withTypeProvider<ZodTypeProvider>()
      server.setValidatorCompiler(validatorCompiler)
      server.setSerializerCompiler(serializerCompiler)
      server.setErrorHandler(answerError)
      await addApiGate(server, runtime)
      server.setNotFoundHandler((_request, reply) =>
        sendProblem(reply, problem(404, 'not-found', apiWords.vi.notFound)),
      )
      await server.register(swagger, {
        openapi: {
          openapi: '3.1.0',
          info: { title: 'Đối Thoại', version: '1', description: ABOUT, license: { name: 'Apache-2.0' } },
          components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
          security: [{ key: [] }],
        },
        transform: jsonSchemaTransform,
      })
      addPetitionEndpoints(server, runtime)
      addDirectoryEndpoints(server, runtime)
      addPublicEndpoints(server, runtime)
      addWebhookEndpoints(server, runtime, outside)
      server.get('/openapi.json', { config: { scope: 'public' }, schema: { hide: true } }, () => server.swagger())
    },
    { prefix: '/api/v1' },
  )
}
