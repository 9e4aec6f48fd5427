import { listEarlierCases } from '../../../petitions/earlier-case-store.ts'
import { visibilityOf } from '../../../petitions/petition-scope.ts'
import type { PetitionAction } from '../../../petitions/petition-state.ts'
import { type CaseOf, type Suggestion, suggestHandling, tellingPairs } from '../../../petitions/suggest-handling.ts'
import { Card } from '../../kit/card.tsx'
import { suggestionWords } from '../../words/suggestion-words.ts'
import type { OfficeRequest } from '../office-route.ts'
import { type ListChoices, labelOf, loadListChoices } from './petition-choices.ts'
import { PETITIONS } from './petition-list-page.tsx'
import type { PetitionView } from './petition-view.ts'

const SHOWN_AT: readonly PetitionAction[] = ['classify', 'assign', 'linkRepeat']

/**
 * What earlier cases suggest where a petition is classified, assigned or linked: with the cases it rests on, to be looked
 * at. Nothing is filled in: the person decides. Null where there is nothing to say.
 */
export async function handlingSuggestions(request: OfficeRequest, view: PetitionView, action: PetitionAction) {
  const { db, actor, authority } = request
  const { petition } = view
  const visibility = visibilityOf(actor, authority.id)
  if (!SHOWN_AT.includes(action) || !visibility) return null
  const earlier = await listEarlierCases(db, visibility, { id: petition.id, pairs: tellingPairs(petition.content) })
  const found = suggestHandling(petition, earlier)
  const areas = action === 'classify' ? found.subjectAreas : []
  const agencies = action === 'assign' ? found.leadAgencies : []
  if (areas.length + agencies.length + found.repeats.length === 0) return null
  const choices = await loadListChoices(request, petition)
  return <Suggested request={request} choices={choices} areas={areas} agencies={agencies} repeats={found.repeats} />
}

interface SuggestedProps {
  request: OfficeRequest
  choices: ListChoices
  areas: readonly Suggestion<string>[]
  agencies: readonly Suggestion<number>[]
  repeats: readonly CaseOf[]
}

function Suggested({ request, choices, areas, agencies, repeats }: SuggestedProps) {
  const { lang } = request
  const words = suggestionWords[lang]
  const agencyName = (id: number) => choices.agencies.find((one) => one.value === String(id))?.label ?? ''
  const lines = [
    ...areas.map(({ key, cases }) => ({ what: words.area(labelOf(choices.fields?.subjectAreas, key, lang)), cases })),
    ...agencies
      .filter(({ key }) => agencyName(key) !== '')
      .map(({ key, cases }) => ({ what: words.agency(agencyName(key)), cases })),
    ...(repeats.length > 0 ? [{ what: words.repeats, cases: repeats }] : []),
  ]
  if (lines.length === 0) return null
  return (
    <div class="mb-6">
      <Card title={words.title} look="quiet" level={2}>
        <ul>
          {lines.map(({ what, cases }) => (
            <li key={what}>
              <strong>{what}</strong> – {words.because}{' '}
              {cases.map((one, at) => (
                <span key={one.id}>
                  {at > 0 ? ', ' : ''}
                  <a href={request.link(`${PETITIONS}/${one.id}`)}>{one.code}</a>
                </span>
              ))}
            </li>
          ))}
        </ul>
        <p class="field-help">{words.help}</p>
      </Card>
    </div>
  )
}
