import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { citizenActor } from '../../src/access/citizen-permissions.ts'
import type { Change } from '../../src/changes/define-change.ts'
import { performChange } from '../../src/changes/perform-change.ts'
import { derivedCode, derivedToken, hashOfCode, hashOfToken, newSecretToken } from '../../src/platform/secret-token.ts'
import { raisePetition } from '../../src/procedures/raise-petition.ts'
import type { PetitionWorld } from './petition-world.ts'

export const NOTICE = { version: '2026-1', lang: 'vi' as const, text: 'Dữ liệu cá nhân chỉ dùng để trả lời.' }

/** People at the Portal of the world's authority. */
export function portalSteps(world: PetitionWorld) {
  const perform = <S extends z.ZodType, R>(change: Change<S, R>, input: unknown, key: string = randomUUID()) =>
    performChange(world.runtime, change, {
      actor: citizenActor(world.authorityId),
      authorityId: world.authorityId,
      input,
      key,
    })
  const done = async <S extends z.ZodType, R>(change: Change<S, R>, input: unknown, key?: string): Promise<R> => {
    const outcome = await perform(change, input, key)
    if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.errors)}`)
    return outcome.value
  }
  const form = (more: Record<string, unknown> = {}, secret = newSecretToken()) => ({
    contents: ['Đường vào thôn hỏng nặng.'],
    petitionerKind: 'person',
    petitionerName: 'Nguyễn Thị Lan',
    phone: '0912 345 678',
    notice: NOTICE,
    tokenHash: hashOfToken(derivedToken(secret, 'receipt')),
    codeHash: hashOfCode(derivedCode(secret, 'code')),
    why: [],
    ...more,
  })
  /** Raises something; gives its id and the hash of its secret. */
  const raise = async (more: Record<string, unknown> = {}) => {
    const input = form(more)
    const { submissionId, held } = await done(raisePetition, input)
    return { submissionId, held, tokenHash: input.tokenHash, codeHash: input.codeHash }
  }
  return { perform, done, form, raise }
}
