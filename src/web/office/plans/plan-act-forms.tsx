import { findHolder } from '../../../agencies/post-store.ts'
import { SIGN_CAPACITIES } from '../../../documents/paper.ts'
import { disseminatePlan } from '../../../plans/make-plan-known.ts'
import { DISSEMINATION_CHANNELS, type Plan } from '../../../plans/plan.ts'
import { getPart } from '../../../plans/plan-part-store.ts'
import { getPlan } from '../../../plans/plan-store.ts'
import { reportPlanTask } from '../../../plans/plan-tasks.ts'
import { dropPlannedDialogue } from '../../../plans/planned-dialogues.ts'
import { approvePlan, approvePlanOnPaper, returnPlan } from '../../../procedures/approve-plan.ts'
import { issuePlan } from '../../../procedures/issue-plan.ts'
import { publishPlan } from '../../../procedures/publish-plan.ts'
import { getRegulationVersion } from '../../../regulations/regulation-store.ts'
import { DayField } from '../../kit/day-field.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextAreaField } from '../../kit/text-area-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { documentWords } from '../../words/document-words.ts'
import { planWords } from '../../words/plan-words.ts'
import { agencyTreeChoices } from '../agencies/agency-choices.ts'
import { PaperNumberField, readNumbering } from '../documents/paper-numbering.tsx'
import { SignedPageField } from '../documents/signed-page-field.tsx'
import { formPage } from '../form-page.tsx'
import { redirectTo } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { PLANS } from './plan-list-page.tsx'
import { showPlan } from './plan-page.tsx'
import { planTrail } from './plan-text-forms.tsx'

type Refused = RefusedForm | null

interface ActPage {
  act: string
  title: string
  plan: Plan
  refused: Refused
  version?: number
  values?: Record<string, unknown>
  multipart?: boolean
  danger?: boolean
  kicker?: string
  children: Parameters<typeof formPage>[1]['children']
}

/** The form of one act on a plan. */
function actPage(request: OfficeRequest, page: ActPage): OfficeReply {
  const { act, plan, title, children, ...rest } = page
  return formPage(request, {
    version: plan.version,
    ...rest,
    title,
    active: 'plans',
    trail: planTrail(request, plan),
    action: request.link(`${PLANS}/${plan.id}/${act}`),
    verb: title,
    cancelHref: request.link(`${PLANS}/${plan.id}`),
    children,
  })
}

const planOf = (request: OfficeRequest) => getPlan(request.db, request.authority.id, idParam(request))

function backTo(request: OfficeRequest, sentence: string) {
  return () => redirectTo(request.link(`${PLANS}/${idParam(request)}`), sentence)
}

/** POST /ke-hoach/:id/duyet */
export function postApproval(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, approvePlan, {
    onDone: backTo(request, planWords[request.lang].doneApprove),
    onRefused: (refused) => showPlan(request, refused),
  })
}

/** POST /ke-hoach/:id/cong-khai */
export function postPublication(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, publishPlan, {
    onDone: backTo(request, planWords[request.lang].donePublish),
    onRefused: (refused) => showPlan(request, refused),
  })
}

/** GET /ke-hoach/:id/duyet-tren-giay */
export async function showPaperApproval(request: OfficeRequest, refused: Refused = null): Promise<OfficeReply> {
  const words = planWords[request.lang]
  return actPage(request, {
    act: 'duyet-tren-giay',
    title: words.approveOnPaper,
    plan: await planOf(request),
    refused,
    values: { approvedOn: request.today },
    multipart: true,
    children: (
      <>
        <TextField name="approver" label={words.approver} required />
        <DayField name="approvedOn" label={words.approvedOn} required />
        <SignedPageField label={words.signedPage} lang={request.lang} required />
      </>
    ),
  })
}

/** POST /ke-hoach/:id/duyet-tren-giay */
export function postPaperApproval(request: OfficeRequest): Promise<OfficeReply> {
  const page = request.uploads.find((upload) => upload.field === 'signedPage')
  return submitForm(request, approvePlanOnPaper, {
    input: { ...request.form, id: idParam(request), signedPage: page },
    onDone: backTo(request, planWords[request.lang].doneApprove),
    onRefused: (refused) => showPaperApproval(request, refused),
  })
}

/** GET /ke-hoach/:id/tra-lai */
export async function showReturn(request: OfficeRequest, refused: Refused = null): Promise<OfficeReply> {
  const words = planWords[request.lang]
  return actPage(request, {
    act: 'tra-lai',
    title: words.returnPlan,
    plan: await planOf(request),
    refused,
    children: <TextAreaField name="reason" label={words.reason} rows={4} required />,
  })
}

/** POST /ke-hoach/:id/tra-lai */
export function postReturn(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, returnPlan, {
    onDone: backTo(request, planWords[request.lang].doneReturn),
    onRefused: (refused) => showReturn(request, refused),
  })
}

/** Who likely signs: the secretary for the party's papers, the chief of an office, else the chair of the committee. */
async function likelySigner(request: OfficeRequest): Promise<Record<string, unknown>> {
  const { db, authority, today } = request
  for (const kind of authority.kind === 'provinceOffice'
    ? ['officeChief']
    : ['partySecretary', 'peoplesCommitteeChair']) {
    const post = await findHolder(db, authority.id, kind, today)
    if (!post?.personName) continue
    const capacity = kind === 'partySecretary' ? 'T/M' : kind === 'officeChief' ? 'head' : 'TM.'
    return { signerName: post.personName, signerTitle: post.title, signCapacity: capacity }
  }
  return {}
}

/** GET /ke-hoach/:id/ban-hanh */
export async function showIssue(request: OfficeRequest, refused: Refused = null): Promise<OfficeReply> {
  const words = planWords[request.lang]
  const { capacities } = documentWords[request.lang]
  const plan = await planOf(request)
  return actPage(request, {
    act: 'ban-hanh',
    title: words.issue,
    plan,
    refused,
    values: { datedOn: request.today, ...(await likelySigner(request)) },
    children: (
      <>
        <DayField name="datedOn" label={words.datedOn} required />
        <PaperNumberField
          lang={request.lang}
          numbering={await readNumbering(request, plan.issuerAgencyId, 'annualPlan')}
        />
        <TextField name="signerName" label={words.signerName} required />
        <TextField name="signerTitle" label={words.signerTitle} required />
        <SelectField
          name="signCapacity"
          label={words.signCapacity}
          choices={SIGN_CAPACITIES.map((one) => ({ value: one, label: capacities[one] }))}
          required
        />
        <TextField name="lateEntryReason" label={words.lateEntryReason} help={words.lateEntryHelp} />
      </>
    ),
  })
}

/** POST /ke-hoach/:id/ban-hanh */
export function postIssue(request: OfficeRequest): Promise<OfficeReply> {
  const words = planWords[request.lang]
  return submitForm(request, issuePlan, {
    onDone: ({ number }) => redirectTo(request.link(`${PLANS}/${idParam(request)}`), words.doneIssue(number ?? '')),
    onRefused: (refused) => showIssue(request, refused),
  })
}

/** GET /ke-hoach/:id/pho-bien */
export async function showDissemination(request: OfficeRequest, refused: Refused = null): Promise<OfficeReply> {
  const words = planWords[request.lang]
  const plan = await planOf(request)
  const { regulation } = await getRegulationVersion(request.db, plan.regulationVersionId)
  const said: Readonly<Record<string, string>> = words.channels
  const own = regulation.noticeChannels.filter((channel) => !(channel.key in said))
  const channels = [
    ...DISSEMINATION_CHANNELS.map((key) => ({ value: key, label: words.channels[key] })),
    ...own.map((channel) => ({ value: channel.key, label: channel.label })),
  ]
  const wide = request.actor.may('plan:report-task', { authorityId: request.authority.id, agencyIds: [] })
  return actPage(request, {
    act: 'pho-bien',
    title: words.disseminate,
    plan,
    refused,
    values: { doneOn: request.today, agencyId: request.actor.agencyId ?? '' },
    children: (
      <>
        <SelectField name="channel" label={words.channel} choices={channels} required />
        <DayField name="doneOn" label={words.doneOn} required />
        {wide ? <SelectField name="agencyId" label={words.agency} choices={await agencyTreeChoices(request)} /> : null}
        <TextAreaField name="note" label={words.note} rows={3} />
      </>
    ),
  })
}

/** POST /ke-hoach/:id/pho-bien */
export function postDissemination(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, disseminatePlan, {
    onDone: backTo(request, planWords[request.lang].doneDisseminate),
    onRefused: (refused) => showDissemination(request, refused),
  })
}

/** GET /ke-hoach/:id/nhiem-vu/:part/bao-cao */
export async function showTaskReport(request: OfficeRequest, refused: Refused = null): Promise<OfficeReply> {
  const words = planWords[request.lang]
  const task = await getPart(request.db, 'planTask', request.authority.id, idParam(request, 'part'))
  return actPage(request, {
    act: `nhiem-vu/${task.id}/bao-cao`,
    title: words.reportTask,
    plan: await planOf(request),
    kicker: task.content,
    refused,
    version: task.version,
    values: { doneOn: task.doneOn ?? request.today, result: task.result ?? '' },
    children: (
      <>
        <DayField name="doneOn" label={words.doneOn} required />
        <TextAreaField name="result" label={words.result} rows={6} required />
      </>
    ),
  })
}

/** POST /ke-hoach/:id/nhiem-vu/:part/bao-cao */
export function postTaskReport(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, reportPlanTask, {
    input: { ...request.form, taskId: idParam(request, 'part') },
    onDone: backTo(request, planWords[request.lang].doneReport),
    onRefused: (refused) => showTaskReport(request, refused),
  })
}

/** GET /ke-hoach/:id/doi-thoai/:part/khong-to-chuc */
export async function showDrop(request: OfficeRequest, refused: Refused = null): Promise<OfficeReply> {
  const words = planWords[request.lang]
  const planned = await getPart(request.db, 'plannedDialogue', request.authority.id, idParam(request, 'part'))
  return actPage(request, {
    act: `doi-thoai/${planned.id}/khong-to-chuc`,
    title: words.drop,
    plan: await planOf(request),
    kicker: planned.title,
    refused,
    version: planned.version,
    danger: true,
    children: <TextAreaField name="reason" label={words.reason} rows={4} required />,
  })
}

/** POST /ke-hoach/:id/doi-thoai/:part/khong-to-chuc */
export function postDrop(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, dropPlannedDialogue, {
    input: { ...request.form, plannedId: idParam(request, 'part') },
    onDone: backTo(request, planWords[request.lang].doneDrop),
    onRefused: (refused) => showDrop(request, refused),
  })
}
