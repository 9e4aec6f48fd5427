import type { Actor } from '../../src/changes/actor.ts'
import type { Day } from '../../src/platform/day.ts'
import { createPetitionWorld } from './petition-world.ts'
import { testActor } from './test-actor.ts'

interface PetitionFacts {
  content?: string
  state?: string
  kind?: string
  leadAgencyId?: number | null
  confidential?: boolean
  accusedAgencyId?: number | null
  dialogueId?: number | null
  answeredOn?: Day | null
}

/** The world of petitions with rows put straight into the tables: what reading rooms are tested on. */
export async function createWorkWorld() {
  const world = await createPetitionWorld()
  const { db, authorityId } = world
  let number = 0
  const petition = async (facts: PetitionFacts = {}) => {
    number += 1
    const who = await db
      .insertInto('petitioner')
      .values({ authorityId, kind: 'person', name: `Người dân ${number}` })
      .returning('id')
      .executeTakeFirstOrThrow()
    const base = {
      authorityId,
      dialogueId: facts.dialogueId === undefined ? world.dialogueId : facts.dialogueId,
      petitionerId: who.id,
      receivedOn: '2025-10-10' as Day,
    }
    const text = facts.content ?? 'Đề nghị sửa đường'
    const submission = await db
      .insertInto('submission')
      .values({ ...base, channel: 'letter', text })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { content: _, dialogueId: __, ...rest } = facts
    const row = await db
      .insertInto('petition')
      .values({
        ...base,
        submissionId: submission.id,
        code: `CH-2025-${String(number).padStart(4, '0')}`,
        raised: 'before',
        content: text,
        ...rest,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return row.id
  }
  const answer = async (petitionId: number, kind: string, state: string, draftedBy: Actor) => {
    await db
      .insertInto('petitionAnswer')
      .values({ authorityId, petitionId, kind, state, text: 'Trả lời', draftedBy: draftedBy.accountId })
      .execute()
  }
  const deadline = async (values: {
    subjectKind: string
    subjectId: number
    dueOn: string
    agencyId?: number | null
    key?: string
    instrumentId?: string
    state?: string
    provisional?: boolean
  }) => {
    const row = await db
      .insertInto('deadline')
      .values({
        authorityId,
        subjectKind: values.subjectKind,
        subjectId: values.subjectId,
        dialogueId: world.dialogueId,
        agencyId: values.agencyId === undefined ? world.agencies.office : values.agencyId,
        key: values.key ?? 'replyLetter',
        label: 'Gửi văn bản trả lời',
        instrumentId: values.instrumentId ?? 'hai-phong-13',
        instrument: values.instrumentId === 'law-72' ? '72/2025/QH15' : '13-HD/BTGDVTU',
        clause: 'mục V.3',
        anchorEvent: 'noticeReceived',
        anchorOn: '2025-10-01' as Day,
        dueOn: values.dueOn as Day,
        firstDueOn: values.dueOn as Day,
        direction: 'after',
        counting: '{}',
        provisional: values.provisional ?? false,
        state: values.state ?? 'open',
        metOn: values.state === 'met' ? (values.dueOn as Day) : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return row.id
  }
  const actorOf = (role: Parameters<typeof testActor>[0], agencyId: number, accountId: number) =>
    testActor(role, { authorityId, agencyId, accountId })
  return { ...world, petition, answer, deadline, actorOf }
}

export type WorkWorld = Awaited<ReturnType<typeof createWorkWorld>>
