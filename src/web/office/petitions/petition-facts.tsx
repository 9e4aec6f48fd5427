import { formatDay } from '../../../platform/day.ts'
import { Card } from '../../kit/card.tsx'
import { DefinitionList, type Fact } from '../../kit/definition-list.tsx'
import { channelWords } from '../../words/petition-act-words.ts'
import { petitionWords } from '../../words/petition-words.ts'
import type { OfficeRequest } from '../office-route.ts'
import { channelsOf, labelOf } from './petition-choices.ts'
import { petitionerName } from './petition-list-page.tsx'
import { PetitionDue } from './petition-signs.tsx'
import type { PetitionView } from './petition-view.ts'

interface Props {
  request: OfficeRequest
  view: PetitionView
}

/** The narrow column: due date with its why, who has it, who raised it and how, what it is about. */
export function PetitionFacts({ request, view }: Props) {
  const words = petitionWords[request.lang].facts
  return (
    <Card look="quiet" title={words.title} level={2}>
      <DefinitionList
        stacked
        facts={[...handling(request, view), ...person(request, view), ...matter(request, view)]}
      />
    </Card>
  )
}

function handling(request: OfficeRequest, view: PetitionView): Fact[] {
  const words = petitionWords[request.lang].facts
  const { petition, agencyNames, supports, deadlines, calendar, today } = view
  const done = supports.filter((support) => support.contributedOn !== null).length
  const due = deadlines.filter((deadline) => deadline.state !== 'void')
  return [
    {
      label: words.due,
      value:
        due.length === 0
          ? null
          : due.map((deadline) => (
              <div key={deadline.id}>
                <span class="field-help">{deadline.label}</span>
                <br />
                <PetitionDue
                  deadline={deadline}
                  calendar={calendar}
                  today={today}
                  whyHref={request.link(`/han/${deadline.id}`)}
                />
              </div>
            )),
    },
    {
      label: words.lead,
      value:
        petition.leadAgencyId === null ? petitionWords[request.lang].noAgency : agencyNames.get(petition.leadAgencyId),
    },
    {
      label: words.supporting,
      value:
        supports.length === 0 ? null : (
          <>
            {supports.map((support) => support.agencyName).join('; ')}
            <br />
            <span class="field-help">{words.contributed(done, supports.length)}</span>
          </>
        ),
    },
    { label: words.acknowledged, value: acknowledgement(request, view) },
  ]
}

function acknowledgement(request: OfficeRequest, { petition }: PetitionView): string | null {
  const { acknowledgedOn, acknowledgedChannel, acknowledgementNote } = petition
  if (acknowledgedOn === null) return null
  const channel = channelWords[request.lang][acknowledgedChannel as keyof typeof channelWords.vi]
  return [formatDay(acknowledgedOn), channel, acknowledgementNote].filter(Boolean).join(', ')
}

function person(request: OfficeRequest, view: PetitionView): Fact[] {
  const all = petitionWords[request.lang]
  const words = all.facts
  const { petitioner, submission, agencyNames, copetitioners, readers, petition } = view
  const name = petitionerName(
    { petitionerName: petitioner?.name ?? '', petitionerKind: petitioner?.kind ?? 'unnamed', confidential: false },
    all,
  )
  const href = petitioner ? request.link(`/kien-nghi/nguoi/${petitioner.id}`) : null
  const contact = [petitioner?.phone, petitioner?.email, petitioner?.address].filter(Boolean).join(' · ')
  return [
    { label: words.petitioner, value: href ? <a href={href}>{name}</a> : name },
    { label: words.representative, value: petitioner?.representative },
    { label: words.headcount, value: petitioner?.headcount },
    { label: words.village, value: petitioner?.villageAgencyId ? agencyNames.get(petitioner.villageAgencyId) : null },
    { label: words.contact, value: contact },
    { label: all.copetitioners, value: copetitioners.map((one) => one.name || all.erased).join('; ') },
    { label: words.channel, value: labelOf(channelsOf(view.fields?.channels), submission.channel, request.lang) },
    {
      label: words.forwardedBy,
      value: submission.forwardedByAgencyId ? agencyNames.get(submission.forwardedByAgencyId) : null,
    },
    { label: words.writtenBy, value: submission.writtenBy },
    { label: words.interpreter, value: submission.interpreterNeeded },
    {
      label: words.consent,
      value:
        petitioner?.kind === 'unnamed' ? null : submission.consentToPublishName ? words.consentYes : words.consentNo,
    },
    {
      label: words.readers,
      value: petition.confidential ? readers.map((reader) => reader.displayName).join('; ') : null,
    },
  ]
}

function matter(request: OfficeRequest, view: PetitionView): Fact[] {
  const { lang } = request
  const all = petitionWords[lang]
  const words = all.facts
  const { petition, dialogue, fields, agencyNames } = view
  const from = (labels: Readonly<Record<string, string>>, key: string | null) =>
    key === null ? null : (labels[key] ?? key)
  return [
    {
      label: words.dialogue,
      value: dialogue ? <a href={request.link(`/hoi-nghi/${dialogue.id}`)}>{dialogue.title}</a> : all.noDialogue,
    },
    { label: words.received, value: formatDay(petition.receivedOn) },
    { label: words.raised, value: from(all.raised, petition.raised) },
    { label: words.kind, value: from(all.kinds, petition.kind) },
    { label: words.field, value: labelOf(fields?.subjectAreas, petition.subjectArea, lang) },
    { label: words.audience, value: labelOf(fields?.audiences, petition.audience, lang) },
    { label: words.urgency, value: labelOf(fields?.urgencies, petition.urgency, lang) },
    { label: words.sphere, value: from(all.spheres, petition.sphere) },
    { label: words.group, value: from(all.groups, petition.disposition) },
    { label: words.competence, value: from(all.competences, petition.competence) },
    { label: words.accused, value: petition.accusedAgencyId ? agencyNames.get(petition.accusedAgencyId) : null },
  ]
}
