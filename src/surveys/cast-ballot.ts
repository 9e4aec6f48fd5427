import { createHash } from 'node:crypto'
import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { type InputErrors, InputRejected, NotFound } from '../platform/errors.ts'
import * as f from '../platform/form-fields.ts'
import { findCode, insertBallot, insertCodes, useCode } from './ballot-store.ts'
import { lockSurvey } from './survey-store.ts'

/** What a code is found by; the code itself is only on the slip that was handed out. */
export function ballotCodeHash(code: string): string {
  return createHash('sha256').update(`ballot ${code}`).digest('base64url')
}

const handOutCodesForm = z.object({
  id: f.id(),
  hashes: z.array(z.string().length(43)).min(1, 'required').max(500, 'tooMany'),
})

/**
 * Codes for ballots by telephone are handed out like paper ballots, each good for one. The program is told their hashes
 * alone: the codes themselves are nowhere but on the slips.
 */
export const handOutCodes = defineChange({
  name: 'survey/hand-out-codes',
  permission: 'survey:settle',
  input: handOutCodesForm,
  async run(context, { id, hashes }) {
    const { db, authorityId } = context
    const survey = await lockSurvey(db, authorityId, id)
    requireRule(survey.state === 'open', 'survey/settled')
    await insertCodes(db, authorityId, id, hashes)
    context.record({ subjectKind: 'survey', subjectId: id, after: { codesHandedOut: hashes.length } })
    return { count: hashes.length }
  },
})

const castBallotForm = z.object({
  code: z.string().max(64),
  /** by group: the key of an answer, or nothing for a group left blank */
  answers: z.record(z.string(), z.string()),
  comment: f.optionalText(2000),
})

/**
 * One ballot for one code. The log knows that a ballot was cast, not which code nor which answers; the ballot knows
 * neither code nor time.
 */
export const castBallot = defineChange({
  name: 'survey/cast-ballot',
  permission: 'hall:ask',
  input: castBallotForm,
  async run(context, { code, answers, comment }) {
    const { db, authorityId } = context
    const hash = ballotCodeHash(code)
    const found = await findCode(db, hash)
    if (found?.authorityId !== authorityId) throw new NotFound('survey-code')
    const survey = await lockSurvey(db, authorityId, found.surveyId)
    requireRule(survey.state === 'open', 'survey/settled')
    requireRule(await useCode(db, authorityId, survey.id, hash), 'survey/code-used')
    const errors: InputErrors = {}
    const kept: Record<string, string> = {}
    for (const group of survey.form.groups) {
      const answer = answers[group.key]
      if (answer === undefined || answer === '') continue
      if (!survey.form.scale.some((one) => one.key === answer)) errors[group.key] = 'notInList'
      else kept[group.key] = answer
    }
    if (Object.keys(errors).length > 0) throw new InputRejected(errors)
    requireRule(Object.keys(kept).length > 0, 'survey/ballot-empty')
    await insertBallot(db, { authorityId, surveyId: survey.id, answers: kept, comment })
    context.record({ subjectKind: 'survey', subjectId: survey.id, after: { ballotCast: true } })
    return { cast: true }
  },
})
