import type { Dialogue } from '../../../dialogues/dialogue.ts'
import { conferenceWords } from '../../words/conference-words.ts'
import type { OfficeRequest } from '../office-route.ts'
import { mayDo } from './dialogue-request.ts'

export type SubpageKey = keyof (typeof conferenceWords)['vi']['subpages']

const PATHS: Record<SubpageKey, string> = {
  overview: '',
  tasks: '/phan-cong',
  people: '/thanh-phan',
  notices: '/thong-bao',
  agenda: '/chuong-trinh',
  forms: '/phieu-in',
  speeches: '/phat-bieu',
  hall: '/hoi-truong',
  conduct: '/dieu-hanh',
  minutes: '/bien-ban',
  conclusion: '/ket-luan',
  sending: '/noi-nhan',
  review: '/rut-kinh-nghiem',
  deputy: '/uy-quyen',
}

/** The address of a page of a dialogue. */
function subpageHref(request: OfficeRequest, id: number, key: SubpageKey): string {
  return request.link(`/hoi-nghi/${id}${PATHS[key]}`)
}

/** Pages that name who spoke or what was written down stay with those who keep the record. */
const OF_THE_RECORD: readonly SubpageKey[] = ['speeches', 'minutes', 'forms']

/** Which pages a dialogue has: an indirect one knows no hall, a session within a regular meeting only its record. */
function subpagesOf(request: OfficeRequest, dialogue: Dialogue): SubpageKey[] {
  const direct = dialogue.form !== 'indirect'
  const all: SubpageKey[] =
    dialogue.kind === 'withinRegularMeeting'
      ? ['overview', 'minutes', 'conclusion', 'sending']
      : [
          'overview',
          'tasks',
          'people',
          'notices',
          'agenda',
          'forms',
          'speeches',
          'hall',
          'conduct',
          'minutes',
          'conclusion',
          'sending',
          'review',
          'deputy',
        ]
  return all.filter((key) => {
    if (!direct && (key === 'people' || key === 'agenda' || key === 'speeches' || key === 'hall')) return false
    if (key === 'hall') return mayDo(request, 'hall:see')
    if (key === 'review') return mayDo(request, 'internal-review:read')
    return !OF_THE_RECORD.includes(key) || mayDo(request, 'dossier:read')
  })
}

/** The pages of one dialogue beside each other; the present one is marked. */
export function DialogueNav(props: { request: OfficeRequest; dialogue: Dialogue; active: SubpageKey }) {
  const { request, dialogue, active } = props
  const words = conferenceWords[request.lang]
  return (
    <nav class="my-4 border-b border-base-300 print:hidden" aria-label={words.pagesOfDialogue}>
      <ul class="flex flex-wrap gap-x-1">
        {subpagesOf(request, dialogue).map((key) => (
          <li key={key}>
            <a
              class={`block px-1.5 py-2 text-sm no-underline ${key === active ? 'border-b-2 border-primary font-semibold' : 'hover:underline'}`}
              href={subpageHref(request, dialogue.id, key)}
              aria-current={key === active ? 'page' : undefined}
            >
              {words.subpages[key]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
