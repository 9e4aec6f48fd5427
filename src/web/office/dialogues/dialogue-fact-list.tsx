import type { Agency } from '../../../agencies/agency-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { Card } from '../../kit/card.tsx'
import { DefinitionList, type Fact } from '../../kit/definition-list.tsx'
import { dialogueWords } from '../../words/dialogue-words.ts'
import { formatNumber } from '../../words/format-values.ts'
import type { OfficeRequest } from '../office-route.ts'
import type { DialogueOverview } from './dialogue-facts.ts'

function chairs(request: OfficeRequest, overview: DialogueOverview) {
  const words = dialogueWords[request.lang]
  const titles = new Map(overview.presiding.map((one) => [one.postId, one.postTitle]))
  return (
    <ul>
      {overview.presiding.map((one) => (
        <li key={one.id}>
          {one.postTitle}
          {one.personName ? `: ${one.personName}` : ''}
          {one.capacity === 'deputy' ? ` (${words.deputyFor(titles.get(one.forPostId ?? 0) ?? '')})` : ''}
        </li>
      ))}
    </ul>
  )
}

function attendance(request: OfficeRequest, { dialogue }: DialogueOverview): string {
  if (dialogue.attendancePeople === null && dialogue.attendanceDelegates === null) return ''
  const number = (value: number | null) => formatNumber(value ?? 0, request.lang)
  if (dialogue.attendanceDelegates === null) return number(dialogue.attendancePeople)
  const women = dialogue.attendanceWomen === null ? '' : number(dialogue.attendanceWomen)
  return dialogueWords[request.lang].attendanceOf(
    number(dialogue.attendanceDelegates),
    number(dialogue.attendancePeople),
    women,
  )
}

/** The facts beside the page of a dialogue, in a narrow column. */
export function dialogueFactList(request: OfficeRequest, overview: DialogueOverview, agencies: readonly Agency[]) {
  const words = dialogueWords[request.lang]
  const { dialogue, regulation, overlays } = overview
  const name = (id: number | null) => agencies.find((agency) => agency.id === id)?.name ?? ''
  const { collectionOpensOn: opens, collectionClosesOn: closes } = dialogue
  const trigger = regulation.kinds
    .find((kind) => kind.key === 'adHoc')
    ?.triggers.find((one) => one.key === dialogue.triggerKey)
  const plan =
    dialogue.planId === null ? (
      words.outsidePlan
    ) : (
      <a href={request.link(`/ke-hoach/${dialogue.planId}`)}>{words.openPlan}</a>
    )
  const facts: Fact[] = [
    { label: words.chair, value: chairs(request, overview) },
    { label: words.time, value: [dialogue.startsAt, dialogue.endsAt].filter(Boolean).join(' – ') },
    { label: words.place, value: dialogue.venue },
    { label: words.online, value: dialogue.onlineLink ?? '' },
    { label: words.collection, value: opens && closes ? words.fromTo(formatDay(opens), formatDay(closes)) : '' },
    { label: words.composition, value: dialogue.composition },
    { label: words.topic, value: dialogue.topic },
    {
      label: words.trigger,
      value: trigger ? `${trigger.text}. ${dialogue.triggerReason ?? ''}` : (dialogue.triggerReason ?? ''),
    },
    { label: words.attendance, value: attendance(request, overview) },
    { label: words.lead, value: name(dialogue.leadAgencyId) },
    { label: words.supporting, value: dialogue.supportingAgencyIds.map(name).filter(Boolean).join('; ') },
    { label: words.archive, value: name(dialogue.archiveAgencyId) },
    { label: words.host, value: name(dialogue.hostAgencyId) },
    { label: words.interpreter, value: dialogue.interpreterNeeded ?? '' },
    { label: words.plan, value: plan },
    { label: words.regulation, value: `${regulation.number} (${regulation.version})` },
    { label: words.overlay, value: overlays.map((overlay) => overlay.number).join('; ') },
  ]
  return (
    <Card look="quiet" title={words.facts} level={2}>
      <DefinitionList stacked facts={facts.filter((fact) => fact.value !== '')} />
      {dialogue.policeForum ? <p class="mt-2">{words.policeForum}</p> : null}
      {dialogue.note ? <p class="mt-2">{dialogue.note}</p> : null}
    </Card>
  )
}
