import { listPetitions } from '../../../petitions/petition-list-store.ts'
import { visibilityOf } from '../../../petitions/petition-scope.ts'
import { NotPermitted } from '../../../platform/errors.ts'
import { readId } from '../../../platform/form-fields.ts'
import { shortened } from '../../../platform/shortened.ts'
import { assignPetitions } from '../../../procedures/assign-petition.ts'
import { withQuery } from '../../kit/address-query.ts'
import { CheckboxGroupField } from '../../kit/checkbox-group-field.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { FilterBar } from '../../kit/filter-bar.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { petitionFieldWords } from '../../words/petition-field-words.ts'
import { petitionWords } from '../../words/petition-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { choicesOf, labelOf, loadChoices } from './petition-choices.ts'
import { PETITIONS } from './petition-list-page.tsx'

const MANY = 200

/** GET /kien-nghi/giao: what has no agency yet, many given to one agency at once (D1). */
export async function showAssignMany(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const { db, actor, authority, lang, today } = request
  const words = petitionWords[lang]
  const labels = petitionFieldWords[lang]
  const visibility = visibilityOf(actor, authority.id)
  if (!visibility) throw new NotPermitted('petition:assign')
  const typed = (name: string) => String(refused?.values[name] ?? '') || queryText(request, name)
  const dialogueId = readId(typed('dialogue')) || undefined
  const subjectArea = typed('field') || undefined
  const choices = await loadChoices(request, null, dialogueId ?? null)
  const page = { sort: 'newest', direction: 'asc', page: 1, pageSize: MANY } as const
  const all = await listPetitions(db, visibility, { dialogueId, subjectArea, state: 'open', today }, page)
  const rows = all.filter(
    (row) => row.leadAgencyId === null && !row.confidential && row.kind !== 'complaint' && row.kind !== 'denunciation',
  )
  const area = (key: string | null) => labelOf(choices.fields?.subjectAreas, key, lang)
  const hidden = {
    ...(dialogueId ? { dialogue: String(dialogueId) } : {}),
    ...(subjectArea ? { field: subjectArea } : {}),
  }
  const path = request.link(`${PETITIONS}/giao`)
  return officePage(
    request,
    { title: words.assignMany, active: 'petitions', status: refused?.status ?? 200 },
    <>
      <PageHeading
        trail={[{ href: request.link(PETITIONS), label: words.petitions }]}
        title={words.assignMany}
        meta={labels.chooseMany}
      />
      <FilterBar action={path} values={{ dialogue: dialogueId, field: subjectArea }} active={[]} clearHref={path}>
        <SelectField name="dialogue" label={words.filters.dialogue} choices={choices.dialogues} empty={words.all} />
        <SelectField
          name="field"
          label={words.filters.field}
          choices={choicesOf(choices.fields?.subjectAreas, lang)}
          empty={words.all}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState icon="check" title={labels.nothingToAssign} help={labels.nothingToAssignHelp} />
      ) : (
        <Form action={path} values={refused?.values ?? {}} errors={refused?.errors ?? {}} hidden={hidden}>
          <CheckboxGroupField
            name="petitionIds"
            label={labels.chosen}
            choices={rows.map((row) => ({
              value: String(row.id),
              label: `${row.code} · ${shortened(row.content, 200)}`,
              help: [area(row.subjectArea), row.petitionerName].filter(Boolean).join(' · ') || undefined,
            }))}
            required
          />
          <SelectField name="leadAgencyId" label={labels.lead} choices={choices.agencies} required />
          <DetailsBlock summary={labels.supporting}>
            <CheckboxGroupField
              name="supportingAgencyIds"
              label={labels.supporting}
              choices={choices.ownAgencies}
              columns
            />
          </DetailsBlock>
          <FormButtons verb={words.assignMany} cancelHref={request.link(PETITIONS)} />
        </Form>
      )}
    </>,
  )
}

/** Back to what is still to be assigned, under the same filters. */
function listAddress(request: OfficeRequest): string {
  const text = (name: string) => String(request.form[name] ?? '')
  return withQuery(request.link(`${PETITIONS}/giao`), { dialogue: text('dialogue'), field: text('field') })
}

/** POST /kien-nghi/giao */
export async function postAssignMany(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, assignPetitions, {
    input: { ...request.form },
    onDone: ({ assigned }) => redirectTo(listAddress(request), petitionFieldWords[request.lang].assignedMany(assigned)),
    onRefused: (refused) => showAssignMany(request, refused),
  })
}
