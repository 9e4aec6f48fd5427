import { PAPER_KINDS } from '../../../regulations/paper-kinds.ts'
import { type Action, ActionBar } from '../../kit/action-bar.tsx'
import { Card } from '../../kit/card.tsx'
import { type ReadinessItem, ReadinessList } from '../../kit/readiness-list.tsx'
import { dossierWords } from '../../words/dossier-words.ts'
import { formatNumber } from '../../words/format-values.ts'
import { DOSSIERS } from './dossier-list-page.tsx'
import { type DossierView, drawAction, type Entry, entryAddress, hindrancesOf, paperAction } from './dossier-view.ts'

/** What stands between the dossier and its closing, each with the way to it. */
export function DossierToDo({ view }: { view: DossierView }) {
  const { request, dossier, mayFile } = view
  const words = dossierWords[request.lang]
  const codes = hindrancesOf(dossier)
  const actions: Action[] = []
  if (codes.length === 0 && request.actor.may('dossier:close', { authorityId: request.authority.id })) {
    actions.push({
      label: words.close,
      href: request.link(`${DOSSIERS}/${dossier.dossier.id}/dong`),
      variant: 'primary',
    })
  }
  const items: ReadinessItem[] = []
  if (codes.includes('dossier/dialogue-not-concluded')) {
    items.push({
      key: 'dialogue',
      label: words.hindranceOf['dossier/dialogue-not-concluded']!,
      state: 'next',
      action: { label: words.seeDialogue, href: request.link(`/hoi-nghi/${dossier.dialogue.id}`) },
    })
  }
  for (const { entry } of dossier.entries.filter(({ state }) => state === 'missing')) {
    items.push({
      key: entry.key,
      label: entry.label,
      state: 'missing',
      ...(mayFile ? { action: missingAction(view, entry) } : {}),
    })
  }
  if (dossier.openPetitions.length > 0) {
    items.push({
      key: 'petitions',
      label: words.petitionsLeft(formatNumber(dossier.openPetitions.length, request.lang)),
      state: 'missing',
      action: { label: words.seePetitions, href: request.link(`/kien-nghi?dialogue=${dossier.dialogue.id}`) },
    })
  }
  return (
    <Card look="marked" level={2} title={items.length > 0 ? words.toDo : words.ready}>
      {items.length > 0 ? <ReadinessList items={items} /> : <p class="mb-3">{words.closeHelp}</p>}
      <ActionBar actions={actions} />
    </Card>
  )
}

/** What fills a missing entry: its paper drawn from the data, else the form with kind, title and issuer, else a file. */
function missingAction(view: DossierView, entry: Entry['entry']) {
  const { request, dossier } = view
  const words = dossierWords[request.lang]
  const kind = entry.satisfiedBy[0]
  const drawn = drawAction(view, kind)
  if (drawn) return drawn
  const mayDraft = request.actor.may('paper:draft', { authorityId: request.authority.id, agencyIds: [] })
  return mayDraft && kind && kind in PAPER_KINDS
    ? paperAction(request, dossier, kind)
    : { label: words.fileItem, href: entryAddress(request, dossier, entry.key, 'tep') }
}
