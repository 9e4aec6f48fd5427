import { listPublicAuthorities } from '../../public-record/public-authority-store.ts'
import { portalWords } from '../words/portal-words.ts'
import { inLanguage, PortalPage } from './portal-page.tsx'
import { type PortalReply, type PortalVisit, portalPage } from './portal-route.ts'

/** GET /cong: every authority that has a portal; with a single one, straight to it. */
export async function showDoor(visit: PortalVisit): Promise<PortalReply> {
  const authorities = await listPublicAuthorities(visit.db)
  // an empty installation is set up behind the sign-in
  if (authorities.length === 0) return { kind: 'redirect', to: '/dang-nhap' }
  if (authorities.length === 1) return { kind: 'redirect', to: inLanguage(`/cong/${authorities[0]!.slug}`, visit.lang) }
  const words = portalWords[visit.lang]
  return portalPage(
    <PortalPage chrome={visit.chrome} title={words.doorTitle} width="narrow">
      <h1>{words.doorTitle}</h1>
      <p class="lead">{words.doorLead}</p>
      <ul class="door-list">
        {authorities.map((authority) => (
          <li key={authority.id}>
            <a href={inLanguage(`/cong/${authority.slug}`, visit.lang)}>{authority.name}</a>
          </li>
        ))}
      </ul>
    </PortalPage>,
  )
}
