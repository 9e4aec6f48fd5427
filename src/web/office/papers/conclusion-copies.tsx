import { LinkButton } from '../../kit/link-button.tsx'
import { sheetWords } from '../../words/sheet-words.ts'
import type { OfficeRequest } from '../office-route.ts'
import { DRAW } from './draw-page.tsx'

interface CopiesProps {
  request: OfficeRequest
  dialogueId: number
  /** the notice is out: it has a page of its own, beside it stands the version for everybody */
  issued: boolean
}

/** The conclusion notice in its layout before the issue, and the version without personal data. */
export function ConclusionCopies({ request, dialogueId, issued }: CopiesProps) {
  const words = sheetWords[request.lang]
  const scope = { authorityId: request.authority.id, agencyIds: [] }
  // both name or count every petition of the dialogue
  if (!request.actor.may('paper:read', scope) || !request.actor.may('petition:read', scope)) return null
  const address = request.link(`${DRAW}?cuoc=${dialogueId}&loai=conclusionNotice`)
  return (
    <>
      {issued ? null : (
        <LinkButton href={address} icon="file">
          {words.seeLayout}
        </LinkButton>
      )}
      <LinkButton href={`${address}&ban=public`} icon="file">
        {words.publicCopy}
      </LinkButton>
    </>
  )
}

/** Where the copy of the notice for one petitioner is looked at and taken away. */
export function petitionerCopy(request: OfficeRequest, dialogueId: number, petitionerId: number): string {
  return request.link(`${DRAW}?cuoc=${dialogueId}&loai=conclusionNotice&ban=petitioner&nguoi=${petitionerId}`)
}
