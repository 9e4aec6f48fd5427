import type { ComponentChildren } from 'preact'
import type { AssetUrls } from '../kit/asset-urls.ts'
import { PageContextProvider } from '../kit/page-context.ts'
import { portalWords } from '../words/portal-words.ts'
import type { Lang } from '../words/words.ts'

/** What is the same for every page of one request at the portal. */
export interface PortalChrome {
  lang: Lang
  assets: AssetUrls
  demo: boolean
  /** null on the portal's front door */
  authority: { name: string; shortName: string; slug: string } | null
  /** path and query of this page without the language, for the switch to the other one */
  address: string
}

/** The places of an authority's portal, in the order in which people ask. */
type PortalPlace = 'home' | 'dialogues' | 'results' | 'plan' | 'raise' | 'follow'

const PLACES: readonly { key: PortalPlace; path: string }[] = [
  { key: 'home', path: '' },
  { key: 'dialogues', path: '/hoi-nghi' },
  { key: 'results', path: '/ket-qua' },
  { key: 'plan', path: '/ke-hoach' },
  { key: 'raise', path: '/gui-kien-nghi' },
  { key: 'follow', path: '/theo-doi' },
]

interface PortalPageProps {
  chrome: PortalChrome
  title: string
  active?: PortalPlace
  /** said by search engines and when the address is shared */
  description?: string
  /** a form page may load one small script that keeps the draft; reading pages load none */
  script?: string
  /** further links of the head: feeds of this page */
  feeds?: readonly { href: string; type: string; title: string }[]
  /** `narrow` for forms and reading */
  width?: 'narrow' | 'wide'
  /** drafts in the browser are kept although a form was sent */
  keepDrafts?: boolean
  children: ComponentChildren
}

/** Where a reader begins: the front page of the authority, else the door to all of them. */
export function homeOf({ authority }: PortalChrome): string {
  return authority ? `/cong/${authority.slug}` : '/cong'
}

/** The address in a language: Vietnamese is the plain one. */
export function inLanguage(address: string, lang: Lang): string {
  if (lang === 'vi') return address
  const [path, mark] = address.split('#')
  const asked = `${path}${path!.includes('?') ? '&' : '?'}lang=${lang}`
  return mark === undefined ? asked : `${asked}#${mark}`
}

/** A whole page of the portal: light, without script, the same on an old phone. Wide content scrolls nowhere. */
export function PortalPage(props: PortalPageProps) {
  const { chrome } = props
  const words = portalWords[chrome.lang]
  const about = chrome.authority?.name ?? words.product
  return (
    <PageContextProvider value={{ lang: chrome.lang, csrf: '', rules: [] }}>
      <html lang={chrome.lang}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{props.title === about ? `${about} – ${words.product}` : `${props.title} – ${about}`}</title>
          {props.description ? <meta name="description" content={props.description} /> : null}
          <link rel="stylesheet" href={chrome.assets.portalCss} />
          <link rel="icon" href={chrome.assets.icon} type="image/svg+xml" />
          {props.feeds?.map((feed) => (
            <link key={feed.href} rel="alternate" href={feed.href} type={feed.type} title={feed.title} />
          ))}
          {props.script ? <script src={props.script} defer /> : null}
        </head>
        <body data-keep-drafts={props.keepDrafts ? '' : undefined}>
          <a class="skip-link" href="#main">
            {words.skip}
          </a>
          {chrome.demo ? <p class="demo-banner">{words.demo}</p> : null}
          <PortalHeader chrome={chrome} active={props.active} />
          <main id="main" class={`page page-${props.width ?? 'wide'}`} tabIndex={-1}>
            {props.children}
          </main>
          <PortalFooter chrome={chrome} />
        </body>
      </html>
    </PageContextProvider>
  )
}

function PortalHeader({ chrome, active }: { chrome: PortalChrome; active: PortalPlace | undefined }) {
  const words = portalWords[chrome.lang]
  const home = homeOf(chrome)
  const other: Lang = chrome.lang === 'vi' ? 'en' : 'vi'
  return (
    <header class="portal-header">
      <div class="portal-header-in">
        <a class="brand" href={inLanguage(home, chrome.lang)}>
          <img class="brand-mark" src={chrome.assets.icon} alt="" width="36" height="36" />
          <span class="brand-names">
            <span class="brand-product">{chrome.authority?.name ?? words.product}</span>
            <span class="brand-authority">{words.what}</span>
          </span>
        </a>
        <a class="language-link" href={inLanguage(chrome.address, other)} lang={other} hreflang={other}>
          {other === 'vi' ? 'Tiếng Việt' : 'English'}
        </a>
      </div>
      {chrome.authority ? (
        <nav class="portal-places" aria-label={words.placesLabel}>
          <ul>
            {PLACES.map(({ key, path }) => (
              <li key={key}>
                <a href={inLanguage(home + path, chrome.lang)} aria-current={key === active ? 'page' : undefined}>
                  {words.places[key as keyof typeof words.places]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </header>
  )
}

function PortalFooter({ chrome }: { chrome: PortalChrome }) {
  const words = portalWords[chrome.lang]
  return (
    <footer class="portal-footer">
      <p>{words.footer}</p>
      <p>
        {chrome.authority ? <a href={inLanguage('/cong', chrome.lang)}>{words.otherAuthorities}</a> : null}{' '}
        <a href="/dang-nhap" rel="nofollow">
          {words.signIn}
        </a>
      </p>
    </footer>
  )
}
