import { errorPageWords } from '../words/error-page-words.ts'
import { kitWords } from '../words/kit-words.ts'
import { Icon, type IconName } from './icon.tsx'
import { LinkButton } from './link-button.tsx'
import type { PageChrome } from './page-chrome.ts'
import { PageLayout } from './page-layout.tsx'

export type ErrorKind =
  | 'notFound'
  | 'notAllowed'
  | 'gone'
  | 'brokenRule'
  | 'formExpired'
  | 'tooMany'
  | 'tooLarge'
  | 'apology'
  | 'unavailable'

const SIGNS: Record<ErrorKind, IconName> = {
  notFound: 'search',
  notAllowed: 'lock',
  gone: 'minus',
  brokenRule: 'alert',
  formExpired: 'clock',
  tooMany: 'clock',
  tooLarge: 'file',
  apology: 'alert',
  unavailable: 'clock',
}

interface ErrorPageProps {
  chrome: PageChrome
  kind: ErrorKind
  /** The sentence of the broken rule, or what is gone and where it went. */
  sentence?: string
  /** Number of the log line, for an apology. */
  number?: string
  /** A better way on than the home page. */
  wayOn?: { href: string; label: string }
}

/** An honest page: what happened, that nothing is lost, and the way on. Needs no database. */
export function ErrorPage({ chrome, kind, sentence, number, wayOn }: ErrorPageProps) {
  const words = errorPageWords[chrome.lang]
  const said = words[kind]
  return (
    <PageLayout {...chrome} title={said.title} width="narrow" keepDrafts>
      <div class={`error-page error-${kind}`}>
        <Icon name={SIGNS[kind]} large />
        <h1>{said.title}</h1>
        {sentence ? <p class="error-page-sentence">{sentence}</p> : null}
        <p>{said.help}</p>
        {number ? (
          <p>
            {words.number} <strong class="error-page-number">{number}</strong>
          </p>
        ) : null}
        <div class="form-buttons">
          {wayOn ? (
            <LinkButton href={wayOn.href} variant="primary">
              {wayOn.label}
            </LinkButton>
          ) : null}
          <LinkButton href="/" variant={wayOn ? 'secondary' : 'primary'}>
            {kitWords[chrome.lang].home}
          </LinkButton>
        </div>
      </div>
    </PageLayout>
  )
}
