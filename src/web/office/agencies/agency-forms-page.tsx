import { addAgency } from '../../../agencies/add-agency.ts'
import { type Agency, getAgency, listAgencies } from '../../../agencies/agency-store.ts'
import { editAgency } from '../../../agencies/edit-agency.ts'
import type { Day } from '../../../platform/day.ts'
import { formatDay, isDay } from '../../../platform/day.ts'
import { endAgency } from '../../../procedures/end-agency.ts'
import { listOpenWork, sizeOfWork } from '../../../procedures/open-work.ts'
import { succeedAgency } from '../../../procedures/succeed-agency.ts'
import { Card } from '../../kit/card.tsx'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { FormSection } from '../../kit/form-section.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { agencyWords } from '../../words/agency-words.ts'
import { formatNumber } from '../../words/format-values.ts'
import { formPage } from '../form-page.tsx'
import { redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { kindChoices, levelChoices, regulationsToday, roleChoices, rolesOf, treeChoices } from './agency-choices.ts'
import { AGENCIES } from './agency-list-page.tsx'
import { WorkList } from './agency-page.tsx'
import { kindText, levelText } from './agency-signs.tsx'
import { peopleMovingCard } from './people-moving.tsx'

type Refused = RefusedForm | null

/** GET /quan-tri/co-quan/moi?vai-tro= and GET /quan-tri/co-quan/:id/sua */
export function showAgencyForm(act: 'add' | 'edit') {
  return async (request: OfficeRequest, refused: Refused = null): Promise<OfficeReply> => {
    const words = agencyWords[request.lang]
    const agency = act === 'edit' ? await getAgency(request.db, request.authority.id, idParam(request)) : null
    const back = request.link(agency ? `${AGENCIES}/${agency.id}` : AGENCIES)
    const all = await listAgencies(request.db, request.authority.id)
    return formPage(request, {
      title: agency ? words.editAgency : words.addAgency,
      ...(agency ? { kicker: agency.name } : {}),
      active: 'administration',
      trail: trailOf(request),
      action: request.link(agency ? `${AGENCIES}/${agency.id}/sua` : `${AGENCIES}/moi`),
      version: agency?.version,
      values: agency ? { ...agency, external: agency.external ? 'yes' : '' } : await firstValues(request),
      refused,
      verb: agency ? words.editAgency : words.addAgency,
      cancelHref: back,
      labels: labelsOf(request),
      say: (field, value) => sayField(request, field, value, all),
      children: AgencyFields({ request, agency, all, regulations: await regulationsToday(request) }),
    })
  }
}

function trailOf(request: OfficeRequest) {
  const words = agencyWords[request.lang]
  return [
    { href: request.link('/quan-tri'), label: words.administration },
    { href: request.link(AGENCIES), label: words.agencies },
  ]
}

/** Opened from a role that the regulation names: its own words are the likely name. */
async function firstValues(request: OfficeRequest): Promise<Record<string, unknown>> {
  const asked = queryText(request, 'vai-tro')
  const role = rolesOf(await regulationsToday(request), 'agency').find((one) => one.key === asked)
  const level = request.authority.kind === 'provinceOffice' ? 'province' : 'commune'
  return { roleKey: role?.key ?? '', name: role?.label ?? '', level, fromDay: request.today }
}

function labelsOf(request: OfficeRequest): Record<string, string> {
  const { name, shortName, kind, roleKey, level, parent, external, fromDay, email, phone, address } =
    agencyWords[request.lang]
  return { name, shortName, kind, roleKey, level, parentId: parent, external, fromDay, email, phone, address }
}

function sayField({ lang }: OfficeRequest, field: string, value: unknown, all: readonly Agency[]): string {
  if (field === 'kind') return kindText(String(value), lang)
  if (field === 'level') return levelText(String(value), lang)
  if (field === 'parentId') return all.find((one) => one.id === value)?.name ?? ''
  if (field === 'external') return value ? agencyWords[lang].externalMark : ''
  return isDay(value) ? formatDay(value) : String(value ?? '')
}

interface FieldsProps {
  request: OfficeRequest
  agency: Agency | null
  all: readonly Agency[]
  regulations: Awaited<ReturnType<typeof regulationsToday>>
}

function AgencyFields({ request, agency, all, regulations }: FieldsProps) {
  const { lang, today } = request
  const words = agencyWords[lang]
  const parents = treeChoices(
    all.filter((one) => one.id !== agency?.id),
    (agency?.fromDay ?? today) as Day,
  )
  return (
    <>
      <TextField name="name" label={words.name} required />
      <TextField name="shortName" label={words.shortName} required narrow />
      <SelectField name="kind" label={words.kind} choices={kindChoices(lang)} required />
      <SelectField
        name="roleKey"
        label={words.roleKey}
        help={words.roleHelp}
        choices={roleChoices(regulations, all, lang)}
        empty={words.noRole}
      />
      <SelectField name="level" label={words.level} choices={levelChoices(lang)} required narrow />
      <SelectField name="parentId" label={words.parent} choices={parents} empty={words.noParent} />
      <CheckboxField name="external" label={words.external} help={words.externalHelp} />
      <DayField name="fromDay" label={words.fromDay} required />
      {agency ? null : <DayField name="toDay" label={words.toDay} help={words.toDayHelp} />}
      <FormSection title={words.contact}>
        <TextField name="email" type="email" label={words.email} />
        <TextField name="phone" type="tel" label={words.phone} narrow />
        <TextField name="address" label={words.address} />
      </FormSection>
    </>
  )
}

/** POST /quan-tri/co-quan/moi */
export function postAgency(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, addAgency, {
    onDone: (id) => redirectTo(request.link(`${AGENCIES}/${id}`), agencyWords[request.lang].doneAdd),
    onRefused: (refused) => showAgencyForm('add')(request, refused),
  })
}

/** POST /quan-tri/co-quan/:id/sua */
export function postAgencyEdit(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, editAgency, {
    onDone: (id) => redirectTo(request.link(`${AGENCIES}/${id}`), agencyWords[request.lang].doneEdit),
    onRefused: (refused) => showAgencyForm('edit')(request, refused),
  })
}

/** GET /quan-tri/co-quan/:id/ket-thuc */
export async function showEndForm(request: OfficeRequest, refused: Refused = null): Promise<OfficeReply> {
  const words = agencyWords[request.lang]
  const agency = await getAgency(request.db, request.authority.id, idParam(request))
  return formPage(request, {
    title: words.endAgency,
    kicker: agency.name,
    active: 'administration',
    trail: trailOf(request),
    meta: words.endHelp,
    action: request.link(`${AGENCIES}/${agency.id}/ket-thuc`),
    version: agency.version,
    values: { toDay: request.today },
    refused,
    verb: words.endAgency,
    danger: true,
    cancelHref: request.link(`${AGENCIES}/${agency.id}`),
    children: (
      <>
        <OpenWork request={request} work={await workOf(request, agency)} />
        <DayField name="toDay" label={words.toDay} required />
        <TextAreaField name="reason" label={words.reason} rows={3} required />
      </>
    ),
  })
}

/** POST /quan-tri/co-quan/:id/ket-thuc */
export function postEnd(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, endAgency, {
    onDone: (id) => redirectTo(request.link(`${AGENCIES}/${id}`), agencyWords[request.lang].doneEnd),
    onRefused: (refused) => showEndForm(request, refused),
  })
}

/** GET /quan-tri/co-quan/:id/ke-thua */
export async function showSucceedForm(request: OfficeRequest, refused: Refused = null): Promise<OfficeReply> {
  const words = agencyWords[request.lang]
  const agency = await getAgency(request.db, request.authority.id, idParam(request))
  const others = (await listAgencies(request.db, request.authority.id)).filter((one) => one.id !== agency.id)
  return formPage(request, {
    title: words.succeedAgency,
    kicker: agency.name,
    active: 'administration',
    trail: trailOf(request),
    action: request.link(`${AGENCIES}/${agency.id}/ke-thua`),
    version: agency.version,
    values: { onDay: request.today },
    refused,
    verb: words.succeedAgency,
    cancelHref: request.link(`${AGENCIES}/${agency.id}`),
    children: (
      <>
        <OpenWork request={request} work={await workOf(request, agency)} />
        {await peopleMovingCard(request, agency)}
        <SelectField name="successorId" label={words.successor} choices={treeChoices(others, request.today)} required />
        <DayField name="onDay" label={words.onDay} help={words.onDayHelp} required />
        <TextField name="basis" label={words.basis} help={words.basisHelp} required />
      </>
    ),
  })
}

/** POST /quan-tri/co-quan/:id/ke-thua */
export function postSucceed(request: OfficeRequest): Promise<OfficeReply> {
  const words = agencyWords[request.lang]
  return submitForm(request, succeedAgency, {
    onDone: ({ handedOver }) =>
      redirectTo(
        request.link(`${AGENCIES}/${idParam(request)}`),
        words.doneSucceed(formatNumber(sizeOfWork(handedOver), request.lang)),
      ),
    onRefused: (refused) => showSucceedForm(request, refused),
  })
}

function workOf(request: OfficeRequest, agency: Agency) {
  return listOpenWork(request.db, request.authority.id, agency.id, request.today)
}

function OpenWork({ request, work }: { request: OfficeRequest; work: Awaited<ReturnType<typeof workOf>> }) {
  const words = agencyWords[request.lang]
  return (
    <Card look="quiet" level={2} title={words.openWork}>
      <WorkList request={request} work={work} empty={words.noOpenWork} />
    </Card>
  )
}
