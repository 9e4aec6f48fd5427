import { loadCalendar } from '../../../calendar/calendar-store.ts'
import { editPetitioner } from '../../../petitions/edit-petitioner.ts'
import { countPetitions, listPetitions } from '../../../petitions/petition-list-store.ts'
import { visibilityOf } from '../../../petitions/petition-scope.ts'
import { getPetitioner } from '../../../petitions/petitioner-store.ts'
import { NotFound } from '../../../platform/errors.ts'
import { erasePerson } from '../../../procedures/erase-person.ts'
import { ActionBar } from '../../kit/action-bar.tsx'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { DataTable } from '../../kit/data-table.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { Form } from '../../kit/form.tsx'
import { FormButtons } from '../../kit/form-buttons.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { petitionFieldWords } from '../../words/petition-field-words.ts'
import { petitionWords } from '../../words/petition-words.ts'
import { officePage, redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { loadChoices } from './petition-choices.ts'
import { columnsOf, PETITIONS } from './petition-list-page.tsx'

export const PERSON = `${PETITIONS}/nguoi/:id`
const pathOf = (id: number) => `${PETITIONS}/nguoi/${id}`

/** A petitioner of whom the reader sees a petition; for anybody else there is none. */
async function readablePetitioner(request: OfficeRequest) {
  const { db, authority, actor, today } = request
  const id = idParam(request)
  const visibility = visibilityOf(actor, authority.id)
  if (!visibility || (await countPetitions(db, visibility, { petitionerId: id, today })) === 0)
    throw new NotFound('petitioner')
  return { petitioner: await getPetitioner(db, authority.id, id), visibility }
}

/** GET /kien-nghi/nguoi/:id: who it is and what became of all they raised. */
export async function showPetitioner(request: OfficeRequest): Promise<OfficeReply> {
  const { db, lang, today, actor, authority } = request
  const words = petitionWords[lang]
  const labels = petitionFieldWords[lang]
  const { petitioner, visibility } = await readablePetitioner(request)
  const page = { sort: 'newest', direction: 'desc', page: 1, pageSize: 100 } as const
  const rows = await listPetitions(db, visibility, { petitionerId: petitioner.id, today }, page)
  const choices = await loadChoices(request, null)
  const calendar = await loadCalendar(db)
  const may = (permission: 'petition:classify' | 'petition:erase-person') =>
    petitioner.erasedAt === null && actor.may(permission, { authorityId: authority.id })
  // a name that comes only with confidential petitions is shown on those pages, once opened
  const hidden = rows.every((row) => row.confidential)
  const name = petitioner.erasedAt ? words.erased : petitioner.kind === 'unnamed' ? words.unnamed : petitioner.name
  const village = choices.villages.find((one) => one.value === String(petitioner.villageAgencyId))
  return officePage(
    request,
    { title: words.petitioner, active: 'petitions', width: 'wide' },
    <>
      <PageHeading
        trail={[{ href: request.link(PETITIONS), label: words.petitions }]}
        kicker={words.petitioner}
        title={hidden ? words.confidential : name}
      />
      <ActionBar
        actions={[
          ...(may('petition:classify') && !hidden
            ? [{ label: labels.editPetitioner, href: request.link(`${pathOf(petitioner.id)}/sua`) }]
            : []),
          ...(may('petition:erase-person')
            ? [{ label: labels.eraseVerb, href: request.link(`${pathOf(petitioner.id)}/xoa`) }]
            : []),
        ]}
      />
      {hidden ? null : (
        <DefinitionList
          facts={[
            { label: labels.whoKind, value: words.petitionerKinds[petitioner.kind as 'person'] },
            { label: labels.representative, value: petitioner.representative },
            { label: labels.headcount, value: petitioner.headcount },
            { label: labels.village, value: village?.label },
            { label: labels.phone, value: petitioner.phone },
            { label: labels.email, value: petitioner.email },
            { label: labels.address, value: petitioner.address },
          ]}
        />
      )}
      <Section title={labels.theirPetitions} count={rows.length}>
        <DataTable
          caption={labels.theirPetitions}
          columns={columnsOf(request, choices, calendar).filter((column) => column.key !== 'petitioner')}
          rows={rows}
          rowKey={(row) => String(row.id)}
          rowHref={(row) => request.link(`${PETITIONS}/${row.id}`)}
        />
      </Section>
    </>,
  )
}

/** GET /kien-nghi/nguoi/:id/sua */
export async function showEditPetitioner(
  request: OfficeRequest,
  refused: RefusedForm | null = null,
): Promise<OfficeReply> {
  const { lang } = request
  const labels = petitionFieldWords[lang]
  const { petitioner } = await readablePetitioner(request)
  const choices = await loadChoices(request, null)
  const back = request.link(pathOf(petitioner.id))
  const opened = refused && !refused.stale ? Number(refused.values['version']) : petitioner.version
  const errors = { ...refused?.errors, ...(refused?.stale ? { '': petitionWords[lang].changedMeanwhile } : {}) }
  return officePage(
    request,
    { title: labels.editPetitioner, active: 'petitions', width: 'narrow', status: refused?.status ?? 200 },
    <>
      <PageHeading trail={[{ href: back, label: petitionWords[lang].petitioner }]} title={labels.editPetitioner} />
      <Form action={`${back}/sua`} version={opened} values={refused?.values ?? { ...petitioner }} errors={errors}>
        <TextField name="name" label={labels.name} required={petitioner.kind !== 'unnamed'} />
        <TextField name="representative" label={labels.representative} />
        <NumberField name="headcount" label={labels.headcount} />
        <SelectField name="villageAgencyId" label={labels.village} choices={choices.villages} />
        <TextField name="phone" label={labels.phone} type="tel" narrow />
        <TextField name="email" label={labels.email} type="email" />
        <TextField name="address" label={labels.address} />
        <FormButtons cancelHref={back} />
      </Form>
    </>,
  )
}

/** POST /kien-nghi/nguoi/:id/sua */
export async function postEditPetitioner(request: OfficeRequest): Promise<OfficeReply> {
  const { petitioner } = await readablePetitioner(request)
  return submitForm(request, editPetitioner, {
    onDone: () => redirectTo(request.link(pathOf(petitioner.id)), petitionFieldWords[request.lang].petitionerSaved),
    onRefused: (refused) => showEditPetitioner(request, refused),
  })
}

/** GET /kien-nghi/nguoi/:id/xoa */
export async function showErasePetitioner(
  request: OfficeRequest,
  refused: RefusedForm | null = null,
): Promise<OfficeReply> {
  const labels = petitionFieldWords[request.lang]
  const { petitioner } = await readablePetitioner(request)
  const back = request.link(pathOf(petitioner.id))
  return officePage(
    request,
    { title: labels.eraseVerb, active: 'petitions', width: 'narrow', status: refused?.status ?? 200 },
    <>
      <PageHeading
        trail={[{ href: back, label: petitionWords[request.lang].petitioner }]}
        title={labels.eraseVerb}
        meta={labels.eraseHelp}
      />
      <Form action={`${back}/xoa`} values={refused?.values ?? {}} errors={refused?.errors ?? {}}>
        <TextAreaField name="reason" label={labels.reason} rows={3} required />
        <CheckboxField name="alsoContents" label={labels.alsoContents} />
        <FormButtons verb={labels.eraseVerb} danger cancelHref={back} />
      </Form>
    </>,
  )
}

/** POST /kien-nghi/nguoi/:id/xoa */
export async function postErasePetitioner(request: OfficeRequest): Promise<OfficeReply> {
  const { petitioner } = await readablePetitioner(request)
  return submitForm(request, erasePerson, {
    onDone: () => redirectTo(request.link(pathOf(petitioner.id)), petitionFieldWords[request.lang].erased),
    onRefused: (refused) => showErasePetitioner(request, refused),
  })
}
