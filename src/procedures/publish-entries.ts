import type { z } from 'zod'
import type { Actor } from '../changes/actor.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { findConclusionNotice } from '../dialogues/conclusion-store.ts'
import { listNotices } from '../dialogues/conference-store.ts'
import { lockDialogue } from '../dialogues/dialogue-store.ts'
import { insertNotice } from '../dialogues/insert-notice.ts'
import { type Day, formatDay } from '../platform/day.ts'
import { type InputErrors, InputRejected } from '../platform/errors.ts'
import { type DecidedFind, redact } from '../publications/decide-finds.ts'
import { hashOfTexts, type PublicationSource, type SourceTexts } from '../publications/publication.ts'
import { publishEntriesForm } from '../publications/publication-forms.ts'
import { listItemSources, listPetitionSources, type PetitionSource } from '../publications/publication-source-store.ts'
import {
  findFirstPublished,
  keepDecision,
  putDialogueResults,
  putItemCopy,
  putPetitionCopy,
} from '../publications/publication-store.ts'
import { getRegulationVersion } from '../regulations/regulation-store.ts'
import { surveyResult } from '../surveys/survey.ts'
import { listSurveys, listTallies } from '../surveys/survey-store.ts'
import { refreshDialogueDeadlines } from './refresh-deadlines.ts'

type Entry = z.output<typeof publishEntriesForm>['entries'][number]
type Source = PublicationSource & { subjectArea?: string | null }

/**
 * Publishes petitions with their answers and items of the notice of conclusions, many at once (H9, I8). Every find in
 * each text must have been decided, on the words as they stand now. The first results of a dialogue are recorded in its
 * log of notices, so that the duty to make the result known counts the Portal.
 */
export const publishEntries = defineChange({
  name: 'publication/publish',
  permission: 'publication:decide',
  input: publishEntriesForm,
  async run(context, { dialogueId, entries }) {
    const sources = await readSources(context, dialogueId, entries)
    const errors: InputErrors = {}
    const ready = entries.map((entry) => {
      const source = sources.get(`${entry.kind} ${entry.id}`)
      requireRule(source !== undefined, 'publication/gone')
      if (source.refusal) requireRule(false, source.refusal, { code: source.label })
      requireRule(entry.hash === hashOfTexts(source), 'publication/source-changed', { code: source.label })
      const redaction = redact(source, entry.decisions, entry.alsoHide)
      Object.assign(errors, redaction.errors)
      return { source, ...redaction }
    })
    if (Object.keys(errors).length > 0) throw new InputRejected(errors)
    const areas = dialogueId === null ? new Map<string, string>() : await areaLabels(context, dialogueId)
    for (const one of ready) await publishOne(context, one, areas)
    if (dialogueId !== null) await recordResults(context, dialogueId)
    return { dialogueId, published: ready.length }
  },
})

async function readSources(
  { db, authorityId, actor }: ChangeContext,
  dialogueId: number | null,
  entries: readonly Entry[],
): Promise<Map<string, Source>> {
  const petitionIds = entries.filter((entry) => entry.kind === 'petition').map((entry) => entry.id)
  const petitions = (await listPetitionSources(db, authorityId, { ids: petitionIds })).filter(
    (source) => source.dialogueId === dialogueId && mayDecide(actor, authorityId, source),
  )
  const items = dialogueId === null ? [] : await listItemSources(db, authorityId, dialogueId)
  return new Map([...petitions, ...items].map((source) => [`${source.kind} ${source.id}`, source]))
}

/** Whom a petition accuses neither sees nor handles it, so does not decide what becomes public of it either. */
export function mayDecide(
  actor: Actor,
  authorityId: number,
  { accusedAgencyId, accusedAccountId }: Pick<PetitionSource, 'accusedAgencyId' | 'accusedAccountId'>,
): boolean {
  return actor.may('petition:read', { authorityId, accusedAgencyId, accusedAccountId })
}

interface Ready {
  source: Source
  texts: SourceTexts
  finds: DecidedFind[]
}

async function publishOne(context: ChangeContext, { source, texts, finds }: Ready, areas: Map<string, string>) {
  const { db, authorityId, now, today } = context
  const { id, edition } = await keepDecision(db, {
    ...{ authorityId, subjectKind: source.kind, subjectId: source.id, dialogueId: source.dialogueId, finds },
    ...{ sourceHash: hashOfTexts(source), decidedBy: context.actor.accountId, decidedAt: now },
  })
  const publishedOn = ((await findFirstPublished(db, authorityId, id)) ?? today) as Day
  const copy = { authorityId, id, subjectId: source.id, publishedOn, content: texts['content'] ?? '' }
  const settlement = texts['settlement'] || null
  if (source.kind === 'conclusionItem') {
    await putItemCopy(db, { ...copy, settlement, conclusion: texts['conclusion'] || null })
  } else {
    const area = source.subjectArea ? (areas.get(source.subjectArea) ?? null) : null
    await putPetitionCopy(db, { ...copy, settlement, answer: texts['answer'] || null, person: source.person, area })
  }
  context.record({
    ...{ subjectKind: source.kind, subjectId: source.id },
    after: { published: true, edition, named: source.person !== null, finds },
  })
}

async function areaLabels({ db, authorityId }: ChangeContext, dialogueId: number): Promise<Map<string, string>> {
  const dialogue = await lockDialogue(db, authorityId, dialogueId)
  const { regulation } = await getRegulationVersion(db, dialogue.regulationVersionId)
  return new Map((regulation.petitionFields?.subjectAreas ?? []).map((area) => [area.key, area.label]))
}

/** What the page of the dialogue tells of its results, and the line in the office's log of notices. */
async function recordResults(context: ChangeContext, dialogueId: number): Promise<void> {
  const { db, authorityId, now, today } = context
  const dialogue = await lockDialogue(db, authorityId, dialogueId)
  if (dialogue.state === 'preparing' || dialogue.state === 'cancelled') return
  const notice = await findConclusionNotice(db, authorityId, dialogueId)
  await putDialogueResults(
    db,
    { authorityId, dialogueId },
    {
      ...{ noticeNumber: notice?.paperNumber ?? null, noticeOn: notice?.paperDatedOn ?? null, resultsOn: today },
      ...{ satisfaction: JSON.stringify(await satisfactionOf(context, dialogueId)), updatedAt: now },
    },
  )
  const earlier = await listNotices(db, authorityId, dialogueId, 'result')
  if (earlier.some((one) => one.channel === 'portal')) return
  await insertNotice(context, 'result', {
    ...{ id: dialogueId, channel: 'portal', doneOn: today, atTime: null, times: 1, place: 'Cổng đối thoại' },
    ...{ content: `Công khai kết quả trên Cổng ngày ${formatDay(today)}.`, doneByAgencyId: context.actor.agencyId },
  })
  await refreshDialogueDeadlines(context, dialogueId, { cause: 'day-set', reason: 'Đã công khai kết quả trên Cổng.' })
}

/** Settled surveys only: an open count is nobody's yet. */
async function satisfactionOf({ db, authorityId }: ChangeContext, dialogueId: number) {
  const surveys = (await listSurveys(db, authorityId, dialogueId)).filter((survey) => survey.state === 'settled')
  return Promise.all(
    surveys.map(async (survey) => {
      const tallies = await listTallies(db, authorityId, survey.id)
      const tally = tallies.find((one) => one.pass === survey.settledPass)?.tally ?? {}
      const labels = new Map(survey.form.groups.map((group) => [group.key, group.label]))
      return {
        ...{ title: survey.title, issued: survey.issued, returned: survey.returned, valid: survey.valid },
        groups: surveyResult(survey.form, tally).map(({ group, answered, satisfied }) => ({
          ...{ label: labels.get(group) ?? '', answered, satisfied },
        })),
      }
    }),
  )
}
