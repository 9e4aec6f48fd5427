import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the built look is served, as addresses of this server. */
export interface AssetUrls {
  css: string
  /** the people's portal has a look of its own, small enough for a slow line */
  portalCss: string
  script: string
  /** keeps what is typed into a form of the portal; the only script it has */
  portalScript: string
  /** the script of the hall's desks */
  hall?: string | undefined
  /** look and script of the screen in the hall and of telephones: small, for a slow line */
  hallCss?: string | undefined
  publicHall?: string | undefined
  icon: string
  /** Fonts the first screen needs. */
  preload: readonly string[]
}

/** Reads `manifest.json` of the built assets (`scripts/build-assets.mjs`) and puts the served folder before each name. */
export function readAssetUrls(folder: string, served = '/assets/'): AssetUrls {
  const names = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>
  const at = (name: string) => {
    const file = names[name]
    if (!file) throw new Error(`the built assets lack ${name}; run node scripts/build-assets.mjs`)
    return served + file
  }
  return {
    css: at('app.css'),
    portalCss: at('portal.css'),
    script: at('office.js'),
    portalScript: at('portal-form.js'),
    hall: at('hall-desk-page.js'),
    hallCss: at('hall-public.css'),
    publicHall: at('hall-public-page.js'),
    icon: at('icon.svg'),
    preload: [at('be-vietnam-pro-latin-400-normal.woff2'), at('be-vietnam-pro-vietnamese-400-normal.woff2')],
  }
}
