import { listAgencies } from '../../../agencies/agency-store.ts'
import { listEarlierCases } from '../../../petitions/earlier-case-store.ts'
import type { Choosable } from '../../../petitions/guess-from-names.ts'
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
  const { id, content, subjectArea } = petition
  const choices = await loadListChoices(request, petition)
  const earlier = await listEarlierCases(db, visibility, { id, pairs: tellingPairs(content), subjectArea })
  const found = suggestHandling(petition, earlier, await choosableOf(request, choices))
  const areas = action === 'classify' ? found.subjectAreas : []
  const agencies = action === 'assign' ? found.leadAgencies : []
  if (areas.length + agencies.length + found.repeats.length === 0) return null
  return <Suggested request={request} choices={choices} areas={areas} agencies={agencies} repeats={found.repeats} />
}

/** What fields and agencies are called; villages raise petitions, they seldom lead one. */
async function choosableOf({ db, authority, today }: OfficeRequest, choices: ListChoices): Promise<Choosable> {
  const agencies = await listAgencies(db, authority.id, { on: today })
  return {
    areas: (choices.fields?.subjectAreas ?? []).filter((area) => area.key !== 'other'),
    agencies: agencies.filter((one) => one.level !== 'village').map(({ id, shortName }) => ({ id, name: shortName })),
  }
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
    ...areas.map(({ key, ...ground }) => ({
      what: words.area(labelOf(choices.fields?.subjectAreas, key, lang)),
      ...ground,
    })),
    ...agencies
      .filter(({ key }) => agencyName(key) !== '')
      .map(({ key, ...ground }) => ({ what: words.agency(agencyName(key)), ...ground })),
    ...(repeats.length > 0 ? [{ what: words.repeats, cases: repeats, words: [] }] : []),
  ]
  if (lines.length === 0) return null
  return (
    <div class="mb-6">
      <Card title={words.title} look="quiet" level={2}>
        <ul>
          {lines.map(({ what, cases, words: said }) => (
            <li key={what}>
              <strong>{what}</strong> – {said.length > 0 ? words.saying(said.map((one) => `“${one}”`).join(', ')) : ''}
              {said.length > 0 && cases.length > 0 ? '; ' : ''}
              <Cases request={request} title={words.because} cases={cases.filter((one) => one.nearness > 0)} />
              <Cases request={request} title={words.sameField} cases={cases.filter((one) => one.nearness === 0)} />
            </li>
          ))}
        </ul>
        <p class="field-help">{words.help}</p>
      </Card>
    </div>
  )
}

/** The cases named, each a link; nothing when there are none. */
function Cases({ request, title, cases }: { request: OfficeRequest; title: string; cases: readonly CaseOf[] }) {
  if (cases.length === 0) return null
  return (
    <>
      {title}{' '}
      {cases.map((one, at) => (
        <span key={one.id}>
          {at > 0 ? ', ' : ''}
          <a href={request.link(`${PETITIONS}/${one.id}`)}>{one.code}</a>
        </span>
      ))}{' '}
    </>
  )
}
