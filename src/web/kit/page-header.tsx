import { kitWords } from '../words/kit-words.ts'
import { LANGS } from '../words/words.ts'
import { Icon } from './icon.tsx'
import type { PageChrome } from './page-chrome.ts'
import { usePage } from './page-context.ts'
import { DeskPlaces, MenuPlaces } from './place-nav.tsx'

function LanguageSwitch({ page }: { page: PageChrome }) {
  const words = kitWords[page.lang]
  return (
    <form class="language" method="post" action={page.languageAction} aria-label={words.language}>
      <input type="hidden" name="_csrf" value={page.csrf} />
      <input type="hidden" name="returnTo" value={page.address} />
      {LANGS.map((lang) => (
        <button key={lang} type="submit" name="lang" value={lang} lang={lang} aria-pressed={lang === page.lang}>
          {lang === 'vi' ? 'Tiếng Việt' : 'English'}
        </button>
      ))}
    </form>
  )
}

function UserMenu({ page, active }: { page: PageChrome; active: string | undefined }) {
  const words = kitWords[page.lang]
  const { user } = page
  return (
    <details class="user-menu" data-menu>
      <summary>
        <Icon name={user ? 'user' : 'menu'} />
        <span class="user-menu-name">{user ? user.name : words.menu}</span>
      </summary>
      <div class="user-menu-panel">
        {user ? (
          <p class="user-menu-who">
            <strong>{user.name}</strong>
            {user.post ? <span>{user.post}</span> : null}
            {user.agency ? <span>{user.agency}</span> : null}
          </p>
        ) : null}
        <MenuPlaces places={page.moreNav} active={active} />
        {user?.links.map((link) => (
          <a key={link.href} class="user-menu-link" href={link.href}>
            {link.label}
          </a>
        ))}
        <LanguageSwitch page={page} />
        {user ? (
          <form method="post" action={user.signOutAction}>
            <input type="hidden" name="_csrf" value={page.csrf} />
            <button type="submit" class="btn btn-outline btn-sm btn-block">
              {words.signOut}
            </button>
          </form>
        ) : null}
      </div>
    </details>
  )
}

function SearchBox({ action, searched }: { action: string; searched: string | undefined }) {
  const words = kitWords[usePage().lang]
  return (
    <search class="search-box">
      <form action={action} method="get">
        <Icon name="search" />
        <input
          type="search"
          name="q"
          id="search"
          value={searched}
          aria-label={words.searchLabel}
          placeholder={words.searchHint}
          aria-keyshortcuts="/"
          autocomplete="off"
          data-search
        />
        <span class="search-key" aria-hidden="true">
          /
        </span>
      </form>
    </search>
  )
}

interface PageHeaderProps {
  page: PageChrome
  active: string | undefined
  searched: string | undefined
}

/** Name of the program and of the authority, search, messages, the reader's own menu; below it the places. */
export function PageHeader({ page, active, searched }: PageHeaderProps) {
  const words = kitWords[page.lang]
  return (
    <header class="page-header">
      <div class="page-header-in">
        <a class="brand" href="/">
          <img class="brand-mark" src={page.assets.icon} alt="" width="36" height="36" />
          <span class="brand-names">
            <span class="brand-product">{words.product}</span>
            {page.authority ? <span class="brand-authority">{page.authority}</span> : null}
          </span>
        </a>
        {page.searchAction ? <SearchBox action={page.searchAction} searched={searched} /> : null}
        <div class="header-tools">
          {page.searchAction ? (
            <a class="header-tool phone-only" href={page.searchAction} aria-label={words.search}>
              <Icon name="search" />
            </a>
          ) : null}
          {page.bell ? (
            <a class="header-tool" href={page.bell.href} aria-label={words.bell(page.bell.count)}>
              <Icon name="bell" />
              {page.bell.count > 0 ? (
                <span class="bell-count">{page.bell.count > 99 ? '99+' : page.bell.count}</span>
              ) : null}
            </a>
          ) : null}
          <UserMenu page={page} active={active} />
        </div>
      </div>
      <DeskPlaces places={page.nav} more={page.moreNav} active={active} />
    </header>
  )
}
