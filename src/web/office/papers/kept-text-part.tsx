import type { Attachment } from '../../../documents/attachment-store.ts'
import { keptBy, type Paper } from '../../../documents/paper.ts'
import { findPaperSheet } from '../../../documents/paper-sheet-store.ts'
import type { DrawnPaper } from '../../../papers/draw-paper.ts'
import type { SheetDifference } from '../../../papers/sheet-text.ts'
import { findTextLock, type TextLock } from '../../../papers/text-lock-store.ts'
import { drawKept, isKeptDraft, wordBehind } from '../../../procedures/kept-text.ts'
import { mayReadPaper, paperScopes } from '../../../procedures/paper-access.ts'
import { mayReadFacts, wordFileOf } from '../../../procedures/paper-text.ts'
import { type Action, ActionBar } from '../../kit/action-bar.tsx'
import { Badge } from '../../kit/badge.tsx'
import { Card } from '../../kit/card.tsx'
import { DetailsBlock } from '../../kit/details-block.tsx'
import { formatWhen } from '../../words/format-values.ts'
import { sheetWords } from '../../words/sheet-words.ts'
import { PAPERS } from '../documents/paper-view.tsx'
import type { OfficeRequest } from '../office-route.ts'
import { FROM_DATA } from './paper-output.ts'

/** The text of a conclusion or a plan before the issue: from its data, or a Word file in its place. */
export interface KeptText {
  paper: Paper
  drawn: DrawnPaper
  file: Attachment | null
  /** what the data say by now that they did not when the file was taken; null: nothing */
  behind: SheetDifference | null
  lock: TextLock | null
}

/** Null for another paper, one that is issued, and for who may not read all it holds. */
export async function readKeptText(request: OfficeRequest, paper: Paper | null): Promise<KeptText | null> {
  if (!paper || !isKeptDraft(paper)) return null
  const { db, authority, actor, today } = request
  const scopes = await paperScopes(db, authority.id, paper)
  if (!scopes || !mayReadPaper(actor, paper, scopes)) return null
  const drawn = await drawKept(db, authority.id, paper, today)
  if (!drawn || !(await mayReadFacts(db, actor, authority.id, drawn))) return null
  const stored = await findPaperSheet(db, authority.id, paper.id)
  const lock = stored && (await findTextLock(db, authority.id, paper.id))
  const file = lock ? null : await wordFileOf(db, authority.id, stored)
  const behind = stored && file ? await wordBehind(db, authority.id, paper, stored) : null
  return { paper, drawn, file, behind, lock }
}

/** What stands as the text, and how it is taken away, edited in Word and brought back. */
export function KeptTextPart({ request, kept }: { request: OfficeRequest; kept: KeptText }) {
  const words = sheetWords[request.lang]
  const { paper, file, behind, lock } = kept
  if (lock) return <LockedPart request={request} paper={paper} />
  return (
    <>
      <p>
        {file
          ? words.keptWord(file.name, formatWhen(file.uploadedAt, request.lang))
          : words.keptFromData[keeperOf(paper)]}{' '}
        {file || !mayEdit(request, paper) ? '' : words.keptEdit[keeperOf(paper)]}
      </p>
      {behind ? (
        <div class="my-3">
          <p class="mb-2">
            <Badge tone="warn">{words.keptBehindTitle}</Badge> {words.keptBehind}
          </p>
          <DetailsBlock summary={words.keptBehindWhat}>
            <Lines title={words.keptGone} lines={behind.gone} />
            <Lines title={words.keptAdded} lines={behind.added} />
          </DetailsBlock>
        </div>
      ) : null}
      <div class="mt-3">
        <ActionBar actions={actionsOf(request, kept)} />
      </div>
    </>
  )
}

function LockedPart({ request, paper }: { request: OfficeRequest; paper: Paper }) {
  const words = sheetWords[request.lang]
  return (
    <>
      <p class="mb-3">{words.keptLocked}</p>
      <ActionBar
        actions={mayEdit(request, paper) ? [{ label: words.dropWord, href: at(request, paper, 'bo-ban-word') }] : []}
      />
    </>
  )
}

/** As part of the page on which the conclusion or the plan is made and approved. */
export function KeptTextCard({ request, kept }: { request: OfficeRequest; kept: KeptText }) {
  return (
    <div class="my-5">
      <Card title={sheetWords[request.lang].keptText} level={2} href={request.link(`${PAPERS}/${kept.paper.id}`)}>
        <KeptTextPart request={request} kept={kept} />
      </Card>
    </div>
  )
}

function actionsOf(request: OfficeRequest, { paper, file, behind }: KeptText): Action[] {
  const words = sheetWords[request.lang]
  const edits: Action[] = mayEdit(request, paper)
    ? [
        ...(behind
          ? [
              {
                label: words.keptFresh,
                href: at(request, paper, `van-ban.docx?ban=${FROM_DATA}`),
                icon: 'download' as const,
              },
            ]
          : []),
        { label: words.takeWord, href: at(request, paper, 'ban-word') },
        ...(file ? [{ label: words.dropWord, href: at(request, paper, 'bo-ban-word') }] : []),
      ]
    : []
  return [{ label: words.downloadDocx, href: at(request, paper, 'van-ban.docx'), icon: 'download' }, ...edits]
}

const at = (request: OfficeRequest, paper: Paper, act: string) => request.link(`${PAPERS}/${paper.id}/${act}`)

function keeperOf(paper: Paper): 'conclusion' | 'plan' {
  return keptBy(paper)!
}

function mayEdit({ actor, authority }: OfficeRequest, paper: Paper): boolean {
  const scope = { authorityId: authority.id, agencyIds: paper.issuerAgencyId === null ? [] : [paper.issuerAgencyId] }
  const own = keeperOf(paper) === 'plan' ? 'plan:draft' : 'conclusion:draft'
  return paper.state === 'draft' && actor.may('paper:draft', scope) && actor.may(own, { authorityId: authority.id })
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <p class="mt-2 font-semibold">{title}</p>
      <ul class="list-disc pl-5">
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </>
  )
}
