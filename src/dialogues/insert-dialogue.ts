import { findAgencyByRole } from '../agencies/agency-store.ts'
import { getAuthority } from '../agencies/authority-store.ts'
import type { ChangeContext } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import type { Day } from '../platform/day.ts'
import { BrokenRule } from '../platform/errors.ts'
import { agendaFor, type ChairModel, findChairModel, type Regulation, roleLabel } from '../regulations/regulation.ts'
import { overlaysOf, regulationOfAuthority } from '../regulations/regulation-store.ts'
import type { DialogueKind } from '../regulations/regulation-vocabulary.ts'
import { bindSource } from './bind-source.ts'
import type { OpenDialogueInput } from './dialogue-forms.ts'
import { listPostsWithHolder } from './dialogue-people-store.ts'
import { addRow } from './dialogue-row-store.ts'
import { checkOpeningChoice, requireWithinExistence } from './opening-rules.ts'
import { sphereOfPost } from './presiding-rules.ts'
import { requireSource } from './require-source.ts'

type Opening = OpenDialogueInput & {
  sessionKind?: string | null
  state?: 'preparing' | 'held'
  attendancePeople?: number | null
  note?: string
}

/**
 * Opens a dialogue: its regulation version and overlays are kept, lead office and archive owner follow from who chairs
 * (004 IV, VI.2), agenda and meeting rules are laid out from the regulation. Returns its id.
 */
export async function insertDialogue(
  context: ChangeContext,
  input: Opening,
): Promise<{ id: number; archiveAgencyId: number }> {
  const authority = await getAuthority(context.db, context.authorityId)
  const event = input.form === 'indirect' ? input.collectionClosesOn : input.heldOn
  requireWithinExistence(authority, event, context.today)
  const ruleDay = event !== null && event < context.today ? event : context.today
  const found = await regulationOfAuthority(context.db, context.authorityId, ruleDay)
  requireRule(found !== null, 'dialogue/no-regulation', { day: ruleDay })
  const { regulation } = found
  checkOpeningChoice(regulation, { ...input, sessionKind: input.sessionKind ?? null })
  const planId = await requireSource(context, regulation, input)
  const model = findChairModel(regulation, input.chairModel)!
  const offices = await resolveOffices(context, regulation, model, ruleDay)
  const overlays = await overlaysOf(context.db, authority.kind, event ?? context.today)
  const { topicProposalId, triggerReason, interpreterNeeded, onlineLink, ...fields } = input
  const id = await addRow(
    context,
    'dialogue',
    {
      ...fields,
      planId,
      triggerReason: triggerReason || null,
      interpreterNeeded: interpreterNeeded || null,
      onlineLink: onlineLink || null,
      regulationVersionId: found.id,
      overlayVersionIds: overlays.map((overlay) => overlay.id),
      meetingRules: regulation.meetingRules.clauses.map((one, index) => `${index + 1}. ${one.text}`).join('\n'),
      ...offices,
    },
    { action: 'dialogue/open' },
  )
  await bindSource(context, id, { requestId: input.requestId, topicProposalId })
  await insertPresiding(context, id, regulation, model, ruleDay)
  if (input.kind !== 'withinRegularMeeting') await insertAgenda(context, id, regulation, input.kind)
  return { id, archiveAgencyId: offices.archiveAgencyId }
}

/**
 * Agencies behind the roles of a chair model. A missing lead office is said by name, for the administrator to enter;
 * supporting roles that stand for many (“các phòng, ban”) are left to be named for the dialogue itself.
 */
async function resolveOffices(context: ChangeContext, regulation: Regulation, model: ChairModel, day: Day) {
  const find = (role: string) => findAgencyByRole(context.db, context.authorityId, role, day)
  const lead = await find(model.leadOffice)
  if (!lead) throw new BrokenRule('dialogue/office-missing', { office: roleLabel(regulation, model.leadOffice) })
  const archive = model.archiveOwner === 'leadOffice' ? lead : await find(model.archiveOwner)
  if (!archive) throw new BrokenRule('dialogue/office-missing', { office: roleLabel(regulation, model.archiveOwner) })
  const supporting = await Promise.all(model.supportingOffices.map(find))
  return {
    leadAgencyId: lead.id,
    supportingAgencyIds: supporting.filter((agency) => agency !== null).map((agency) => agency.id),
    archiveAgencyId: archive.id,
  }
}

/** The heads named by the chair model, with the person in office on that day. */
async function insertPresiding(
  context: ChangeContext,
  dialogueId: number,
  regulation: Regulation,
  model: ChairModel,
  day: Day,
) {
  const posts = await listPostsWithHolder(context.db, context.authorityId, day, model.posts)
  for (const kind of model.posts) {
    const post = posts.find((one) => one.kind === kind && one.isHead) ?? posts.find((one) => one.kind === kind)
    if (!post) throw new BrokenRule('dialogue/post-missing', { post: roleLabel(regulation, kind) })
    await addRow(context, 'presidingOfficial', {
      dialogueId,
      postId: post.id,
      personId: post.personId,
      capacity: model.posts.length > 1 ? 'coChair' : 'chair',
      sphere: model.posts.length > 1 ? sphereOfPost(kind) : null,
    })
  }
}

/** The regulation's agenda as a start; every step may be changed afterwards (E3). */
async function insertAgenda(context: ChangeContext, dialogueId: number, regulation: Regulation, kind: DialogueKind) {
  const steps = agendaFor(regulation, kind)?.steps ?? []
  for (const [index, step] of [...steps].sort((a, b) => a.order - b.order).entries()) {
    await addRow(context, 'agendaStep', {
      dialogueId,
      position: index + 1,
      label: step.label,
      performer: step.who.map((role) => roleLabel(regulation, role)).join('; '),
    })
  }
}
