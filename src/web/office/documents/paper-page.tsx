import { listAgencies } from '../../../agencies/agency-store.ts'
import { type Attachment, listAttachments } from '../../../documents/attachment-store.ts'
import {
  keptBy,
  mayApprove,
  mayWithdrawFile,
  type Paper,
  type PaperRecipient,
  sendingState,
} from '../../../documents/paper.ts'
import { getPaper, listRecipients } from '../../../documents/paper-store.ts'
import type { TextLock } from '../../../papers/text-lock-store.ts'
import { formatDay } from '../../../platform/day.ts'
import type { PaperScopes } from '../../../procedures/paper-access.ts'
import { versionToApprove } from '../../../procedures/paper-text.ts'
import { type Action, ActionBar } from '../../kit/action-bar.tsx'
import { Badge } from '../../kit/badge.tsx'
import { Card } from '../../kit/card.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { ErrorSummary } from '../../kit/error-summary.tsx'
import type { FormErrors } from '../../kit/form-state.ts'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageColumns } from '../../kit/page-columns.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { ProseText } from '../../kit/prose-text.tsx'
import { Section } from '../../kit/section.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { documentWords } from '../../words/document-words.ts'
import { sheetWords } from '../../words/sheet-words.ts'
import { yearDossierWords } from '../../words/year-dossier-words.ts'
import { officePage } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { paperTextSection } from '../papers/paper-text-section.tsx'
import { accountNames, historyEvents } from './document-history.ts'
import { FileList } from './file-list.tsx'
import { dossierLink, kindName, loadPaper, PAPERS, PaperState, subjectLink } from './paper-view.tsx'

interface View {
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

/** GET /van-ban/:id */
export async function showPaper(request: OfficeRequest): Promise<OfficeReply> {
  return paperPage(request, {})
}

/** The page of a paper; after a refused one-button act with what was wrong. */
export async function paperPage(
  request: OfficeRequest,
  refused: { errors?: FormErrors; status?: number },
): Promise<OfficeReply> {
  const { db, authority, lang } = request
  const words = documentWords[lang]
  const { paper, scopes, lock } = await loadPaper(request)
  const [recipients, files, agencies, events, names] = await Promise.all([
    listRecipients(db, authority.id, paper.id),
    listAttachments(db, authority.id, 'paper', paper.id),
    listAgencies(db, authority.id),
    historyEvents(db, authority.id, 'paper', paper.id, request.lang),
    accountNames(db, [paper.draftedBy, paper.approvedBy]),
  ])
  const text = await paperTextSection({ request, paper, scopes, lock })
  const seen = paper.state === 'draft' ? await versionToApprove(db, authority.id, paper) : ''
  const view: View = { request, paper, scopes, recipients, files, drawn: text.preview, seen, lock }
  const issuer = agencies.find((agency) => agency.id === paper.issuerAgencyId)?.name ?? null
  const subject = await subjectLink(request, paper)
  const dossier = await dossierLink(request, paper)
  const replaced = paper.replacesPaperId === null ? null : await getPaper(db, authority.id, paper.replacesPaperId)
  return officePage(
    request,
    { title: paper.title, active: 'dossiers', status: refused.status ?? 200 },
    <>
      <PageHeading
        trail={[{ href: request.link(PAPERS), label: words.papers }]}
        kicker={[kindName(paper.kind, lang), paper.number].filter(Boolean).join(' · ')}
        title={paper.title}
        meta={
          <>
            <PaperState state={paper.state} lang={lang} />
            {paper.lateEntry ? <Badge tone="warn">{words.lateEntry}</Badge> : null}
            {paper.datedOn ? <span>{formatDay(paper.datedOn)}</span> : null}
          </>
        }
      />
      <ErrorSummary errors={refused.errors ?? {}} />
      <NextCard view={view} />
      <PageColumns
        main={
          <>
            {text.preview || !paper.body ? null : <ProseText text={paper.body} />}
            {text.section}
            {lock ? null : (
              <Section title={words.files} count={files.filter((file) => !file.withdrawnAt).length}>
                <FileList request={request} files={files} withdrawAt={withdrawAddress(view)} />
              </Section>
            )}
            <Recipients view={view} />
          </>
        }
        aside={
          <Card look="quiet">
            <DefinitionList
              stacked
              facts={[
                { label: words.about, value: subject ? <a href={subject.href}>{subject.label}</a> : null },
                {
                  label: yearDossierWords[lang].filedIn,
                  value: dossier ? <a href={dossier.href}>{dossier.label}</a> : null,
                },
                { label: words.issuer, value: issuer },
                {
                  label: words.number,
                  value: paper.state === 'issued' ? (paper.number ?? words.noNumber) : paper.number,
                },
                { label: words.datedOn, value: paper.datedOn ? formatDay(paper.datedOn) : null },
                { label: words.signing, value: signing(paper) },
                { label: words.drafter, value: names.get(paper.draftedBy ?? 0) },
                { label: words.approval, value: approval(view, names) },
                { label: words.lateEntryReason, value: paper.lateEntryReason },
                {
                  label: words.replaces,
                  value: replaced ? (
                    <a href={request.link(`${PAPERS}/${replaced.id}`)}>{replaced.number ?? replaced.title}</a>
                  ) : null,
                },
                { label: words.reason, value: paper.voidReason },
              ]}
            />
          </Card>
        }
      />
      <Section title={words.history}>
        <Timeline events={events} />
      </Section>
    </>,
  )
}

function signing(paper: Paper): string | null {
  const capacity = paper.signCapacity === 'head' ? null : paper.signCapacity
  return [capacity, paper.signerTitle, paper.signerName].filter(Boolean).join(' ') || null
}

function approval({ request, paper }: View, names: ReadonlyMap<number, string>): string | null {
  const words = documentWords[request.lang]
  if (paper.approvedOnPaper) {
    return words.approvedOnPaperBy(
      paper.paperApprover ?? '',
      paper.paperApprovedOn ? formatDay(paper.paperApprovedOn) : '',
    )
  }
  return paper.approvedBy === null ? null : words.approvedInProgram(names.get(paper.approvedBy) ?? '')
}

/** What is next, with the acts that this reader may do; the first one stands out. */
function NextCard({ view }: { view: View }) {
  const { request, paper, recipients, files, lock } = view
  const words = documentWords[request.lang]
  const actions = actionsOf(view)
  const sending = sendingState(recipients)
  const unsigned = paper.state === 'issued' && !lock && !isSigned(files)
  const next = lock
    ? sheetWords[request.lang].locks[lock]
    : paper.state !== 'issued'
      ? words.nexts[paper.state]
      : sending.recipients === 0
        ? words.nexts.issuedNoRecipients
        : sending.completeOn
          ? words.nexts.issuedSent
          : words.nexts.issuedUnsent
  return (
    <div class="mb-6">
      <Card look="marked" level={2} title={words.next}>
        <p class="mb-3">
          {next}
          {unsigned ? ` ${words.noSignedCopy}` : ''}
        </p>
        <ActionBar actions={actions.map((action, at) => (at === 0 ? { ...action, variant: 'primary' } : action))} />
      </Card>
    </div>
  )
}

/** Whether the page with the signature, or a file of its own, is there; a text from data alone bears no signature. */
function isSigned(files: readonly Attachment[]): boolean {
  return files.some((file) => file.label === 'signedPage' && !file.withdrawnAt)
}

function actionsOf({ request, paper, scopes, recipients, files, drawn, seen, lock }: View): Action[] {
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

function withdrawAddress({ request, paper, scopes }: View) {
  if (paper.state === 'draft' && keptBy(paper)) return null
  if (!request.actor.may('paper:draft', scopes.working)) return null
  return (file: Attachment) =>
    mayWithdrawFile(paper, file) ? request.link(`${PAPERS}/${paper.id}/rut-tep/${file.id}`) : null
}

function Recipients({ view }: { view: View }) {
  const { request, paper, scopes, recipients } = view
  const { lang, actor } = request
  const words = documentWords[lang]
  const purposes: Readonly<Record<string, string>> = words.purposes
  const channels: Readonly<Record<string, string>> = words.channels
  const at = (act: string) => request.link(`${PAPERS}/${paper.id}/${act}`)
  const maySend = actor.may('paper:send', scopes.working)
  const mayReceive = (recipient: PaperRecipient) =>
    actor.may('paper:send', {
      ...scopes.working,
      agencyIds: [...(scopes.working.agencyIds ?? []), ...(recipient.agencyId === null ? [] : [recipient.agencyId])],
    })
  const columns: Column<PaperRecipient>[] = [
    {
      key: 'name',
      label: words.recipient,
      main: true,
      cell: (row) => (row.remark ? `${row.name} (${row.remark})` : row.name),
    },
    {
      key: 'purpose',
      label: words.purpose,
      cell: (row) => (row.writtenTo ? words.recipientWrittenTo : (purposes[row.purpose] ?? row.purpose)),
    },
    {
      key: 'sent',
      label: words.sentOn,
      cell: (row) =>
        row.sentOn
          ? `${formatDay(row.sentOn)}${row.channel ? ` · ${channels[row.channel] ?? row.channel}` : ''}`
          : words.notSent,
    },
    {
      key: 'received',
      label: words.receivedOn,
      cell: (row) => (
        <>
          {row.receivedOn ? formatDay(row.receivedOn) : row.sentOn ? words.notReceived : ''}
          {row.receivedNote ? ` · ${row.receivedNote}` : ''}
        </>
      ),
    },
    {
      key: 'act',
      label: '',
      cell: (row) =>
        paper.state === 'issued' && row.sentOn && mayReceive(row) ? (
          <LinkButton href={at(`nhan/${row.id}`)} small label={words.recordReceiptOf(row.name)}>
            {words.recordReceipt}
          </LinkButton>
        ) : maySend && (paper.state === 'draft' || paper.state === 'approved') ? (
          <ActionBar
            actions={[
              {
                label: words.removeRecipient,
                post: at('bo-noi-nhan'),
                hidden: { recipientId: String(row.id) },
                variant: 'quiet',
              },
            ]}
          />
        ) : null,
    },
  ]
  return (
    <Section title={words.recipients} count={recipients.length}>
      {recipients.length === 0 ? (
        <p>{words.noRecipients}</p>
      ) : (
        <DataTable caption={words.recipients} columns={columns} rows={recipients} rowKey={(row) => String(row.id)} />
      )}
    </Section>
  )
}
