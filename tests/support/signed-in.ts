import type { FastifyInstance } from 'fastify'
import { FormVisitor } from './form-visitor.ts'

/** Somebody with a browser without script, signed in. */
export async function signedIn(server: FastifyInstance, login: string, password: string): Promise<FormVisitor> {
  const visitor = new FormVisitor(server)
  await visitor.open('/dang-nhap')
  const status = await visitor.post('/dang-nhap', { login, password })
  if (status !== 200 || visitor.address.startsWith('/dang-nhap'))
    throw new Error(`${login} could not sign in: ${visitor.text()}`)
  return visitor
}
