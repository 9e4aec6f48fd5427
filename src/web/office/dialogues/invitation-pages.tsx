import { listAgencies } from '../../../agencies/agency-store.ts'
import type { Dialogue } from '../../../dialogues/dialogue.ts'
import { type Invitee, listInvitees } from '../../../dialogues/dialogue-people-store.ts'
import { invitationPath, writtenInvitationCode } from '../../../dialogues/invitation-code.ts'
import { findPaperSheet } from '../../../documents/paper-sheet-store.ts'
import { listPapers } from '../../../documents/paper-store.ts'
import { drawPaper } from '../../../papers/draw-paper.ts'
import { invitationLayout } from '../../../papers/form-layout.ts'
import type { Layout } from '../../../papers/layout-profile.ts'
import type { Sheet } from '../../../papers/sheet.ts'
import { findTextLock } from '../../../papers/text-lock-store.ts'
import { writeSheets } from '../../../papers/write-paper.ts'
import { NotFound } from '../../../platform/errors.ts'
import { invitationSheet } from '../../../procedures/invitation-sheet.ts'
import { layoutOf, textOf } from '../../../procedures/paper-text.ts'
import { FlashMessage } from '../../kit/flash-message.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { conferenceWords } from '../../words/conference-words.ts'
import { invitationWords } from '../../words/invitation-words.ts'
import { officePage } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, queryId } from '../office-route.ts'
import { SheetPreview } from '../papers/sheet-preview.tsx'
import { dialogueOf } from './dialogue-request.ts'

export const INVITATIONS = '/thanh-phan/giay-moi'

interface Invitations {
  dialogue: Dialogue
  invitees: Invitee[]
  sheets: Sheet[]
  layout: Layout
  /** false: no invitation is issued yet, what is printed says that it is a draft */
  issued: boolean
}

/** The invitation of each invitee (or of `?nguoi=`), in the words of the paper as far as it is: issued, drafted, or as it would be. */
async function invitationsOf(request: OfficeRequest): Promise<Invitations> {
  const { db, authority, origin } = request
  const dialogue = await dialogueOf(request)
  const all = await listInvitees(db, authority.id, dialogue.id)
  const only = queryId(request, 'nguoi')
  const invitees = only > 0 ? all.filter((one) => one.id === only) : all
  if (invitees.length === 0) throw new NotFound('invitee')
  const { sheet, layout, issued } = await invitationText(request, dialogue)
  const words = invitationWords.vi
  const sheets = invitees.map((one) =>
    invitationSheet(
      sheet,
      { name: one.name, title: one.title || (one.agencyName ?? '') },
      {
        code: `${origin}${invitationPath(one.code)}`,
        lines: [
          [{ text: words.code(writtenInvitationCode(one.code)), bold: true }],
          words.bring,
          ...(one.headcount > 1 ? [words.heads(one.headcount)] : []),
        ],
      },
    ),
  )
  return { dialogue, invitees, sheets, layout: invitationLayout(layout), issued }
}

async function invitationText(request: OfficeRequest, dialogue: Dialogue) {
  const { db, authority, today } = request
  const papers = await listPapers(db, authority.id, { dialogueId: dialogue.id })
  const paper = papers.findLast((one) => one.kind === 'invitation' && one.state !== 'void')
  const stored =
    paper && !(await findTextLock(db, authority.id, paper.id)) ? await findPaperSheet(db, authority.id, paper.id) : null
  if (paper && stored) {
    const text = await textOf(stored, today)
    const issued = paper.state === 'issued'
    return { layout: text.layout, issued, sheet: issued ? text.sheet : { ...text.sheet, draft: true } }
  }
  const issuerAgencyId = dialogue.leadAgencyId ?? (await listAgencies(db, authority.id, { on: today }))[0]?.id
  if (issuerAgencyId === undefined) throw new NotFound('agency')
  const asked = {
    kind: 'invitation',
    variant: '',
    subjectKind: 'dialogue',
    subjectId: dialogue.id,
    issuerAgencyId,
    today,
  }
  const drawn = await drawPaper(db, authority.id, asked)
  if (!drawn) throw new NotFound('paper')
  return { layout: await layoutOf(drawn.branch, today), issued: false, sheet: { ...drawn.sheet, draft: true } }
}

/** GET /hoi-nghi/:id/thanh-phan/giay-moi: the invitations as they are printed, with the code the door reads. */
export async function showInvitations(request: OfficeRequest): Promise<OfficeReply> {
  const { lang } = request
  const words = invitationWords[lang]
  const { dialogue, invitees, sheets, layout, issued } = await invitationsOf(request)
  const only = queryId(request, 'nguoi')
  const query = only > 0 ? `?nguoi=${only}` : ''
  const base = request.link(`/hoi-nghi/${dialogue.id}`)
  return officePage(
    request,
    { title: words.title, active: 'dialogues', width: 'wide' },
    <div class="form-copies">
      <div class="print:hidden">
        <PageHeading
          trail={[
            { href: base, label: dialogue.title },
            { href: `${base}/thanh-phan`, label: conferenceWords[lang].subpages.people },
          ]}
          title={words.title}
          meta={words.help(invitees.length)}
          actions={
            <LinkButton variant="primary" icon="print" href={`${base}${INVITATIONS}.pdf${query}`}>
              {words.pdf}
            </LinkButton>
          }
        />
        {issued ? null : <FlashMessage tone="warn" text={words.notIssued} />}
      </div>
      {sheets.map((sheet, at) => (
        <SheetPreview key={invitees[at]!.id} sheet={sheet} layout={layout} label={words.of(invitees[at]!.name)} />
      ))}
    </div>,
  )
}

/** GET …/giay-moi.pdf: the same as one file. */
export async function downloadInvitations(request: OfficeRequest): Promise<OfficeReply> {
  const { sheets, layout } = await invitationsOf(request)
  const body = await writeSheets(sheets, layout)
  return { kind: 'download', name: `${invitationWords.vi.title}.pdf`, mediaType: 'application/pdf', body, inline: true }
}
