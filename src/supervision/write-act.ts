import { findAgency, findAgencyByRole } from '../agencies/agency-store.ts'
import type { ChangeContext } from '../changes/define-change.ts'
import { listConclusionItems } from '../dialogues/conclusion-store.ts'
import { findPetition } from '../petitions/petition-store.ts'
import type { Day } from '../platform/day.ts'
import { BrokenRule, InputRejected } from '../platform/errors.ts'
import type { SupervisionKind } from './supervision-act.ts'
import type { ActAbout } from './supervision-forms.ts'
import { insertAct } from './supervision-store.ts'

export interface ActDraft extends ActAbout {
  kind: SupervisionKind
  toAgencyId: number | null
  onDay: Day
  content: string
  participants?: string
  answerDueOn?: Day | null
}

export interface WrittenAct {
  id: number
  byAgencyId: number
  byAgencyName: string
  toAgencyName: string | null
  /** the petition's dialogue where only the petition was named */
  dialogueId: number | null
}

/**
 * Writes one act of supervision with its line in the log. Refuses what does not belong together: an unknown agency, an
 * item of another dialogue; throws `supervision/no-agency` when nobody stands for the one who acts.
 */
export async function writeAct(context: ChangeContext, draft: ActDraft): Promise<WrittenAct> {
  const { db, authorityId } = context
  if (draft.onDay > context.today) throw new InputRejected({ onDay: 'inFuture' })
  const by = await actingAgency(context)
  const to = draft.toAgencyId === null ? null : await findAgency(db, authorityId, draft.toAgencyId)
  if (draft.toAgencyId !== null && !to) throw new InputRejected({ toAgencyId: 'notFound' })
  const dialogueId = await dialogueOf(context, draft)
  const act = {
    kind: draft.kind,
    byAgencyId: by.id,
    toAgencyId: draft.toAgencyId,
    dialogueId,
    petitionId: draft.petitionId,
    conclusionItemId: draft.conclusionItemId,
    onDay: draft.onDay,
    content: draft.content,
    participants: draft.participants ?? '',
    answerDueOn: draft.answerDueOn ?? null,
  }
  const id = await insertAct(db, { authorityId, ...act, enteredBy: context.actor.accountId })
  context.record({
    subjectKind: 'supervisionAct',
    subjectId: id,
    after: act,
    // the words may name people; the rest of the line is enough to show what was done
    personal: ['content', 'participants'],
  })
  return { id, byAgencyId: by.id, byAgencyName: by.name, toAgencyName: to?.name ?? null, dialogueId }
}

/** The agency for which the actor acts here; the superior acts as the superior body among this authority's agencies. */
async function actingAgency(context: ChangeContext): Promise<{ id: number; name: string }> {
  const { db, authorityId, actor, today } = context
  if (actor.homeAuthorityId === authorityId && actor.agencyId !== null) {
    const own = await findAgency(db, authorityId, actor.agencyId)
    if (own) return own
  }
  const roles =
    actor.homeAuthorityId === authorityId
      ? ['partyCommittee', 'peoplesCommittee']
      : ['superiorBoard', 'superiorPartyCommittee', 'superiorGovernment']
  for (const role of roles) {
    const found = await findAgencyByRole(db, authorityId, role, today)
    if (found) return found
  }
  throw new BrokenRule('supervision/no-agency')
}

async function dialogueOf(context: ChangeContext, draft: ActAbout): Promise<number | null> {
  const { db, authorityId } = context
  let { dialogueId } = draft
  if (draft.petitionId !== null) {
    const petition = await findPetition(db, authorityId, draft.petitionId)
    if (!petition) throw new InputRejected({ petitionId: 'notFound' })
    if (dialogueId !== null && petition.dialogueId !== dialogueId) throw new InputRejected({ petitionId: 'notFound' })
    dialogueId = petition.dialogueId
  }
  if (draft.conclusionItemId !== null) {
    const items = dialogueId === null ? [] : await listConclusionItems(db, authorityId, dialogueId)
    if (!items.some((item) => item.id === draft.conclusionItemId))
      throw new InputRejected({ conclusionItemId: 'notFound' })
  }
  return dialogueId
}
