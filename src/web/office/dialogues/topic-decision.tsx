import { findAgencyByRole } from '../../../agencies/agency-store.ts'
import { appraisers, missingAppraisals } from '../../../dialogues/topic-rules.ts'
import { listAppraisals, type TopicAppraisal, type TopicProposal } from '../../../dialogues/topic-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { type Regulation, roleLabel } from '../../../regulations/regulation.ts'
import { Card } from '../../kit/card.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { Section } from '../../kit/section.tsx'
import { type Choice, SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { dialogueFormWords } from '../../words/dialogue-form-words.ts'
import type { Lang } from '../../words/words.ts'
import { idParam, type OfficeRequest } from '../office-route.ts'
import { formState, mayDo, type Refusal, wordChoices } from './dialogue-request.ts'
import { PaperDecisionFields, paperDecisionFact } from './paper-decision-fields.tsx'

export const TOPICS = '/chu-de'

/** Members of the appraisal whose opinion the reader may record: his own agency's, or any for the lead office. */
async function memberChoices(page: OfficeRequest, topic: TopicProposal, roles: readonly string[]): Promise<Choice[]> {
  const choices: Choice[] = []
  for (const role of roles) {
    const agency = await findAgencyByRole(page.db, page.authority.id, role, topic.proposedOn)
    if (agency && (mayDo(page, 'dialogue:prepare') || page.actor.agencyId === agency.id)) {
      choices.push({ value: String(agency.id), label: agency.name })
    }
  }
  return choices
}

function opinionEvent(one: TopicAppraisal, lang: Lang) {
  const words = dialogueFormWords[lang]
  const said = [one.note, paperDecisionFact(one, one.appraisedOn, lang)].filter(Boolean).join(' · ')
  return {
    key: String(one.id),
    when: one.appraisedOn,
    title: `${one.agencyName}: ${words.opinions[one.opinion as 'agree']}`,
    ...(said ? { body: said } : {}),
  }
}

interface AppraisalProps {
  page: OfficeRequest
  topic: TopicProposal
  regulation: Regulation
  refusal: Refusal | null
  open: boolean
}

/** What the members said, who is still awaited, and the form to record an opinion; null where nobody appraises. */
export async function appraisalSection({ page, topic, regulation, refusal, open }: AppraisalProps) {
  if (appraisers(regulation).length === 0) return null
  const words = dialogueFormWords[page.lang]
  const given = await listAppraisals(page.db, page.authority.id, topic.id)
  const missing = missingAppraisals(
    regulation,
    given.map((one) => one.agencyRole),
  )
  const choices = open && mayDo(page, 'topic:appraise') ? await memberChoices(page, topic, missing) : []
  return (
    <Section title={words.appraisals} count={given.length}>
      {given.length === 0 ? <p>{words.noAppraisals}</p> : null}
      <Timeline events={given.map((one) => opinionEvent(one, page.lang))} />
      {missing.length > 0 && open ? (
        <p>{words.appraisalMissing(missing.map((role) => roleLabel(regulation, role)).join('; '))}</p>
      ) : null}
      {choices.length > 0 ? <AppraiseForm page={page} topic={topic} refusal={refusal} choices={choices} /> : null}
    </Section>
  )
}

function AppraiseForm(props: {
  page: OfficeRequest
  topic: TopicProposal
  refusal: Refusal | null
  choices: readonly Choice[]
}) {
  const { page, choices } = props
  const words = dialogueFormWords[page.lang]
  const stored = { appraisedOn: formatDay(page.today), opinion: 'agree', agencyId: choices[0]!.value }
  return (
    <Card title={words.appraiseTitle} level={3}>
      <Form
        action={page.link(`${TOPICS}/${props.topic.id}/tham-dinh`)}
        multipart
        label={words.appraiseTitle}
        {...formState(props.refusal, 'appraise', stored)}
      >
        <SelectField name="agencyId" label={words.appraiser} choices={choices} empty={null} required />
        <RadioGroupField
          name="opinion"
          label={words.opinion}
          choices={wordChoices(['agree', 'agreeWithChanges', 'disagree'], words.opinions)}
          required
        />
        <TextAreaField name="note" label={words.note} rows={3} />
        <DayField name="appraisedOn" label={words.appraisedOn} required />
        {mayDo(page, 'dialogue:prepare') ? (
          <>
            <p class="field-help">{words.appraiseOnPaperHelp}</p>
            <PaperDecisionFields lang={page.lang} prefix="appraise" approver={words.opinionBy} optional />
          </>
        ) : null}
        <FormButtons verb={words.appraise} />
      </Form>
    </Card>
  )
}

/** The head decides in the program, or the lead office records what was decided on paper. */
export function TopicDecision({ page, refusal }: { page: OfficeRequest; refusal: Refusal | null }) {
  const words = dialogueFormWords[page.lang]
  const chair = mayDo(page, 'topic:decide')
  const at = page.link(`${TOPICS}/${idParam(page)}`)
  return (
    <>
      {chair ? (
        <Card title={words.decideTitle} level={2}>
          <DecideForm page={page} refusal={refusal} action={`${at}/quyet-dinh`} />
        </Card>
      ) : null}
      {mayDo(page, 'dialogue:prepare') ? (
        <DetailsBlock summary={words.decideOnPaper} open={refusal?.form === 'decide-paper'}>
          <DecideForm page={page} refusal={refusal} action={`${at}/quyet-dinh-tren-giay`} onPaper />
        </DetailsBlock>
      ) : null}
    </>
  )
}

function DecideForm(props: { page: OfficeRequest; refusal: Refusal | null; action: string; onPaper?: boolean }) {
  const { page, onPaper = false } = props
  const words = dialogueFormWords[page.lang]
  const form = onPaper ? 'decide-paper' : 'decide'
  const verb = onPaper ? words.decideOnPaper : words.decideTitle
  const stored = { decidedOn: formatDay(page.today), decision: 'accepted' }
  return (
    <Form action={props.action} multipart={onPaper} label={verb} {...formState(props.refusal, form, stored)}>
      <RadioGroupField
        id={`${form}-decision`}
        name="decision"
        label={words.decision}
        choices={wordChoices(['accepted', 'declined'], words.decisions)}
        inline
        required
      />
      <DayField id={`${form}-on`} name="decidedOn" label={words.decidedOnDay} required />
      <TextAreaField id={`${form}-note`} name="decisionNote" label={words.decisionReason} rows={2} />
      {onPaper ? <PaperDecisionFields lang={page.lang} prefix={form} /> : null}
      <FormButtons verb={verb} />
    </Form>
  )
}
