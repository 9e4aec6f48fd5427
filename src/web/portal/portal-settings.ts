import type { AssetUrls } from '../kit/asset-urls.ts'
import type { PortalRuntime } from './portal-route.ts'

/** What the portal needs to run. `origin` is the public address of the program, undefined on a developer's machine. */
export interface PortalSettings {
  runtime: PortalRuntime
  assets: AssetUrls
  origin: string | undefined
  demo: boolean
}
