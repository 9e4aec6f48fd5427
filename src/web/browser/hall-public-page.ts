import type { PublicData, ShownConflict } from '../hall/hall-app-data.ts'
import type { PublicView } from '../hall/hall-view.ts'
import { publicAnnouncementOf } from '../hall/live-announcement.ts'
import { PublicApp } from '../hall/public-app.tsx'
import { publicHallWords } from '../words/public-hall-words.ts'
import { type Command, newKey } from './command-queue.ts'
import { LivePage } from './live-page.ts'

// The script of the screen in the hall and of telephones: none of the desks is in it.

/** Two thousand telephones told of the same version do not all ask in the same moment. */
const SPREAD_MS = 350

const root = document.getElementById('hall')
if (root?.dataset['view']) start(root, JSON.parse(root.dataset['view']) as PublicData)

function start(place: HTMLElement, data: PublicData): void {
  const words = publicHallWords[data.lang]
  const supported = new Set<number>(readSupported(data.base))
  const page = new LivePage<PublicView, PublicData>(place, data, {
    App: PublicApp,
    announce: (props) => publicAnnouncementOf(props.data.view, props.now, words),
    fold: (view) => view,
    refused: shownRefusal,
    spreadMs: SPREAD_MS,
    // drawn once for each version: there is nothing else to be read
    lookAgainMs: null,
    csrf: () => data.csrf,
    said: (command, has) => (command.path.endsWith('/cau-hoi') ? words.phone[has] : null),
    supported: [...supported],
    refusal: words.refused,
  })
  page.onSubmit((form) => {
    if (!form.dataset['support']) return
    supported.add(Number(form.dataset['support']))
    page.setSupported([...supported])
    writeSupported(data.base, [...supported])
  })
  place.addEventListener('click', (event) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>('[data-refused]')
    const one = page.queue.conflicts().find((command) => command.key === button?.dataset['refused'])
    if (!button || !one) return
    page.queue.drop(one.key)
    const { path, fields, label } = one
    if (button.dataset['choice'] === 'again') page.queue.add({ key: newKey(), path, fields, label, at: Date.now() })
    page.draw()
    void page.sendAll()
  })
}

/** Why a question was not taken, with its words: nothing somebody typed is lost. */
function shownRefusal({ key, label, conflict, fields }: Command): ShownConflict {
  return { key, label, sentence: conflict ?? '', text: fields['text'] ?? '', speech: null, isForm: false }
}

function readSupported(base: string): number[] {
  try {
    return JSON.parse(localStorage.getItem(`hall-support:${base}`) ?? '[]') as number[]
  } catch {
    return []
  }
}

function writeSupported(base: string, ids: readonly number[]): void {
  try {
    localStorage.setItem(`hall-support:${base}`, JSON.stringify(ids))
  } catch {
    // the program counts each browser once in any case
  }
}
