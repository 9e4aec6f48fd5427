import { BrokenRule, InputRejected } from '../platform/errors.ts'
import type { ConclusionItemInput } from './conclusion-forms.ts'

/**
 * What is to be verified and answered later needs a lead agency, and either a limit or an open proposal: the agency
 * proposes solution and limit, the chair confirms (004 V.2(6)). What was transferred names the body it went to.
 */
export function checkConclusionItem(item: ConclusionItemInput): void {
  const errors: Record<string, string> = {}
  if (item.disposition === 'verifyAndReplyLater') {
    if (item.leadAgencyId === null) errors['leadAgencyId'] = 'required'
    if (item.dueOn === null && !item.openProposal) errors['dueOn'] = 'conclusion/limit-or-proposal'
  }
  if (item.disposition === 'transferred' && item.leadAgencyId === null) errors['leadAgencyId'] = 'required'
  if (item.openProposal && item.leadAgencyId === null) errors['leadAgencyId'] = 'required'
  if (item.leadAgencyId !== null && item.supportingAgencyIds.includes(item.leadAgencyId)) {
    errors['supportingAgencyIds'] = 'conclusion/lead-is-supporting'
  }
  if (Object.keys(errors).length > 0) throw new InputRejected(errors)
}

interface ApprovableItem {
  conclusion: string
  disposition: string
  leadAgencyId: number | null
  dueOn: string | null
  openProposal: boolean
}

/** A notice goes to the chair with at least one item, none of them without its conclusion or somebody to do it. */
export function checkReadyForApproval(items: readonly ApprovableItem[]): void {
  if (items.length === 0) throw new BrokenRule('conclusion/no-items')
  const unassigned = items.findIndex((item) => item.disposition === 'verifyAndReplyLater' && item.leadAgencyId === null)
  if (unassigned >= 0) throw new BrokenRule('conclusion/item-without-lead', { number: unassigned + 1 })
  const silent = items.findIndex((item) => item.conclusion.trim() === '')
  if (silent >= 0) throw new BrokenRule('conclusion/item-without-words', { number: silent + 1 })
}
