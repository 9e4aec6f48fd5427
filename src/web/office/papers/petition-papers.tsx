import type { Petition } from '../../../petitions/petition.ts'
import { type Action, ActionBar } from '../../kit/action-bar.tsx'
import { Section } from '../../kit/section.tsx'
import { documentWords } from '../../words/document-words.ts'
import { sheetWords } from '../../words/sheet-words.ts'
import type { OfficeRequest } from '../office-route.ts'
import { petitionerCopy } from './conclusion-copies.tsx'
import { DRAW } from './draw-page.tsx'

interface PapersProps {
  request: OfficeRequest
  petition: Pick<Petition, 'id' | 'leadAgencyId' | 'dialogueId' | 'petitionerId' | 'conclusionItemId'>
  /** somebody to send a copy to; there is nobody for what was said without a name */
  named: boolean
}

/** Papers about the petition that the data already hold: reply, transfer slip, urging; the copy of the conclusion. */
export function PetitionPapers({ request, petition, named }: PapersProps) {
  const { actor, authority, lang } = request
  const words = sheetWords[lang]
  const agencyIds = petition.leadAgencyId === null ? [] : [petition.leadAgencyId]
  const actions: Action[] = []
  if (actor.may('paper:draft', { authorityId: authority.id, agencyIds }))
    actions.push({ label: words.drawForPetition, href: request.link(`${DRAW}?kien-nghi=${petition.id}`), icon: 'file' })
  const all = { authorityId: authority.id, agencyIds: [] }
  const reads = actor.may('paper:read', all) && actor.may('petition:read', all)
  if (reads && named && petition.conclusionItemId !== null && petition.dialogueId !== null)
    actions.push({
      label: words.petitionerCopy,
      href: petitionerCopy(request, petition.dialogueId, petition.petitionerId),
      icon: 'file',
    })
  if (actions.length === 0) return null
  return (
    <Section title={documentWords[lang].papers}>
      <ActionBar actions={actions} />
    </Section>
  )
}
