import type { Attachment } from '../../../documents/attachment-store.ts'
import { keptBy, mayApprove, mayWithdrawFile, type Paper, type PaperRecipient } from '../../../documents/paper.ts'
import type { TextLock } from '../../../papers/text-lock-store.ts'
import type { PaperScopes } from '../../../procedures/paper-access.ts'
import type { Action } from '../../kit/action-bar.tsx'
import { documentWords } from '../../words/document-words.ts'
import { sheetWords } from '../../words/sheet-words.ts'
import type { OfficeRequest } from '../office-route.ts'
import { PAPERS } from './paper-view.tsx'

/** What the page of a paper shows, and by what its acts are decided. */
export interface PaperPageView {
  request: OfficeRequest
  paper: Paper
  scopes: PaperScopes
  recipients: PaperRecipient[]
  files: Attachment[]
  /** its text comes from data: it is edited and replaced there */
  drawn: boolean
  /** what is approved with one button: the version of what this page shows */
  seen: string
  /** why its text must be drawn again before anything else */
  lock: TextLock | null
}

/** Whether the page with the signature, or a file of its own, is there; a text from data alone bears no signature. */
export function isSigned(files: readonly Attachment[]): boolean {
  return files.some((file) => file.label === 'signedPage' && !file.withdrawnAt)
}

/** What this reader may do with the paper as it stands, the likeliest first. */
export function actionsOf({ request, paper, scopes, recipients, files, drawn, seen, lock }: PaperPageView): Action[] {
  const words = documentWords[request.lang]
  const { actor } = request
  const at = (act: string) => request.link(`${PAPERS}/${paper.id}/${act}`)
  const may = (permission: 'paper:draft' | 'paper:approve' | 'paper:issue' | 'paper:send') =>
    actor.may(permission, scopes.working)
  const open = (permission: Parameters<typeof may>[0], act: string, label: string): Action[] =>
    may(permission) ? [{ label, href: at(act) }] : []
  const unsent = recipients.some((recipient) => recipient.sentOn === null)
  const keeper = keptBy(paper)
  const signedCopy = isSigned(files) ? [] : open('paper:draft', 'tep', words.addSigned)
  if (keeper)
    return keptActions(request, paper, [
      ...(unsent ? open('paper:send', 'gui', words.recordSending) : []),
      ...signedCopy,
    ])
  if (lock && paper.state === 'approved') return open('paper:draft', 'rut-duyet', words.withdrawApproval)
  if (lock && paper.state === 'draft')
    return [
      ...open('paper:draft', 'cap-nhat', sheetWords[request.lang].drawAfresh),
      ...open('paper:draft', 'bo-du-thao', words.discard),
    ]
  switch (paper.state) {
    case 'draft':
      return [
        ...(may('paper:approve') && mayApprove(paper, actor.accountId)
          ? [{ label: words.approve, post: at('duyet'), hidden: { seen } }]
          : []),
        ...open('paper:draft', 'duyet-tren-giay', words.approveOnPaper),
        ...(drawn ? [] : open('paper:draft', 'sua', words.edit)),
        ...open('paper:draft', 'tep', words.addFile),
        ...open('paper:send', 'noi-nhan', words.addRecipients),
        ...open('paper:draft', 'bo-du-thao', words.discard),
      ]
    case 'approved':
      return [
        ...open('paper:issue', 'ban-hanh', words.issue),
        ...open('paper:send', 'noi-nhan', words.addRecipients),
        ...open('paper:draft', 'tep', words.addFile),
        ...open('paper:draft', 'rut-duyet', words.withdrawApproval),
        ...open('paper:draft', 'bo-du-thao', words.discard),
      ]
    case 'issued':
      return [
        ...(unsent ? open('paper:send', 'gui', words.recordSending) : []),
        ...signedCopy,
        ...open('paper:send', 'noi-nhan', words.addRecipients),
        ...(isSigned(files) ? open('paper:draft', 'tep', words.addFile) : []),
        ...(may('paper:draft') && ['dialogue', 'petition'].includes(paper.subjectKind)
          ? [{ label: words.replace, href: replacementAddress(request, paper, drawn) }]
          : []),
        ...(may('paper:draft') && paper.subjectKind === 'report'
          ? [{ label: words.goToReport, href: request.link(`/bao-cao/${paper.subjectId}`) }]
          : []),
        ...open('paper:issue', 'huy', words.void),
      ]
    case 'void':
      return []
  }
}

/** Whether this reader approves papers such as this draft, but not this one: the words in it are the reader's own. */
export function mayNotApproveOwn({ request, paper, scopes, lock }: PaperPageView): boolean {
  if (paper.state !== 'draft' || lock || keptBy(paper)) return false
  return request.actor.may('paper:approve', scopes.working) && !mayApprove(paper, request.actor.accountId)
}

/** How the address of a paper to be drawn names what it is about. */
const ABOUT: Readonly<Record<string, string>> = { petition: 'kien-nghi', plan: 'ke-hoach' }

/** A new version begins as the one it replaces did: from the data, or typed. */
function replacementAddress(request: OfficeRequest, paper: Paper, drawn: boolean): string {
  if (!drawn) return request.link(`${PAPERS}/moi?thay=${paper.id}`)
  const about = ABOUT[paper.subjectKind] ?? 'cuoc'
  const issuer = paper.issuerAgencyId === null ? '' : `&co-quan=${paper.issuerAgencyId}`
  return request.link(`${PAPERS}/soan?${about}=${paper.subjectId}&loai=${paper.kind}&thay=${paper.id}${issuer}`)
}

/** Of a paper that an act of its own issues: the way to that page; once issued its sending and signed copy are here. */
function keptActions(request: OfficeRequest, paper: Paper, issued: Action[]): Action[] {
  const words = documentWords[request.lang]
  const place =
    keptBy(paper) === 'plan'
      ? { label: words.goToPlan, href: request.link(`/ke-hoach/${paper.subjectId}`) }
      : { label: words.goToConclusion, href: request.link(`/hoi-nghi/${paper.subjectId}/ket-luan`) }
  return paper.state === 'issued' ? [...issued, place] : [place]
}

/** Where a file of the paper is withdrawn; null when this reader may not. */
export function withdrawAddress({ request, paper, scopes }: PaperPageView) {
  if (paper.state === 'draft' && keptBy(paper)) return null
  if (!request.actor.may('paper:draft', scopes.working)) return null
  return (file: Attachment) =>
    mayWithdrawFile(paper, file) ? request.link(`${PAPERS}/${paper.id}/rut-tep/${file.id}`) : null
}
