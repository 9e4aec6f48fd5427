import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { listAgendaSteps, listNotices } from '../dialogues/conference-store.ts'
import type { Dialogue } from '../dialogues/dialogue.ts'
import { lockDialogue } from '../dialogues/dialogue-store.ts'
import { insertNotice } from '../dialogues/insert-notice.ts'
import { type Day, formatDay } from '../platform/day.ts'
import { InputRejected } from '../platform/errors.ts'
import { redact } from '../publications/decide-finds.ts'
import { hashOfTexts, type PublicationSource } from '../publications/publication.ts'
import { publishDialogueForm } from '../publications/publication-forms.ts'
import { listPetitionerNames } from '../publications/publication-source-store.ts'
import { findFirstPublished, keepDecision, putDialogueCopy } from '../publications/publication-store.ts'
import { getRegulationVersion } from '../regulations/regulation-store.ts'
import { refreshDialogueDeadlines } from './refresh-deadlines.ts'

/** The texts of a dialogue as the people would read them; `takingPart` is written for them when it is published. */
export function dialogueSource(
  dialogue: Dialogue,
  more: { agenda: readonly { label: string }[]; takingPart: string; names: readonly string[] },
): PublicationSource {
  const { id, title, topic, composition, meetingRules, state } = dialogue
  const agenda = more.agenda.map((step) => step.label).join('\n')
  return {
    ...{ kind: 'dialogue', id, dialogueId: id, label: title, names: more.names, person: null },
    texts: { title, topic, composition, meetingRules, agenda, takingPart: more.takingPart },
    refusal: state === 'cancelled' ? 'publication/gone' : null,
  }
}

/**
 * Announces a dialogue at the Portal (A15, E4, E7): time, place, topic, agenda, rules, how to take part. The office's log
 * of notices has it too, and with it the duty to announce is met. Publishing again brings the newer words.
 */
export const publishDialogue = defineChange({
  name: 'dialogue/publish',
  permission: 'publication:decide',
  input: publishDialogueForm,
  async run(context, input) {
    const { db, authorityId, now, today } = context
    const dialogue = await lockDialogue(db, authorityId, input.id)
    requireRule(dialogue.state !== 'cancelled', 'publication/gone')
    requireRule(dialogue.heldOn !== null || dialogue.collectionClosesOn !== null, 'publication/no-day-yet')
    const [agenda, names] = await Promise.all([
      listAgendaSteps(db, authorityId, dialogue.id),
      listPetitionerNames(db, authorityId, dialogue.id),
    ])
    const source = dialogueSource(dialogue, { agenda, takingPart: input.takingPart, names })
    // what is written for the people comes with the form: the fingerprint is that of the office's own words
    const looked = hashOfTexts({ ...source, texts: { ...source.texts, takingPart: '' } })
    requireRule(input.hash === looked, 'publication/source-changed')
    const { texts, finds, errors } = redact(source, input.decisions, input.alsoHide)
    if (Object.keys(errors).length > 0) throw new InputRejected(errors)
    const { id, edition } = await keepDecision(db, {
      ...{ authorityId, subjectKind: 'dialogue', subjectId: dialogue.id, dialogueId: dialogue.id, finds },
      ...{ sourceHash: looked, decidedBy: context.actor.accountId, decidedAt: now },
    })
    const since = ((await findFirstPublished(db, authorityId, id)) ?? today) as Day
    await copyDialogue(context, dialogue, { id, since, texts, agenda })
    context.record({ subjectKind: 'dialogue', subjectId: dialogue.id, after: { published: true, edition, finds } })
    await recordAnnouncement(context, dialogue)
    return { id: dialogue.id, publicationId: id }
  },
})

interface DialogueCopy {
  id: number
  since: Day
  texts: Readonly<Record<string, string>>
  agenda: Awaited<ReturnType<typeof listAgendaSteps>>
}

async function copyDialogue(context: ChangeContext, dialogue: Dialogue, copy: DialogueCopy): Promise<void> {
  const { db, authorityId, now } = context
  const { regulation } = await getRegulationVersion(db, dialogue.regulationVersionId)
  const labels = (copy.texts['agenda'] ?? '').split('\n')
  await putDialogueCopy(db, {
    ...{ authorityId, id: copy.id, dialogueId: dialogue.id, plannedDialogueId: dialogue.plannedDialogueId },
    ...{ title: copy.texts['title'] ?? '', topic: copy.texts['topic'] ?? '', kind: dialogue.kind, form: dialogue.form },
    chair: regulation.chairModels.find((model) => model.key === dialogue.chairModel)?.label ?? '',
    ...{ state: dialogue.state, heldOn: dialogue.heldOn, startsAt: dialogue.startsAt, endsAt: dialogue.endsAt },
    ...{ venue: dialogue.venue, onlineLink: dialogue.onlineLink, people: dialogue.attendancePeople },
    ...{ composition: copy.texts['composition'] ?? '', meetingRules: copy.texts['meetingRules'] ?? '' },
    ...{ takingPart: copy.texts['takingPart'] ?? '', collectionClosesOn: dialogue.collectionClosesOn },
    agenda: JSON.stringify(
      copy.agenda.map(({ plannedAt, minutes }, at) => ({ label: labels[at] ?? '', plannedAt, minutes })),
    ),
    ...{ publishedOn: copy.since, updatedAt: now },
  })
}

/** The Portal is one of the channels of the office's log; a second edition is no second notice. */
async function recordAnnouncement(context: ChangeContext, dialogue: Dialogue): Promise<void> {
  const { db, authorityId, today } = context
  if (dialogue.state !== 'preparing') return
  const earlier = await listNotices(db, authorityId, dialogue.id, 'announcement')
  if (earlier.some((notice) => notice.channel === 'portal')) return
  await insertNotice(context, 'announcement', {
    ...{ id: dialogue.id, channel: 'portal', doneOn: today, atTime: null, times: 1, place: 'Cổng đối thoại' },
    ...{
      content: `Đăng thông báo hội nghị trên Cổng ngày ${formatDay(today)}.`,
      doneByAgencyId: context.actor.agencyId,
    },
  })
  await refreshDialogueDeadlines(context, dialogue.id, { cause: 'day-set', reason: 'Đã thông báo trên Cổng.' })
}
