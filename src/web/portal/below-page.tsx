import { NotFound } from '../../platform/errors.ts'
import { listAuthoritiesBelow } from '../../public-record/public-authority-store.ts'
import { readPublicFigures } from '../../public-record/public-figure-store.ts'
import { formatNumber } from '../words/format-values.ts'
import { readingWords } from '../words/portal-reading-words.ts'
import { yearAsked } from './front-page.tsx'
import { inLanguage, PortalPage } from './portal-page.tsx'
import { type PortalReply, type PortalRequest, portalPage, portalQuery } from './portal-route.ts'

/** GET /cap-duoi?nam=: a superior's authorities side by side by the numbers of a year; by name, never by rank. */
export async function showBelow(request: PortalRequest): Promise<PortalReply> {
  const { db, authority, today, lang, chrome, link } = request
  const words = readingWords[lang]
  const below = await listAuthoritiesBelow(db, authority.id)
  if (below.length === 0) throw new NotFound('authority')
  const year = yearAsked(portalQuery(request, 'nam'), today)
  const figures = await readPublicFigures(
    db,
    below.map((one) => one.id),
    year,
  )
  const n = (value: number) => formatNumber(value, lang)
  return portalPage(
    <PortalPage chrome={chrome} title={words.below(authority.shortName)}>
      <h1>{words.below(authority.name)}</h1>
      <p class="lead">{words.belowHelp}</p>
      <p class="no-print">
        {words.otherYears}: <a href={link(`/cap-duoi?nam=${year - 1}`)}>{year - 1}</a>
      </p>
      <table class="plain-table stacked">
        <caption>{words.numbers(year)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.unit}</th>
            <th scope="col" class="number">
              {words.heldShort}
            </th>
            <th scope="col" class="number">
              {words.receivedShort}
            </th>
            <th scope="col" class="number">
              {words.onTimeShort}
            </th>
            <th scope="col" class="number">
              {words.openShort}
            </th>
          </tr>
        </thead>
        <tbody>
          {below.map((one) => {
            const f = figures.get(one.id)!
            return (
              <tr key={one.id}>
                <th scope="row">
                  <a href={inLanguage(`/cong/${one.slug}`, lang)}>{one.name}</a>
                </th>
                <td class="number" data-label={words.heldShort}>
                  {n(f.held)} / {f.planned === null ? '–' : n(f.planned)}
                </td>
                <td class="number" data-label={words.receivedShort}>
                  {n(f.received)}
                </td>
                <td class="number" data-label={words.onTimeShort}>
                  {n(f.repliesOnTime)} / {n(f.replies)}
                </td>
                <td class="number" data-label={words.openShort}>
                  {n(f.open)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </PortalPage>,
  )
}
