import type { Logger } from 'pino'
import type { AssetUrls } from '../kit/asset-urls.ts'
import type { OfficeRuntime } from './office-route.ts'

/** What the web part needs to run. `origin` is the public address; https makes cookies Secure. */
export interface OfficeSettings {
  runtime: OfficeRuntime
  assets: AssetUrls
  assetsFolder: string
  origin: string | undefined
  trustProxy?: string | undefined
  demo: boolean
  logger: Logger
  /** hash of the code that opens the first set-up; null when there is nothing to set up */
  setUpCodeHash: string | null
}
