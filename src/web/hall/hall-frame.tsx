import type { ComponentChildren } from 'preact'
import type { PageChrome } from '../kit/page-chrome.ts'
import { kitWords } from '../words/kit-words.ts'

interface HallFrameProps {
  chrome: Pick<PageChrome, 'lang' | 'assets' | 'theme' | 'user'>
  title: string
  /** for the style: desk, screen, phone */
  look: 'desk' | 'screen' | 'phone'
  /** what the script goes on from; none: a page that stands still */
  data?: unknown
  /** without script the page is loaded again after so many seconds; never a page on which somebody types */
  refreshSeconds?: number | undefined
  head?: ComponentChildren
  children: ComponentChildren
}

/** A page of the hall: no menus, all its room for what happens. What it shows stands in `#hall`, which its script renews. */
export function HallFrame(props: HallFrameProps) {
  const { chrome, look } = props
  const { assets } = chrome
  return (
    <html lang={chrome.lang} data-theme={look === 'screen' ? 'light' : chrome.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="same-origin" />
        <meta name="robots" content="noindex" />
        <title>{`${props.title} – ${kitWords[chrome.lang].product}`}</title>
        {assets.preload.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        <link rel="stylesheet" href={look === 'desk' ? assets.css : (assets.hallCss ?? assets.css)} />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        {props.refreshSeconds === undefined ? null : (
          <noscript>
            <meta http-equiv="refresh" content={String(props.refreshSeconds)} />
          </noscript>
        )}
        {props.data === undefined ? null : <script src={look === 'desk' ? assets.hall : assets.publicHall} defer />}
      </head>
      <body class={`hall-body hall-${look}`} data-user={chrome.user?.id}>
        {props.head}
        <main id="main" class="hall-main" tabIndex={-1}>
          {props.data === undefined ? (
            props.children
          ) : (
            <div id="hall" data-view={JSON.stringify(props.data)}>
              {props.children}
            </div>
          )}
        </main>
        <p id="hall-live" class="sr-only" aria-live="polite" aria-atomic="true" />
      </body>
    </html>
  )
}
