import type { KnownPermission } from '../../access/permission-table.ts'
import type { AccessScope, Actor } from '../../changes/actor.ts'
import type { AssetUrls } from '../kit/asset-urls.ts'
import type { Flash } from '../kit/flash-message.tsx'
import type { IconName } from '../kit/icon.tsx'
import type { PageChrome } from '../kit/page-chrome.ts'
import type { Place } from '../kit/place-nav.tsx'
import { officeWords } from '../words/office-words.ts'
import type { Lang } from '../words/words.ts'
import type { PageAuthority } from './office-route.ts'

type PlaceKey = keyof (typeof officeWords)['vi']['places']

interface PlaceRow {
  key: PlaceKey
  path: string
  icon: IconName
  permission: KnownPermission
}

/** The five places, one question each. */
const PLACES: readonly PlaceRow[] = [
  { key: 'today', path: '', icon: 'today', permission: 'home:see' },
  { key: 'plans', path: '/ke-hoach', icon: 'plan', permission: 'plan:read' },
  { key: 'dialogues', path: '/hoi-nghi', icon: 'meeting', permission: 'dialogue:read' },
  { key: 'petitions', path: '/kien-nghi', icon: 'petition', permission: 'petition:read' },
  { key: 'reports', path: '/bao-cao', icon: 'report', permission: 'report:read' },
]

const MORE_PLACES: readonly PlaceRow[] = [
  { key: 'deadlines', path: '/han', icon: 'clock', permission: 'deadline:read' },
  { key: 'supervision', path: '/giam-sat', icon: 'supervision', permission: 'supervision:read' },
  { key: 'publications', path: '/cong-khai', icon: 'up', permission: 'publication:read' },
  { key: 'dossiers', path: '/ho-so', icon: 'dossier', permission: 'dossier:read' },
  { key: 'administration', path: '/quan-tri', icon: 'admin', permission: 'agency:read' },
]

export interface ChromeInput {
  lang: Lang
  assets: AssetUrls
  csrf: string
  address: string
  flash: Flash | null
}

/** The frame of pages outside any authority: no places, no search. */
export function bareChrome(input: ChromeInput, demo: boolean): PageChrome {
  return {
    ...input,
    authority: null,
    user: null,
    nav: [],
    moreNav: [],
    bell: null,
    demo,
    searchAction: null,
    languageAction: '/ngon-ngu',
  }
}

interface OfficeChromeInput extends ChromeInput {
  authority: PageAuthority
  actor: Actor
  user: { login: string; name: string; role: string; agency: string | null }
}

/** The frame of an authority's pages, with only the ways this reader may go; the bell's number is put in later. */
export function officeChrome(input: OfficeChromeInput): PageChrome {
  const { authority, actor, user, ...base } = input
  const words = officeWords[input.lang]
  const scope: AccessScope = { authorityId: authority.id }
  const root = `/${authority.slug}`
  const open = (rows: readonly PlaceRow[]): Place[] =>
    rows
      .filter((row) => actor.may(row.permission, scope))
      .map((row) => ({
        ...{ key: row.key, href: root + row.path, label: words.places[row.key], icon: row.icon },
        ...(row.key === 'today' ? { phoneLabel: words.todayOnPhone } : {}),
      }))
  return {
    ...base,
    authority: authority.name,
    user: {
      id: user.login,
      name: user.name,
      post: user.role,
      agency: user.agency ?? undefined,
      links: [
        { href: '/tai-khoan', label: words.ownAccount },
        { href: '/chon-vai-tro', label: words.switchRole },
      ],
      signOutAction: '/dang-xuat',
    },
    nav: open(PLACES),
    moreNav: open(MORE_PLACES),
    bell: { href: `${root}/tin`, count: 0 },
    demo: authority.demo,
    searchAction: actor.may('search:use', scope) ? `${root}/tim` : null,
    languageAction: '/ngon-ngu',
  }
}
