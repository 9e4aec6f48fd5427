import { loadCalendar } from '../../../calendar/calendar-store.ts'
import type { WorkingCalendar } from '../../../calendar/working-calendar.ts'
import type { Permission } from '../../../changes/actor.ts'
import { actViewer } from '../../../supervision/act-viewer.ts'
import { type ActRow, listActs } from '../../../supervision/supervision-store.ts'
import { type Action, ActionBar } from '../../kit/action-bar.tsx'
import { Section } from '../../kit/section.tsx'
import { supervisionWords } from '../../words/supervision-words.ts'
import type { OfficeRequest } from '../office-route.ts'
import { ActList } from './act-view.tsx'

export interface SupervisionSubject {
  dialogueId?: number
  petitionId?: number
}

/** What the section shows; null when the reader sees no supervision here. */
export interface SupervisionData {
  acts: ActRow[]
  calendar: WorkingCalendar
  subject: SupervisionSubject
}

/** Reads what the section on the page of a dialogue or petition shows. The page itself has checked its own permission. */
export async function loadSupervision(
  request: OfficeRequest,
  subject: SupervisionSubject,
): Promise<SupervisionData | null> {
  const viewer = actViewer(request.actor, request.authority.id)
  if (!viewer) return null
  const [acts, calendar] = await Promise.all([
    listActs(request.db, viewer, { ...subject, today: request.today, limit: 30 }),
    loadCalendar(request.db),
  ])
  return { acts, calendar, subject }
}

const ACTS: readonly {
  path: string
  word: 'recordNote' | 'askForAccount' | 'recordVisit' | 'recordResult' | 'urge'
  permission: Permission
}[] = [
  { path: 'y-kien', word: 'recordNote', permission: 'supervision:act' },
  { path: 'giai-trinh', word: 'askForAccount', permission: 'supervision:act' },
  { path: 'buoi-giam-sat', word: 'recordVisit', permission: 'supervision:act' },
  { path: 'ket-qua', word: 'recordResult', permission: 'supervision:act' },
  { path: 'don-doc', word: 'urge', permission: 'supervision:urge' },
]

/** The buttons the reader may use, about this subject. */
export function supervisionActions(request: OfficeRequest, subject: SupervisionSubject = {}): Action[] {
  const query = new URLSearchParams()
  if (subject.dialogueId) query.set('hoi-nghi', String(subject.dialogueId))
  if (subject.petitionId) query.set('kien-nghi', String(subject.petitionId))
  const asked = query.size > 0 ? `?${query}` : ''
  return ACTS.filter((act) => request.actor.may(act.permission, { authorityId: request.authority.id })).map((act) => ({
    label: supervisionWords[request.lang][act.word],
    href: request.link(`/giam-sat/moi/${act.path}${asked}`),
  }))
}

/** Supervision of a dialogue or a petition, for their pages. */
export function SupervisionSection({ request, data }: { request: OfficeRequest; data: SupervisionData | null }) {
  if (!data) return null
  const words = supervisionWords[request.lang]
  const actions = supervisionActions(request, data.subject)
  if (data.acts.length === 0 && actions.length === 0) return null
  return (
    <Section title={words.supervision} id="giam-sat" count={data.acts.length}>
      {data.acts.length === 0 ? (
        <p class="field-help mb-3">{words.noActs}</p>
      ) : (
        <ActList
          request={request}
          acts={data.acts}
          calendar={data.calendar}
          on={data.subject.petitionId ? 'petition' : 'dialogue'}
        />
      )}
      <ActionBar actions={actions} />
    </Section>
  )
}
