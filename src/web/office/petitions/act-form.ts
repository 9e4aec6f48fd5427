import type { ComponentChildren } from 'preact'
import { readLikelySigner } from '../../../papers/read-frame.ts'
import { isOpenState } from '../../../petitions/petition.ts'
import { listPetitions } from '../../../petitions/petition-list-store.ts'
import { visibilityOf } from '../../../petitions/petition-scope.ts'
import type { PetitionAction } from '../../../petitions/petition-state.ts'
import { shortened } from '../../../platform/shortened.ts'
import { findReplyExtension } from '../../../procedures/extend-reply.ts'
import type { ReferralKind } from '../../../procedures/referral-paper.ts'
import type { FormValues } from '../../kit/form-state.ts'
import type { Choice } from '../../kit/select-field.tsx'
import { petitionFieldWords } from '../../words/petition-field-words.ts'
import type { Lang } from '../../words/words.ts'
import { type Numbering, readNumbering, UNKNOWN_NUMBERING } from '../documents/paper-numbering.tsx'
import type { OfficeRequest } from '../office-route.ts'
import { labelOf, loadChoices, type PetitionChoices } from './petition-choices.ts'
import type { PetitionView } from './petition-view.ts'

/** What the form of an act shows. */
export interface ActForm {
  lang: Lang
  view: PetitionView
  choices: PetitionChoices
  values: FormValues
  /** reasons for which the regulation extends a reply */
  extensionReasons: Choice[]
  /** petitions to merge into or to link with */
  otherPetitions: Choice[]
  /** slips or papers of this petition with which it may go elsewhere */
  papers: Choice[]
  /** from where the number of the reply comes */
  numbering: Numbering
  /** the lead office writes down for agencies without an account */
  choosesAgency: boolean
}

/** The fields of one act's form. */
export type ActFields = (props: { form: ActForm }) => ComponentChildren

export async function loadActForm(
  request: OfficeRequest,
  view: PetitionView,
  action: PetitionAction,
  typed: FormValues | null,
): Promise<ActForm> {
  const { actor, authority, lang, db } = request
  const { petition } = view
  const choices = await loadChoices(request, petition)
  const papers = paperChoices(view, action)
  const extends_ = action === 'extend' || action === 'extendOnPaper'
  const extension = extends_ ? await findReplyExtension({ db, authorityId: authority.id }, petition.dialogueId) : null
  return {
    lang,
    view,
    choices,
    values: typed ?? {
      ...initialValues(request, view, action, papers),
      ...(action === 'issueReply' ? await signerOf(request, view) : {}),
    },
    papers,
    extensionReasons: (extension?.reasons ?? []).map((reason) => ({
      value: reason.key,
      label: labelOf(extension?.reasons, reason.key, lang),
    })),
    otherPetitions: action === 'merge' || action === 'linkRepeat' ? await listOthers(request, view, action) : [],
    numbering:
      action === 'issueReply' ? await readNumbering(request, petition.leadAgencyId, 'replyLetter') : UNKNOWN_NUMBERING,
    choosesAgency: actor.may('petition:assign', { authorityId: authority.id }),
  }
}

const REFERRAL_PAPERS: Partial<Record<PetitionAction, ReferralKind>> = {
  transfer: 'transferSlip',
  escalate: 'escalation',
}

function paperChoices(view: PetitionView, action: PetitionAction): Choice[] {
  const kind = REFERRAL_PAPERS[action]
  return view.papers
    .filter((paper) => paper.kind === kind && paper.state !== 'void')
    .map((paper) => ({ value: String(paper.id), label: [paper.number, paper.title].filter(Boolean).join(' · ') }))
}

async function listOthers(request: OfficeRequest, view: PetitionView, action: PetitionAction): Promise<Choice[]> {
  const { actor, authority, db, today } = request
  const { petition } = view
  const visibility = visibilityOf(actor, authority.id)
  if (!visibility) return []
  const page = { sort: 'newest', direction: 'desc', page: 1, pageSize: 200 } as const
  const inDialogue = petition.dialogueId === null ? {} : { dialogueId: petition.dialogueId }
  const [near, own] = await Promise.all([
    listPetitions(db, visibility, { ...inDialogue, today }, page),
    listPetitions(db, visibility, { petitionerId: petition.petitionerId, today }, page),
  ])
  const all = new Map([...own, ...near].map((row) => [row.id, row]))
  return [...all.values()]
    .filter((row) => row.id !== petition.id && row.confidential === petition.confidential)
    .filter((row) => action === 'linkRepeat' || isOpenState(row.state))
    .map((row) => ({ value: String(row.id), label: `${row.code} · ${shortened(row.content, 80)}` }))
}

/** What stands in a form when it is opened: what is stored, and the likely answer. */
function initialValues(
  request: OfficeRequest,
  view: PetitionView,
  action: PetitionAction,
  papers: readonly Choice[],
): FormValues {
  const { petition, answers, petitioner } = view
  const { today } = request
  const newest = (kind: string) => answers.filter((one) => one.kind === kind && one.paperId === null).at(-1)
  const prepared = newest('prepared')?.text ?? ''
  switch (action) {
    case 'edit':
    case 'nameAccused':
      return { ...petition, freeIds: leftOpen(view) }
    case 'classify':
      return { ...petition, sensitive: yes(petition.sensitive), offTopic: yes(petition.offTopic) }
    case 'assign':
      return {
        leadAgencyId: petition.leadAgencyId,
        supportingAgencyIds: view.supports.map((one) => String(one.agencyId)),
      }
    case 'draftAnswer':
      return { text: prepared, proposedSettlement: petition.proposedSettlement }
    case 'draftReply':
      return { text: newest('reply')?.text ?? prepared, proposedSettlement: petition.proposedSettlement }
    case 'answerAtConference':
      return { text: prepared }
    case 'resolveBefore':
      return { text: prepared, settledOn: today }
    case 'decide':
    case 'decideOnPaper':
      return { competence: petition.competence, direction: petition.proposedSettlement }
    case 'issueReply':
      return {
        title: petitionFieldWords[request.lang].titleDefault(petition.code),
        datedOn: today,
        signCapacity: 'head',
        localityAgencyId: petitioner?.villageAgencyId ?? view.dialogue?.hostAgencyId ?? null,
      }
    case 'sendReply':
      return { sentOn: today, recipientIds: unsentOf(view).map((one) => String(one.id)) }
    case 'restrict':
      return { confidential: yes(petition.confidential), readerIds: view.readers.map((one) => String(one.accountId)) }
    case 'followTransfer':
      return { ...view.transfers.at(-1) }
    case 'followEscalation':
      return { answerReceivedOn: today, ...known(view.escalations.at(-1)) }
    case 'handOver':
      return { procedure: petitionFieldWords[request.lang].lawOf(petition.kind), procedureOn: today }
    case 'proposeSettlement':
      return { proposedSettlement: petition.proposedSettlement, proposedDueOn: petition.proposedDueOn ?? '' }
    case 'promise':
      return {
        promise: petition.promise ?? petition.proposedSettlement,
        promisedOn: petition.promisedOn ?? petition.proposedDueOn ?? '',
      }
    case 'transfer':
    case 'escalate':
      return {
        ...{ transferredOn: today, sentOn: today, signCapacity: 'head', issuerAgencyId: request.actor.agencyId },
        ...{ slipPaperId: papers.at(-1)?.value ?? '', paperId: papers.at(-1)?.value ?? '' },
      }
    default:
      return {
        settledOn: today,
        sentOn: today,
        transferredOn: today,
        procedureOn: today,
        verifiedOn: today,
        petitionerAskedOn: today,
        acknowledgedOn: today,
      }
  }
}

/** Who approved the newest reply is most likely who signs it; of the head of the agency the post is known too. */
async function signerOf(request: OfficeRequest, { answers, petition }: PetitionView): Promise<FormValues> {
  const { db, authority, today } = request
  const approved = answers
    .filter((one) => one.kind === 'reply' && one.paperId === null && one.state === 'approved')
    .at(-1)
  const head = await readLikelySigner(db, authority.id, { issuerAgencyId: petition.leadAgencyId, on: today })
  const signerName = approved?.approverName ?? head?.name ?? ''
  return { signerName, ...(head && head.name === signerName ? { signerTitle: head.title } : {}) }
}

/** Who is to get an issued reply and was not sent it yet. */
export function unsentOf({ papers, recipients }: PetitionView) {
  const letters = papers.filter((paper) => paper.kind === 'replyLetter' && paper.state === 'issued')
  return recipients.filter((one) => one.sentOn === null && letters.some((letter) => letter.id === one.paperId))
}

/** What is known of a row already, without its empty fields. */
function known(row: Record<string, unknown> | undefined): FormValues {
  return Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== null && value !== ''))
}

/** Petitions of the same submission that stayed open to whom this one accuses. */
function leftOpen({ petition, siblings }: PetitionView): string[] {
  if (petition.accusedAgencyId === null && petition.accusedAccountId === null) return []
  return siblings
    .filter((one) => one.accusedAgencyId === null && one.accusedAccountId === null)
    .map((one) => String(one.id))
}

function yes(value: boolean): string {
  return value ? 'yes' : ''
}
