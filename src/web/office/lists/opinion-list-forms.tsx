import type { Opinion, OpinionList } from '../../../lists/opinion-list.ts'
import type { listOpinionsAtFront } from '../../../lists/opinion-store.ts'
import { petitionerKinds, petitionKinds } from '../../../petitions/petition.ts'
import { likeness, syllablePairs } from '../../../petitions/same-words.ts'
import { shortened } from '../../../platform/shortened.ts'
import { Button } from '../../kit/button.tsx'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { FileField } from '../../kit/file-field.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { Section } from '../../kit/section.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { listWords } from '../../words/list-words.ts'
import { opinionListWords } from '../../words/opinion-list-words.ts'
import { petitionFieldWords } from '../../words/petition-field-words.ts'
import { petitionWords } from '../../words/petition-words.ts'
import type { OfficeRequest } from '../office-route.ts'
import { choicesFrom, choicesOf, type ListChoices } from '../petitions/petition-choices.ts'
import type { RefusedForm } from '../submit-form.tsx'
import { OPINION_LISTS } from './opinion-lists-page.tsx'

interface OfList {
  request: OfficeRequest
  list: OpinionList
}

const to = ({ request, list }: OfList, path: string) => request.link(`${OPINION_LISTS}/${list.id}${path}`)

/** What somebody said, written down by the keyboard: the content first, then who. */
export function AddOpinion(props: OfList & { choices: ListChoices; refused: RefusedForm | null }) {
  const { request, choices, refused } = props
  const { lang } = request
  const [words, fields] = [opinionListWords[lang], petitionFieldWords[lang]]
  const typed = refused && 'content' in refused.values ? refused : null
  const first = { petitionerKind: 'person', kind: 'request', receivedOn: request.today, split: 'yes' }
  return (
    <Section title={words.add}>
      <Form action={to(props, '/y-kien')} values={typed?.values ?? first} errors={typed?.errors ?? {}}>
        <TextAreaField name="content" label={words.content} rows={3} required autofocus />
        <CheckboxField name="split" label={words.split} />
        <TextField name="petitionerName" label={words.who} autocomplete="off" />
        <TextField name="phone" label={fields.phone} type="tel" narrow autocomplete="off" />
        <SelectField name="villageAgencyId" label={fields.village} choices={choices.villages} empty={fields.none} />
        <DetailsBlock summary={`${fields.whoKind}, ${fields.address}, ${fields.field}, ${fields.receivedDay}`}>
          <RadioGroupField
            name="petitionerKind"
            label={fields.whoKind}
            choices={choicesFrom(petitionWords[lang].petitionerKinds, [...petitionerKinds])}
            inline
          />
          <TextField name="address" label={fields.address} />
          <SelectField
            name="subjectArea"
            label={fields.field}
            choices={choicesOf(choices.fields?.subjectAreas, lang)}
          />
          <SelectField
            name="kind"
            label={fields.kind}
            choices={choicesFrom(petitionWords[lang].kinds, [...petitionKinds])}
            empty={null}
          />
          <DayField name="receivedOn" label={fields.receivedDay} />
        </DetailsBlock>
        <FormButtons verb={words.addVerb} />
      </Form>
      <DetailsBlock summary={words.bySheet}>
        <Form action={to(props, '/bang')} multipart draft={false}>
          <FileField
            name="sheet"
            label={listWords[lang].file}
            help={listWords[lang].fileHelp}
            accept=".xlsx,.csv,.txt"
          />
          <FormButtons verb={words.sheetVerb} />
        </Form>
      </DetailsBlock>
    </Section>
  )
}

export function TakeOut(props: OfList & { opinion: Opinion }) {
  const words = opinionListWords[props.request.lang]
  return (
    <Form action={to(props, '/bo-y-kien')} hidden={{ opinionId: String(props.opinion.id) }} draft={false}>
      <Button variant="quiet" small label={words.takeLabel(String(props.opinion.id))}>
        {words.take}
      </Button>
    </Form>
  )
}

export function SendList(props: OfList) {
  const words = opinionListWords[props.request.lang]
  return (
    <Form action={to(props, '/gui')} version={props.list.version} draft={false}>
      <p class="field-help">{words.sendHelp}</p>
      <FormButtons verb={words.send} />
    </Form>
  )
}

/** The Front forwards, or gives back with what is to be put right. */
export function FrontActs(props: OfList) {
  const words = opinionListWords[props.request.lang]
  return (
    <>
      <Form class="form mb-5" action={to(props, '/chuyen')} version={props.list.version} draft={false}>
        <FormButtons verb={words.forward} />
      </Form>
      <GiveBack {...props} path="/tra-lai" />
    </>
  )
}

export function OfficeActs(props: OfList) {
  const words = opinionListWords[props.request.lang]
  return (
    <>
      <Form class="form mb-5" action={to(props, '/tiep-nhan')} version={props.list.version} draft={false}>
        <p class="field-help">{words.receiveHelp}</p>
        <FormButtons verb={words.receive} />
      </Form>
      <GiveBack {...props} path="/gui-lai" />
    </>
  )
}

function GiveBack(props: OfList & { path: string }) {
  const words = opinionListWords[props.request.lang]
  return (
    <DetailsBlock summary={words.giveBack}>
      <Form action={to(props, props.path)} version={props.list.version} draft={false}>
        <TextAreaField name="reason" label={words.giveBackReason} rows={2} required />
        <FormButtons verb={words.giveBack} />
      </Form>
    </DetailsBlock>
  )
}

const ALIKE_FROM = 0.25
const MOST_OFFERED = 8

/** Which opinion of the others this one repeats: those that sound alike are offered, the person decides. */
export function MergeOpinion(
  props: OfList & { opinion: Opinion; others: Awaited<ReturnType<typeof listOpinionsAtFront>> },
) {
  const { request, opinion, others } = props
  const words = opinionListWords[request.lang]
  const pairs = syllablePairs(opinion.content)
  const near = others
    .filter((other) => other.id !== opinion.id && other.mergedIntoId === null)
    .map((other) => ({ other, like: likeness(pairs, syllablePairs(other.content)) }))
    .filter(({ other, like }) => like >= ALIKE_FROM || other.id === opinion.mergedIntoId)
    .sort((one, two) => two.like - one.like)
    .slice(0, MOST_OFFERED)
  if (near.length === 0) return null
  return (
    <Form
      action={to(props, '/gop')}
      hidden={{ opinionId: String(opinion.id) }}
      values={{ intoId: opinion.mergedIntoId ?? '' }}
      draft={false}
    >
      <SelectField
        name="intoId"
        id={`merge-${opinion.id}`}
        label={words.mergeLabel(String(opinion.id))}
        choices={near.map(({ other }) => ({
          value: String(other.id),
          label: `${words.number(String(other.id))} – ${other.agencyName}: ${shortened(other.content, 70)}`,
        }))}
        empty={words.mergeNone}
      />
      <Button variant="secondary" small>
        {words.merge}
      </Button>
    </Form>
  )
}
