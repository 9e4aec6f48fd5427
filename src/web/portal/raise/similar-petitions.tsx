import { shortened } from '../../../platform/shortened.ts'
import { listSimilarEntries } from '../../../public-record/similar-entry-store.ts'
import { raiseWords } from '../../words/raise-words.ts'
import { secondWords } from '../../words/second-words.ts'
import type { PortalRequest } from '../portal-route.ts'

const SHOWN = 180

/** What was published and is much like it: perhaps the answer is there already, or one can join. */
export async function similarPetitions(request: PortalRequest, contents: readonly string[]) {
  const found = await Promise.all(
    contents.slice(0, 3).map((content) => listSimilarEntries(request.db, request.authority.id, content)),
  )
  return [...new Map(found.flat().map((entry) => [entry.id, entry])).values()].slice(0, 3)
}

type Similar = Awaited<ReturnType<typeof similarPetitions>>

export function SimilarPetitions({ request, similar }: { request: PortalRequest; similar: Similar }) {
  const words = raiseWords[request.lang]
  const second = secondWords[request.lang]
  if (similar.length === 0) return null
  return (
    <section class="similar" aria-labelledby="gan-giong">
      <h2 id="gan-giong">{words.similar}</h2>
      <p>{words.similarLead}</p>
      <ul>
        {similar.map((entry) => (
          <li key={entry.id}>
            <a href={request.link(`/ket-qua/${entry.id}`)}>{shortened(entry.content, SHOWN)}</a>{' '}
            <span class="field-help">({entry.answered ? words.answered : words.answeredNot})</span>
            <br />
            <a
              href={request.link(`/ket-qua/${entry.id}/cung-kien-nghi`)}
              aria-label={second.sameAs(entry.content.slice(0, 80))}
            >
              {second.same}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
