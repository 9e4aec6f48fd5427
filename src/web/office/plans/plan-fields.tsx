import type { Regulation } from '../../../regulations/regulation.ts'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { CheckboxGroupField } from '../../kit/checkbox-group-field.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { FormSection } from '../../kit/form-section.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { RadioGroupField } from '../../kit/radio-group-field.tsx'
import { type Choice, SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { planWords } from '../../words/plan-words.ts'
import { postKindChoices } from '../agencies/agency-choices.ts'
import type { OfficeRequest } from '../office-route.ts'
import { choiceWords } from './plan-view.ts'

interface PartFieldsProps {
  request: OfficeRequest
  regulation: Regulation
  periods: readonly (keyof (typeof planWords)['vi']['periods'])[]
}

/** Of whom, how many, of which kinds, in which period. */
export function TargetFields({ request, regulation, periods }: PartFieldsProps) {
  const { lang } = request
  const words = planWords[lang]
  const say = choiceWords(regulation, lang)
  return (
    <>
      <SelectField name="postKind" label={words.targetWho} choices={postKindChoices([regulation], lang)} required />
      <TextField name="label" label={words.targetLabel} required />
      <NumberField name="minimum" label={words.minimum} unit={words.minimumUnit} min={0} required />
      <CheckboxGroupField
        name="kinds"
        label={words.kinds}
        choices={regulation.kinds.map((kind) => ({ value: kind.key, label: say.kind(kind.key) }))}
        required
      />
      <SelectField
        name="period"
        label={words.period}
        choices={periods.map((period) => ({ value: period, label: words.periods[period] }))}
        empty={null}
        narrow
      />
      <CheckboxField name="countsIndirect" label={words.countsIndirect} />
    </>
  )
}

/** Kind, form and chair as the regulation knows them; the lead office follows. */
export function PlannedFields({ request, regulation, periods }: PartFieldsProps) {
  const { lang } = request
  const words = planWords[lang]
  const say = choiceWords(regulation, lang)
  const choices = (list: readonly { key: string }[], label: (key: string) => string): Choice[] =>
    list.map(({ key }) => ({ value: key, label: label(key) }))
  const kinds = regulation.kinds.filter((kind) => kind.key !== 'adHoc' && kind.key !== 'onRequest')
  const sessions = regulation.kinds.flatMap((kind) => kind.sessionKinds)
  return (
    <>
      <TextField name="title" label={words.plannedTitle} required />
      <RadioGroupField name="kind" label={words.kind} choices={choices(kinds, say.kind)} required />
      {sessions.length > 0 ? (
        <SelectField
          name="sessionKind"
          label={words.session}
          help={words.sessionHelp}
          choices={choices(sessions, say.session)}
        />
      ) : null}
      <RadioGroupField name="form" label={words.form} choices={choices(regulation.forms, say.form)} required inline />
      <RadioGroupField
        name="chairModel"
        label={words.chair}
        help={words.leadOfficeHelp}
        choices={choices(regulation.chairModels, say.chair)}
        required
      />
      <FormSection title={words.when} help={words.whenHelp}>
        <SelectField
          name="period"
          label={words.period}
          choices={periods.map((period) => ({ value: period, label: words.periods[period] }))}
          empty={words.noPeriod}
          narrow
        />
        <DayField name="expectedFrom" label={words.expectedFrom} />
        <DayField name="expectedTo" label={words.expectedTo} help={words.expectedToHelp} />
      </FormSection>
      <TextAreaField name="topic" label={words.topic} rows={4} />
      <CheckboxGroupField
        name="audience"
        label={words.audience}
        choices={choices(regulation.petitionFields?.audiences ?? [], say.audience)}
        columns
      />
      <TextField name="venue" label={words.venue} />
    </>
  )
}

/** Which agency does what, by when. */
export function TaskFields({ request, agencies }: { request: OfficeRequest; agencies: readonly Choice[] }) {
  const words = planWords[request.lang]
  const roles = (['lead', 'supporting'] as const).map((role) => ({ value: role, label: words.roles[role] }))
  return (
    <>
      <SelectField name="agencyId" label={words.agency} choices={agencies} required />
      <RadioGroupField name="role" label={words.role} choices={roles} inline required />
      <TextAreaField name="content" label={words.taskContent} rows={4} required />
      <DayField name="dueOn" label={words.dueOn} help={words.dueHelp} />
    </>
  )
}
