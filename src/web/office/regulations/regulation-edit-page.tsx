import { ADDED_ENTRIES, applyEdits, editValues, fieldOfPath } from '../../../regulations/edit-fields.ts'
import { editRegulation } from '../../../regulations/edit-regulation.ts'
import { type RegulationProblem, readRegulation, readRegulationValue } from '../../../regulations/read-regulation.ts'
import { type Regulation, regulationRef } from '../../../regulations/regulation.ts'
import { REPORT_PERIODS } from '../../../regulations/regulation-vocabulary.ts'
import { serializeRegulation } from '../../../regulations/serialize-regulation.ts'
import { CheckboxGroupField } from '../../kit/checkbox-group-field.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { FormSection } from '../../kit/form-section.tsx'
import type { FormErrors, FormValues } from '../../kit/form-state.ts'
import { LinkButton } from '../../kit/link-button.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { regulationWords } from '../../words/regulation-words.ts'
import type { Lang } from '../../words/words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { submitForm } from '../submit-form.tsx'
import { ProblemList, REGULATIONS, readVersion, regulationTrail } from './regulation-subject.tsx'

interface EditState {
  values: FormValues
  errors: FormErrors
  problems: readonly RegulationProblem[]
  status: number
}

/** GET /quan-tri/quy-che/:id/sua */
export async function showEdit(request: OfficeRequest, state: EditState | null = null): Promise<OfficeReply> {
  const { lang } = request
  const words = regulationWords[lang]
  const version = await readVersion(request)
  const { regulation } = version
  return officePage(
    request,
    { title: words.editTitle, active: 'administration', width: 'narrow', status: state?.status ?? 200 },
    <>
      <PageHeading
        title={words.editTitle}
        kicker={regulation.name}
        trail={regulationTrail(request, version)}
        meta={`${words.editMeta(regulationRef(regulation))} ${words.alsoWhole}`}
        actions={
          <LinkButton href={request.link(`${REGULATIONS}/${version.id}/toan-van`)}>{words.editWhole}</LinkButton>
        }
      />
      {state ? <ProblemList problems={state.problems} lang={lang} /> : null}
      <Form
        action={request.link(`${REGULATIONS}/${version.id}/sua`)}
        values={state?.values ?? editValues(regulation)}
        errors={state?.errors ?? {}}
        hidden={{ 'sensitive.shown': '1' }}
      >
        <IdentityFields lang={lang} />
        <DeadlineFields regulation={regulation} lang={lang} />
        <ContestFields lang={lang} />
        <TargetAndReportFields regulation={regulation} lang={lang} />
        <ChecklistFields regulation={regulation} lang={lang} />
        <AreaFields regulation={regulation} lang={lang} />
        <FormButtons verb={words.saveVersion} cancelHref={request.link(`${REGULATIONS}/${version.id}`)} />
      </Form>
    </>,
  )
}

function IdentityFields({ lang }: { lang: Lang }) {
  const words = regulationWords[lang]
  return (
    <FormSection title={words.identity}>
      <TextField name="version" label={words.version} help={words.versionHelp} required narrow />
      <TextField name="name" label={words.regulationName} required />
      <TextField name="number" label={words.number} required narrow />
      <TextField name="issuer" label={words.issuer} required />
      <DayField name="date" label={words.date} required />
      <DayField name="effectiveFrom" label={words.effectiveFrom} required />
      <DayField name="effectiveTo" label={words.effectiveTo} help={words.effectiveToHelp} />
      <TextField name="motto" label={words.motto} />
    </FormSection>
  )
}

interface PartProps {
  regulation: Regulation
  lang: Lang
}

function DeadlineFields({ regulation, lang }: PartProps) {
  const words = regulationWords[lang]
  const units = (['working', 'calendar'] as const).map((unit) => ({ value: unit, label: words.units[unit] }))
  return (
    <>
      {regulation.deadlines.map((rule) => (
        <FormSection key={rule.key} title={`${words.deadlinesPart}: ${rule.label}`} help={`“${rule.quote}”`}>
          <NumberField name={`deadlines.${rule.key}.amount`} label={words.amount} required />
          <SelectField name={`deadlines.${rule.key}.unit`} label={words.unit} choices={units} empty={null} narrow />
          {rule.extension ? (
            <NumberField name={`deadlines.${rule.key}.extension`} label={words.extensionAmount} />
          ) : null}
          {rule.complex ? <NumberField name={`deadlines.${rule.key}.complex`} label={words.complexAmount} /> : null}
          <TextField name={`deadlines.${rule.key}.clause`} label={words.clause} required />
        </FormSection>
      ))}
    </>
  )
}

function ContestFields({ lang }: { lang: Lang }) {
  const words = regulationWords[lang]
  const units = (['working', 'calendar'] as const).map((unit) => ({ value: unit, label: words.units[unit] }))
  return (
    <FormSection title={words.contestPart} help={words.contestHelp}>
      <NumberField name="contest.amount" label={words.amount} />
      <SelectField name="contest.unit" label={words.unit} choices={units} narrow />
      <TextField name="contest.clause" label={words.clause} />
    </FormSection>
  )
}

function TargetAndReportFields({ regulation, lang }: PartProps) {
  const words = regulationWords[lang]
  return (
    <>
      {regulation.targets.length > 0 ? (
        <FormSection title={words.targetsPart}>
          {regulation.targets.map((target) => (
            <NumberField
              key={target.key}
              name={`targets.${target.key}.minimum`}
              label={words.minimum}
              help={target.label}
              required
            />
          ))}
        </FormSection>
      ) : null}
      {regulation.reports.map((report) => (
        <FormSection key={report.key} title={`${words.reportsPart}: ${report.label}`} help={`“${report.quote}”`}>
          {report.dates.map(({ period }) => (
            <div key={period} class="grid grid-cols-2 gap-4">
              <NumberField
                name={`reports.${report.key}.${period}.day`}
                label={words.reportDay(REPORT_PERIODS[period][lang])}
                required
              />
              <NumberField
                name={`reports.${report.key}.${period}.month`}
                label={words.reportMonth(REPORT_PERIODS[period][lang])}
                required
              />
            </div>
          ))}
        </FormSection>
      ))}
    </>
  )
}

function ChecklistFields({ regulation, lang }: PartProps) {
  const words = regulationWords[lang]
  const entries = regulation.dossier.checklist
  const needs = (['mandatory', 'ifAny'] as const).map((need) => ({ value: need, label: words.needs[need] }))
  const stages = (['before', 'during', 'after'] as const).map((stage) => ({ value: stage, label: words.stages[stage] }))
  return (
    <DetailsBlock summary={`${words.checklistPart} (${entries.length})`}>
      {entries.map((entry) => (
        <FormSection key={entry.key} title={`${words.stages[entry.stage]}: ${entry.label}`} help={entry.clause}>
          <TextField name={`checklist.${entry.key}.label`} label={words.entry} required />
          <SelectField name={`checklist.${entry.key}.need`} label={words.need} choices={needs} empty={null} narrow />
        </FormSection>
      ))}
      {entries.length > 0 ? (
        <CheckboxGroupField
          name="checklist.remove"
          label={words.removeEntry}
          choices={entries.map((entry) => ({ value: entry.key, label: entry.label }))}
        />
      ) : null}
      {Array.from({ length: ADDED_ENTRIES }, (_, at) => `checklist.add${at + 1}`).map((name) => (
        <FormSection key={name} title={words.addEntry}>
          <TextField name={`${name}.label`} label={words.entry} />
          <SelectField name={`${name}.stage`} label={words.stage} choices={stages} empty={null} narrow />
          <SelectField name={`${name}.need`} label={words.need} choices={needs} empty={null} narrow />
          <TextField name={`${name}.clause`} label={words.clause} />
        </FormSection>
      ))}
    </DetailsBlock>
  )
}

function AreaFields({ regulation, lang }: PartProps) {
  const words = regulationWords[lang]
  const areas = regulation.petitionFields?.subjectAreas ?? []
  if (areas.length === 0) return null
  const choices = areas.map((area) => ({ value: area.key, label: area.label }))
  return (
    <DetailsBlock summary={`${words.areasPart} (${areas.length})`}>
      {areas.map((area) => (
        <TextField key={area.key} name={`areas.${area.key}.label`} label={area.label} required />
      ))}
      {Array.from({ length: ADDED_ENTRIES }, (_, at) => (
        <TextField key={at} name={`areas.add${at + 1}`} label={words.addArea} />
      ))}
      <CheckboxGroupField name="sensitive" label={words.sensitive} help={words.sensitiveHelp} choices={choices} />
      <CheckboxGroupField name="areas.remove" label={words.removeAreas} choices={choices} />
    </DetailsBlock>
  )
}

/** POST /quan-tri/quy-che/:id/sua */
export async function postEdit(request: OfficeRequest): Promise<OfficeReply> {
  const words = regulationWords[request.lang]
  const { id, regulation } = await readVersion(request)
  const value = applyEdits(regulation, request.form)
  const reading = readRegulationValue(value, '')
  if (!reading.regulation) {
    const errors: Record<string, string> = {}
    const general: RegulationProblem[] = []
    for (const problem of reading.problems) {
      const field = fieldOfPath(value, problem.path)
      if (field !== null) errors[field] ??= problem.problem
      else general.push(problem)
    }
    return showEdit(request, { values: request.form, errors, problems: general, status: 422 })
  }
  return submitForm(request, editRegulation, {
    input: { basedOnId: id, text: serializeRegulation(reading.regulation) },
    onDone: ({ id: made, ref }) => redirectTo(request.link(`${REGULATIONS}/${made}`), words.saved(ref)),
    onRefused: ({ values, errors, status }) => showEdit(request, { values, errors, problems: [], status }),
  })
}

/** GET /quan-tri/quy-che/:id/toan-van */
export async function showWhole(request: OfficeRequest, state: EditState | null = null): Promise<OfficeReply> {
  const { lang } = request
  const words = regulationWords[lang]
  const version = await readVersion(request)
  return officePage(
    request,
    { title: words.editWhole, active: 'administration', status: state?.status ?? 200 },
    <>
      <PageHeading
        title={words.editWhole}
        kicker={version.regulation.name}
        trail={regulationTrail(request, version)}
        meta={`${words.editMeta(regulationRef(version.regulation))} ${words.editWholeMeta}`}
      />
      {state ? <ProblemList problems={state.problems} lang={lang} /> : null}
      <Form
        action={request.link(`${REGULATIONS}/${version.id}/toan-van`)}
        values={state?.values ?? { text: serializeRegulation(version.regulation) }}
        errors={state?.errors ?? {}}
      >
        <TextAreaField name="text" label={words.editWhole} rows={40} required />
        <FormButtons verb={words.saveVersion} cancelHref={request.link(`${REGULATIONS}/${version.id}`)} />
      </Form>
    </>,
  )
}

/** POST /quan-tri/quy-che/:id/toan-van */
export async function postWhole(request: OfficeRequest): Promise<OfficeReply> {
  const words = regulationWords[request.lang]
  const { id } = await readVersion(request)
  const text = String(request.form['text'] ?? '')
  const { problems } = text.trim() === '' ? { problems: [] } : readRegulation(text, '')
  return submitForm(request, editRegulation, {
    input: { basedOnId: id, text },
    onDone: ({ id: made, ref }) => redirectTo(request.link(`${REGULATIONS}/${made}`), words.saved(ref)),
    onRefused: ({ values, errors, status }) =>
      showWhole(request, { values, errors: problems.length > 0 ? {} : errors, problems, status }),
  })
}
