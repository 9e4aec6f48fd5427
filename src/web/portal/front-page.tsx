import { PortalPage } from './portal-page.tsx'
import { type PortalReply, type PortalRequest, portalPage } from './portal-route.ts'

/** GET /cong/:authority: the next dialogue, the two ways in, what was answered lately, the numbers to check. */
export async function showFront(request: PortalRequest): Promise<PortalReply> {
  const { chrome, authority } = request
  return portalPage(
    <PortalPage chrome={chrome} title={authority.name} active="home">
      <h1>{authority.name}</h1>
    </PortalPage>,
  )
}
