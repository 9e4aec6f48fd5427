import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { type BatchChoices, type ImportBatch, isCheckedChoices } from '../lists/import-batch.ts'
import { findBatchScope, keepOutcomes, lockBatch, type RowOutcome, updateBatch } from '../lists/import-store.ts'
import { type JudgedBatch, judgeSheet } from '../lists/judge-sheet.ts'
import { listInMaking } from '../lists/keep-opinions.ts'
import { takeSheetForm } from '../lists/list-forms.ts'
import { insertOpinions, type NewOpinion } from '../lists/opinion-store.ts'
import type { SheetOpinion } from '../lists/sheet-opinion.ts'
import { sheetPeople } from '../lists/sheet-people.ts'
import { type TakenSubmission, takeSubmissions } from '../petitions/take-submissions.ts'
import type { Day } from '../platform/day.ts'
import { openClocksOfReceived } from './refresh-deadlines.ts'

export type ToldProgress = (done: number, total: number) => Promise<void>

/**
 * Takes a sheet that was sent to be taken: every row that is to be taken becomes a submission with its petitions, all of
 * them or none. What the rows are is judged anew, so that nothing is taken that was recorded meanwhile.
 */
export const takeSheet = (told: ToldProgress) =>
  defineChange({
    name: 'list/take-sheet',
    permission: 'list:import',
    input: takeSheetForm,
    scope: findBatchScope,
    async run(context, { id }): Promise<{ petitions: number }> {
      const batch = await lockBatch(context.db, context.authorityId, id)
      const { choices } = batch
      requireRule(batch.state === 'queued' && isCheckedChoices(choices), 'list/not-queued')
      const judged = await judgeSheet(context.db, context.actor, { ...batch, choices }, context.today)
      requireRule(judged.counts.refused === 0, 'list/rows-refused', { count: judged.counts.refused })
      requireRule(judged.counts.take > 0, 'list/nothing-to-take')
      const rows = judged.rows.filter((row) => row.fate === 'take')
      const total = rows.length
      await told(0, total)
      const taken =
        batch.opinionListId === null
          ? await takeRows(context, choices, judged, (done) => told(done, total))
          : await listRows(context, batch.opinionListId, judged)
      await keepOutcomes(context.db, context.authorityId, id, outcomesOf(batch, judged, taken))
      const petitions = judged.counts.petitions
      await updateBatch(context.db, batch, batch.version, {
        ...{ state: 'taken', takenAt: context.now, petitionCount: petitions },
      })
      context.record({
        subjectKind: 'importBatch',
        subjectId: id,
        after: { rows: total, petitions, file: batch.fileSha256 },
      })
      return { petitions }
    },
  })

async function takeRows(
  context: ChangeContext,
  choices: BatchChoices,
  judged: JudgedBatch,
  told: (done: number) => Promise<void>,
): Promise<TakenSubmission[]> {
  const rows = judged.rows.filter((row) => row.fate === 'take')
  const { petitioners, whose } = sheetPeople(
    rows.map((row) => row.opinion),
    judged.known,
  )
  const submissions = rows.map(({ opinion, contents }, at) => ({
    ...{ petitioner: whose[at]!, channel: opinion.channel, receivedOn: opinion.receivedOn, text: opinion.content },
    contents: contents.map((content) => ({ content, kind: opinion.kind, subjectArea: opinion.subjectArea })),
  }))
  const { dialogueId, raised, forwardedByAgencyId } = choices
  const taken = await takeSubmissions(
    context,
    { dialogueId, raised, forwardedByAgencyId, petitioners, submissions },
    told,
  )
  const received = taken.flatMap(({ petitionIds }, at) =>
    petitionIds.map((id) => ({ id, receivedOn: submissions[at]!.receivedOn as Day, kind: rows[at]!.opinion.kind })),
  )
  await openClocksOfReceived(context, dialogueId, received)
  return taken
}

/** The sheet of a list that is still being made: its rows become opinions there, not yet petitions. */
async function listRows(context: ChangeContext, listId: number, judged: JudgedBatch): Promise<TakenRow[]> {
  await listInMaking(context, listId)
  const rows = judged.rows.filter((row) => row.fate === 'take')
  const opinions = rows.flatMap(({ opinion, contents }) =>
    contents.map((content) => ({ ...opinionOf(context, listId, opinion), content })),
  )
  const ids = await insertOpinions(context.db, opinions)
  context.record({
    ...{ subjectKind: 'opinionList', subjectId: listId, action: 'list/add-opinion' },
    after: { opinionIds: ids },
  })
  return rows.map(({ contents }) => ({ submissionId: null, opinionIds: ids.splice(0, contents.length) }))
}

function opinionOf({ authorityId, actor }: ChangeContext, listId: number, opinion: SheetOpinion): NewOpinion {
  const { petitioner, content, kind, subjectArea, receivedOn } = opinion
  const { phone, address, villageAgencyId, headcount } = petitioner
  return {
    ...{ authorityId, listId, petitionerKind: petitioner.kind, petitionerName: petitioner.name, phone, address },
    ...{ villageAgencyId, headcount, content, kind, subjectArea, receivedOn, enteredBy: actor.accountId },
  }
}

interface TakenRow {
  submissionId: number | null
  opinionIds?: number[]
}

function outcomesOf(batch: ImportBatch, judged: JudgedBatch, taken: readonly TakenRow[]): RowOutcome[] {
  const left = { opinionIds: [], submissionId: null }
  const byRow = new Map<number, RowOutcome>()
  for (let row = 1; row <= batch.rowCount; row += 1) byRow.set(row, { ...left, rowNumber: row, outcome: 'noRow' })
  let at = 0
  for (const { opinion, fate } of judged.rows) {
    const rowNumber = opinion.row
    if (fate !== 'take') byRow.set(rowNumber, { ...left, rowNumber, outcome: 'left' })
    else {
      const { submissionId, opinionIds = [] } = taken[at++]!
      byRow.set(rowNumber, { rowNumber, outcome: 'taken', submissionId, opinionIds })
    }
  }
  return [...byRow.values()]
}
