import type { ComponentChildren } from 'preact'
import { kitWords } from '../words/kit-words.ts'
import type { Lang } from '../words/words.ts'
import { FlashMessage } from './flash-message.tsx'
import { Icon } from './icon.tsx'
import type { PageChrome } from './page-chrome.ts'
import { PageContextProvider } from './page-context.ts'
import { PageHeader } from './page-header.tsx'
import { PhonePlaces } from './place-nav.tsx'

interface PageLayoutProps extends PageChrome {
  title: string
  /** Key of the place the page belongs to. */
  active?: string
  /** Loads the page again after so many seconds (progress pages only). */
  refreshSeconds?: number
  /** Drafts in the browser are kept although a form was sent (error pages, conflicts). */
  keepDrafts?: boolean
  /** `narrow` for forms and reading, `wide` for tables. */
  width?: 'narrow' | 'wide'
  /** What was searched, kept in the search box. */
  searched?: string
  /** takes the rules that components add (`PageContext`) */
  rules?: string[]
  children: ComponentChildren
}

function Head({ page }: { page: PageLayoutProps }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="same-origin" />
      <title>{`${page.title} – ${kitWords[page.lang].product}`}</title>
      {page.assets.preload.map((href) => (
        <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={page.assets.css} />
      <link rel="icon" href={page.assets.icon} type="image/svg+xml" />
      {page.refreshSeconds === undefined ? null : (
        <noscript>
          <meta http-equiv="refresh" content={String(page.refreshSeconds)} />
        </noscript>
      )}
      <script src={page.assets.script} defer />
    </head>
  )
}

function DemoBanner({ lang }: { lang: Lang }) {
  const words = kitWords[lang]
  return (
    <aside class="demo-banner" aria-label={words.demo}>
      <Icon name="info" />
      <p>
        <strong>{words.demo}.</strong> {words.demoMore}
      </p>
    </aside>
  )
}

/** A whole page: head, header with the places, content, footer. Works without script. */
export function PageLayout(props: PageLayoutProps) {
  const words = kitWords[props.lang]
  return (
    <PageContextProvider value={{ lang: props.lang, csrf: props.csrf, rules: props.rules ?? [] }}>
      <html lang={props.lang} data-theme={props.theme}>
        <Head page={props} />
        <body
          data-user={props.user?.id}
          data-keep-drafts={props.keepDrafts ? '' : undefined}
          data-refresh={props.refreshSeconds}
          data-sending={words.sending}
          data-draft-found={words.draftFound}
          data-draft-restore={words.draftRestore}
          data-draft-drop={words.draftDrop}
        >
          <a class="skip-link" href="#main">
            {words.skip}
          </a>
          {props.demo ? <DemoBanner lang={props.lang} /> : null}
          <PageHeader page={props} active={props.active} searched={props.searched} />
          <main id="main" class={`page page-${props.width ?? 'wide'}`} tabIndex={-1}>
            {props.flash ? <FlashMessage {...props.flash} /> : null}
            {props.children}
          </main>
          <footer class="page-footer">
            <p>
              <strong>{words.product}</strong> · {words.footer}
            </p>
            {props.authority ? <p>{props.authority}</p> : null}
          </footer>
          <PhonePlaces places={props.nav} active={props.active} />
        </body>
      </html>
    </PageContextProvider>
  )
}
