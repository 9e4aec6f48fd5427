import { listAgencies } from '../../../agencies/agency-store.ts'
import { listAttachments } from '../../../documents/attachment-store.ts'
import { keptBy, type Paper, sendingState } from '../../../documents/paper.ts'
import { getPaper, listRecipients } from '../../../documents/paper-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { versionToApprove } from '../../../procedures/paper-text.ts'
import { ActionBar } from '../../kit/action-bar.tsx'
import { Badge } from '../../kit/badge.tsx'
import { Card } from '../../kit/card.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { ErrorSummary } from '../../kit/error-summary.tsx'
import type { FormErrors } from '../../kit/form-state.ts'
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
import { actionsOf, isSigned, mayNotApproveOwn, type PaperPageView, withdrawAddress } from './paper-actions.ts'
import { PaperRecipientTable } from './paper-recipient-table.tsx'
import { dossierLink, kindName, loadPaper, PAPERS, PaperState, subjectLink } from './paper-view.tsx'

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
    accountNames(db, [paper.draftedBy, paper.approvedBy, ...paper.editedBy]),
  ])
  const text = await paperTextSection({ request, paper, scopes, lock })
  const seen = paper.state === 'draft' ? await versionToApprove(db, authority.id, paper) : ''
  const view: PaperPageView = { request, paper, scopes, recipients, files, drawn: text.preview, seen, lock }
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
            <PaperRecipientTable view={view} />
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
                { label: words.editors, value: editors(paper, names) },
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

/** Who else changed the words since they were last approved. */
function editors({ editedBy, draftedBy }: Paper, names: ReadonlyMap<number, string>): string | null {
  const others = editedBy.filter((id) => id !== draftedBy)
  return others.map((id) => names.get(id) ?? '').join(', ') || null
}

function approval({ request, paper }: PaperPageView, names: ReadonlyMap<number, string>): string | null {
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
function NextCard({ view }: { view: PaperPageView }) {
  const { request, paper, recipients, files, lock } = view
  const words = documentWords[request.lang]
  const actions = actionsOf(view)
  const sending = sendingState(recipients)
  const unsigned = paper.state === 'issued' && !lock && !isSigned(files)
  const next =
    lock && !keptBy(paper)
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
        {mayNotApproveOwn(view) ? <p class="mb-3">{words.ownWords}</p> : null}
        <ActionBar actions={actions.map((action, at) => (at === 0 ? { ...action, variant: 'primary' } : action))} />
      </Card>
    </div>
  )
}
