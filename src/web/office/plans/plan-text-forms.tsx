import { getAgency, listAgencies } from '../../../agencies/agency-store.ts'
import { citeBases } from '../../../plans/cite-bases.ts'
import { draftPlan } from '../../../plans/draft-plan.ts'
import { editPlan } from '../../../plans/edit-plan.ts'
import { listLegalBases, listPlanBases } from '../../../plans/legal-basis-store.ts'
import { yearToPlan } from '../../../plans/plan.ts'
import { citeBasis } from '../../../plans/plan-paper-text.ts'
import { findPlan, getPlan, listPlans } from '../../../plans/plan-store.ts'
import { yearOf } from '../../../platform/day.ts'
import { listAdoptions } from '../../../regulations/regulation-store.ts'
import { NumberField } from '../../kit/number-field.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { planWords } from '../../words/plan-words.ts'
import { treeChoices } from '../agencies/agency-choices.ts'
import { formPage } from '../form-page.tsx'
import { redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { PLANS } from './plan-list-page.tsx'

type Refused = RefusedForm | null

export function planTrail(request: OfficeRequest, plan: { id: number; title: string } | null = null) {
  const trail = [{ href: request.link(PLANS), label: planWords[request.lang].plans }]
  return plan ? [...trail, { href: request.link(`${PLANS}/${plan.id}`), label: plan.title }] : trail
}

/** Agencies of the authority itself that exist today, the likely issuers of a plan. */
async function issuerChoices(request: OfficeRequest) {
  const agencies = await listAgencies(request.db, request.authority.id, { external: false })
  return treeChoices(agencies, request.today)
}

/** GET /ke-hoach/moi?nam=&thay= */
export async function showNewPlan(request: OfficeRequest, refused: Refused = null): Promise<OfficeReply> {
  const { db, authority, lang, today } = request
  const words = planWords[lang]
  const askedId = Number(refused ? refused.values['replacesPlanId'] : queryText(request, 'thay'))
  const replaced = Number.isSafeInteger(askedId) && askedId > 0 ? await findPlan(db, authority.id, askedId) : null
  const [adoptions, plans] = await Promise.all([listAdoptions(db, authority.id), listPlans(db, authority.id)])
  return formPage(request, {
    title: replaced ? words.newVersion : words.newPlan,
    active: 'plans',
    trail: planTrail(request, replaced),
    action: request.link(`${PLANS}/moi`),
    values: replaced
      ? {
          year: replaced.year,
          title: replaced.title,
          issuerAgencyId: replaced.issuerAgencyId,
          replacesPlanId: replaced.id,
        }
      : await firstValues(request),
    refused,
    verb: replaced ? words.newVersion : words.newPlan,
    cancelHref: request.link(replaced ? `${PLANS}/${replaced.id}` : PLANS),
    children: (
      <>
        {replaced ? <input type="hidden" name="replacesPlanId" value={replaced.id} /> : null}
        <NumberField name="year" label={words.year} min={2000} max={yearOf(today) + 5} required />
        <TextField name="title" label={words.title} required />
        <SelectField name="issuerAgencyId" label={words.issuer} choices={await issuerChoices(request)} required />
        <SelectField
          name="regulationVersionId"
          label={words.regulation}
          help={words.regulationHelp}
          choices={adoptions.map((one) => ({
            value: String(one.regulationVersionId),
            label: `${one.number} (${one.regulationVersion})`,
          }))}
        />
        {replaced || plans.length === 0 ? null : (
          <SelectField
            name="copyFromPlanId"
            label={words.copyFrom}
            help={words.copyHelp}
            empty={words.noCopy}
            choices={plans.map((plan) => ({
              value: String(plan.id),
              label: `${plan.year}: ${plan.number ?? plan.title}`,
            }))}
          />
        )}
      </>
    ),
  })
}

async function firstValues(request: OfficeRequest): Promise<Record<string, unknown>> {
  const { db, authority, lang, today } = request
  const words = planWords[lang]
  const asked = Number(queryText(request, 'nam'))
  const office = authority.kind === 'provinceOffice' || authority.kind === 'province'
  const plans = await listPlans(db, authority.id)
  const [last] = plans
  const next = yearToPlan(
    plans.map((plan) => plan.year),
    yearOf(today),
  )
  const year = Number.isSafeInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : next
  const agencies = await listAgencies(db, authority.id, { on: today, external: false })
  const roles = office ? ['provincialOffice'] : ['partyCommittee', 'peoplesCommittee']
  const likely = roles
    .map((role) => agencies.find((agency) => agency.roleKey === role))
    .find((one) => one !== undefined)
  return {
    year,
    title: office ? words.titleOfOffice(year) : words.titleOf(year),
    // an issuer that has ended is no proposal for a new plan
    issuerAgencyId: agencies.find((agency) => agency.id === last?.issuerAgencyId)?.id ?? likely?.id ?? '',
  }
}

/** POST /ke-hoach/moi */
export function postPlan(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, draftPlan, {
    onDone: (id) => redirectTo(request.link(`${PLANS}/${id}`), planWords[request.lang].doneDraft),
    onRefused: (refused) => showNewPlan(request, refused),
  })
}

/** GET /ke-hoach/:id/sua */
export async function showTextsForm(request: OfficeRequest, refused: Refused = null): Promise<OfficeReply> {
  const { db, authority } = request
  const words = planWords[request.lang]
  const plan = await getPlan(db, authority.id, idParam(request))
  const { title, purpose, requirements, motto, closing } = words
  const issuer = await getAgency(db, authority.id, plan.issuerAgencyId)
  const choices = await issuerChoices(request)
  const known = choices.some((choice) => choice.value === String(issuer.id))
  return formPage(request, {
    title: words.editTexts,
    active: 'plans',
    trail: planTrail(request, plan),
    action: request.link(`${PLANS}/${plan.id}/sua`),
    version: plan.version,
    values: { ...plan },
    refused,
    verb: words.editTexts,
    cancelHref: request.link(`${PLANS}/${plan.id}`),
    labels: { title, purpose, requirements, motto, closing },
    children: (
      <>
        <TextField name="title" label={title} required />
        <SelectField
          name="issuerAgencyId"
          label={words.issuer}
          choices={known ? choices : [{ value: String(issuer.id), label: issuer.name }, ...choices]}
          required
        />
        <TextAreaField name="purpose" label={purpose} rows={12} />
        <TextAreaField name="requirements" label={requirements} rows={10} />
        <TextField name="motto" label={motto} />
        <TextAreaField name="closing" label={closing} rows={4} />
      </>
    ),
  })
}

/** POST /ke-hoach/:id/sua */
export function postTexts(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, editPlan, {
    onDone: (id) => redirectTo(request.link(`${PLANS}/${id}`), planWords[request.lang].doneSave),
    onRefused: (refused) => showTextsForm(request, refused),
  })
}

/** GET /ke-hoach/:id/can-cu: a position for each basis that is cited. */
export async function showCitations(request: OfficeRequest, refused: Refused = null): Promise<OfficeReply> {
  const { db, authority } = request
  const words = planWords[request.lang]
  const plan = await getPlan(db, authority.id, idParam(request))
  const [library, cited] = await Promise.all([
    listLegalBases(db, authority.id),
    listPlanBases(db, authority.id, plan.id),
  ])
  const values = Object.fromEntries(cited.map((basis, index) => [`position-${basis.id}`, index + 1]))
  return formPage(request, {
    title: words.chooseBases,
    active: 'plans',
    trail: planTrail(request, plan),
    meta: words.basisPositionHelp,
    action: request.link(`${PLANS}/${plan.id}/can-cu`),
    version: plan.version,
    values,
    refused,
    verb: words.chooseBases,
    cancelHref: request.link(`${PLANS}/${plan.id}`),
    children: library.map((basis) => (
      <NumberField
        key={basis.id}
        name={`position-${basis.id}`}
        label={words.basisPosition(basis.number)}
        help={citeBasis(basis)}
        min={1}
      />
    )),
  })
}

/** POST /ke-hoach/:id/can-cu */
export function postCitations(request: OfficeRequest): Promise<OfficeReply> {
  const positions = Object.entries(request.form).flatMap(([name, value]) => {
    const basisId = Number(/^position-(\d+)$/.exec(name)?.[1])
    const position = Number(value)
    return basisId > 0 && String(value).trim() !== '' && Number.isFinite(position) ? [{ basisId, position }] : []
  })
  const basisIds = positions.sort((a, b) => a.position - b.position || a.basisId - b.basisId).map((one) => one.basisId)
  const id = idParam(request)
  return submitForm(request, citeBases, {
    input: { id, version: request.form['version'], basisIds },
    onDone: () => redirectTo(request.link(`${PLANS}/${id}`), planWords[request.lang].doneSave),
    onRefused: (refused) => showCitations(request, refused),
  })
}
