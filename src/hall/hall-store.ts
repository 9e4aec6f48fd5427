import { sql } from 'kysely'
import { listAgendaSteps, listSpeeches, setPositions } from '../dialogues/conference-store.ts'
import { requireOpen } from '../dialogues/dialogue.ts'
import { getDialogue } from '../dialogues/dialogue-store.ts'
import type { Db } from '../platform/db/connection.ts'
import { fixedRead } from '../platform/db/fixed-read.ts'
import { NotFound } from '../platform/errors.ts'
import { type Hall, hallKey } from './hall.ts'
import type { HallSpeech, HallState, HallStep } from './hall-state.ts'
import { headOf, type LiveSpeech, orderOf, same } from './hall-trace.ts'

/** The channel on which every process of the program is told that a hall has grown. */
export const HALL_CHANNEL = 'hall'

const hallOf = fixedRead((db, authorityId: number, dialogueId: number) =>
  db.selectFrom('hall').selectAll().where('authorityId', '=', authorityId).where('dialogueId', '=', dialogueId),
)

/** Null as long as no hall was opened for the conference. */
export async function findHall(db: Db, authorityId: number, dialogueId: number): Promise<Hall | null> {
  return (await hallOf(db, authorityId, dialogueId))[0] ?? null
}

/** The hall, its row locked until the transaction ends: acts of one hall come one after the other. Throws NotFound. */
export async function lockHall(db: Db, authorityId: number, dialogueId: number): Promise<Hall> {
  const row = await db
    .selectFrom('hall')
    .selectAll()
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound('hall')
  return row
}

/** As `lockHall`, for what is recorded of the day: refused once the dossier is closed or the dialogue called off. */
export async function lockOpenHall(db: Db, authorityId: number, dialogueId: number): Promise<Hall> {
  requireOpen(await getDialogue(db, authorityId, dialogueId))
  return lockHall(db, authorityId, dialogueId)
}

/** Null for an address that is none (any more). */
export async function findHallByToken(db: Db, which: 'screenToken' | 'phoneToken', token: string) {
  return (await db.selectFrom('hall').selectAll().where(which, '=', token).executeTakeFirst()) ?? null
}

export async function insertHall(
  db: Db,
  hall: {
    authorityId: number
    dialogueId: number
    screenToken: string
    phoneToken: string
    speakingSeconds: number | null
    openedBy: number | null
  },
): Promise<void> {
  await db.insertInto('hall').values(hall).execute()
}

type HallValues = Partial<Pick<Hall, 'screenLook' | 'speakingSeconds' | 'questionsOpen' | 'screenToken' | 'phoneToken'>>

/**
 * A hall has changed: its version grows, and with COMMIT every process is told. Returns the new version.
 */
export async function growHall(
  db: Db,
  authorityId: number,
  dialogueId: number,
  values: HallValues = {},
): Promise<number> {
  const row = await db
    .updateTable('hall')
    .set({ ...values, version: sql<number>`version + 1` })
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .returning('version')
    .executeTakeFirst()
  if (!row) throw new NotFound('hall')
  const told = JSON.stringify([hallKey(authorityId, dialogueId), row.version])
  await sql`select pg_notify(${HALL_CHANNEL}, ${told})`.execute(db)
  return row.version
}

/** As `growHall`, where there may be no hall. */
export async function growHallIfOpen(db: Db, authorityId: number, dialogueId: number | null): Promise<void> {
  if (dialogueId === null || !(await findHall(db, authorityId, dialogueId))) return
  await growHall(db, authorityId, dialogueId)
}

/** The versions of the halls of these keys, for those who look on without a line of their own. */
export async function listHallVersions(db: Db, keys: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql<{ key: string; version: number }>`
    select authority_id || ':' || dialogue_id as key, version from hall
    where authority_id || ':' || dialogue_id = any(${[...keys]}::text[])`.execute(db)
  return new Map(rows.rows.map((row) => [row.key, row.version]))
}

const liveSteps = fixedRead((db, authorityId: number, dialogueId: number) =>
  db.selectFrom('hallStep').selectAll().where('authorityId', '=', authorityId).where('dialogueId', '=', dialogueId),
)
const liveSpeeches = fixedRead((db, authorityId: number, dialogueId: number) =>
  db.selectFrom('hallSpeech').selectAll().where('authorityId', '=', authorityId).where('dialogueId', '=', dialogueId),
)
const raised = fixedRead((db, authorityId: number, dialogueId: number) =>
  db
    .selectFrom('hallSpeechPetition')
    .select(['speechId', 'petitionId'])
    .where('authorityId', '=', authorityId)
    .where('dialogueId', '=', dialogueId)
    .orderBy('petitionId'),
)

/** Which petition was raised in which speech. */
export async function listRaisedInSpeeches(db: Db, authorityId: number, dialogueId: number) {
  return raised(db, authorityId, dialogueId)
}

const time = (at: Date | null | undefined): number | null => at?.getTime() ?? null
const STATE_OF: Readonly<Record<string, HallSpeech['state']>> = {
  registered: 'waiting',
  spoken: 'spoken',
  withdrawn: 'withdrawn',
  absent: 'skipped',
}

/** The whole live state, put together from the agenda, the registered speakers and what happened in the hall. */
export async function loadHallState(db: Db, hall: Hall): Promise<HallState> {
  const at = [db, hall.authorityId, hall.dialogueId] as const
  const [agenda, registered, steps, speeches, links] = await Promise.all([
    listAgendaSteps(...at),
    listSpeeches(...at),
    liveSteps(...at),
    liveSpeeches(...at),
    raised(...at),
  ])
  const stepById = new Map(steps.map((one) => [one.stepId, one]))
  const speechById = new Map(speeches.map((one) => [one.speechId, one]))
  return {
    phase: hall.phase as HallState['phase'],
    openedAt: time(hall.openedAt),
    endedAt: time(hall.endedAt),
    currentStepId: hall.currentStepId,
    currentSpeechId: hall.currentSpeechId,
    speakingSeconds: hall.speakingSeconds,
    steps: agenda.map((step): HallStep => {
      const live = stepById.get(step.id)
      const { id, label, performer, plannedAt, minutes } = step
      return {
        id,
        label,
        performer,
        plannedAt,
        minutes,
        startedAt: time(live?.startedAt),
        endedAt: time(live?.endedAt),
      }
    }),
    speeches: registered.map((row): HallSpeech => {
      const live = speechById.get(row.id)
      return {
        id: row.id,
        position: row.position,
        name: row.speakerName,
        village: row.village,
        content: row.content,
        source: (live?.source ?? (row.registered === 'onSite' ? 'onSite' : 'registered')) as HallSpeech['source'],
        nameShown: live?.nameShown ?? false,
        state: (live?.state as HallSpeech['state']) ?? STATE_OF[row.state] ?? 'waiting',
        quotaSeconds: live?.quotaSeconds ?? (row.minutes === null ? null : row.minutes * 60),
        startedAt: time(live?.startedAt),
        runningSince: time(live?.runningSince),
        usedSeconds: live?.usedSeconds ?? 0,
        endedAt: time(live?.endedAt),
        skipReason: live?.skipReason ?? null,
        offTopic: live?.offTopic ?? row.offTopic,
        submissionId: row.submissionId,
        petitionIds: links.filter((one) => one.speechId === row.id).map((one) => one.petitionId),
      }
    }),
  }
}

const when = (at: number | null): Date | null => (at === null ? null : new Date(at))

/** Writes what differs between two states of a hall. Times, turns and the order of the queue; nothing of the register. */
export async function saveHallState(db: Db, hall: Hall, before: HallState, after: HallState): Promise<void> {
  const { authorityId, dialogueId } = hall
  const head = headOf(after)
  if (!same(headOf(before), head)) {
    await db
      .updateTable('hall')
      .set({ ...head, openedAt: when(head.openedAt), endedAt: when(head.endedAt) })
      .where('authorityId', '=', authorityId)
      .where('dialogueId', '=', dialogueId)
      .execute()
  }
  for (const step of after.steps) {
    const earlier = before.steps.find((one) => one.id === step.id)
    if (same(step, earlier)) continue
    const times = { startedAt: when(step.startedAt), endedAt: when(step.endedAt) }
    await db
      .insertInto('hallStep')
      .values({ authorityId, dialogueId, stepId: step.id, ...times })
      .onConflict((conflict) => conflict.columns(['authorityId', 'stepId']).doUpdateSet(times))
      .execute()
  }
  for (const speech of after.speeches) {
    const earlier = before.speeches.find((one) => one.id === speech.id)
    const unmoved = earlier ? { ...earlier, position: speech.position } : earlier
    if (!same(speech, unmoved)) await putHallSpeech(db, hall, speech)
  }
  const order = orderOf(after)
  if (!same(orderOf(before), order)) await setPositions(db, 'speechRegistration', authorityId, order)
}

/** What the hall knows of a speech, over what it knew. */
export async function putHallSpeech(
  db: Db,
  hall: Pick<Hall, 'authorityId' | 'dialogueId'>,
  speech: LiveSpeech,
): Promise<void> {
  const { authorityId, dialogueId } = hall
  const values = {
    source: speech.source,
    nameShown: speech.nameShown,
    state: speech.state,
    quotaSeconds: speech.quotaSeconds,
    startedAt: when(speech.startedAt),
    runningSince: when(speech.runningSince),
    usedSeconds: speech.usedSeconds,
    endedAt: when(speech.endedAt),
    skipReason: speech.skipReason,
    offTopic: speech.offTopic,
  }
  await db
    .insertInto('hallSpeech')
    .values({ authorityId, dialogueId, speechId: speech.id, ...values })
    .onConflict((conflict) => conflict.columns(['authorityId', 'speechId']).doUpdateSet(values))
    .execute()
}

export async function linkSpeechPetition(
  db: Db,
  hall: Pick<Hall, 'authorityId' | 'dialogueId'>,
  speechId: number,
  petitionId: number,
  on: boolean,
): Promise<void> {
  const { authorityId, dialogueId } = hall
  if (on) {
    await db
      .insertInto('hallSpeechPetition')
      .values({ authorityId, dialogueId, speechId, petitionId })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return
  }
  await db
    .deleteFrom('hallSpeechPetition')
    .where('authorityId', '=', authorityId)
    .where('speechId', '=', speechId)
    .where('petitionId', '=', petitionId)
    .execute()
}
