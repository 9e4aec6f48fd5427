import { sharingAgencyIds } from '../../agencies/agency.ts'
import { listAgencies } from '../../agencies/agency-store.ts'
import { listPosts } from '../../agencies/post-store.ts'
import { findConclusionNotice, listConclusionItems } from '../../dialogues/conclusion-store.ts'
import { eventDay } from '../../dialogues/dialogue.ts'
import { listPresiding, listTasks } from '../../dialogues/dialogue-people-store.ts'
import { getDialogue } from '../../dialogues/dialogue-store.ts'
import { type Day, yearOf } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connection.ts'
import { getRegulationVersion } from '../../regulations/regulation-store.ts'
import type { FactVocabulary, PaperFacts } from '../paper-facts.ts'
import { commonVocabulary, readSetting } from './common-facts.ts'
import { conclusionFacts, conclusionVocabulary } from './conclusion-facts.ts'
import { identityFacts, identityVocabulary } from './dialogue-identity-facts.ts'
import { dialoguePetitionFacts, dialoguePetitionVocabulary } from './dialogue-petition-facts.ts'
import { fact, joinFacts, joinVocabularies } from './fact-names.ts'
import { dayText, openEnded } from './fact-text.ts'
import { listPetitionFacts, listWithheldItemIds } from './petition-fact-store.ts'

const own = {
  values: {
    agency: fact('Cơ quan, đơn vị', 'The agency'),
    agencyHead: fact('Chức vụ người đứng đầu cơ quan', 'Post of its head'),
    agencyHeadName: fact('Họ tên người đứng đầu cơ quan', 'Name of its head'),
  },
  lists: {
    ownTasks: {
      label: { vi: 'Nhiệm vụ được phân công', en: 'Tasks of the agency' },
      fields: {
        content: { vi: 'Nội dung', en: 'Task' },
        dueOn: { vi: 'Thời hạn', en: 'Due' },
        result: { vi: 'Kết quả', en: 'Result' },
      },
    },
  },
}

/** Petitions and items are those the agency leads or supports; counts count them. */
export const agencyShareVocabulary: FactVocabulary = joinVocabularies(
  commonVocabulary,
  identityVocabulary,
  dialoguePetitionVocabulary,
  conclusionVocabulary,
  own,
)

export interface ShareWanted {
  authorityId: number
  /** the dialogue */
  subjectId: number
  agencyId: number | null
  today: Day
}

/** What one agency must answer, and has answered, of a dialogue. Throws NotFound. */
export async function readAgencyShareFacts(db: Db, wanted: ShareWanted): Promise<PaperFacts> {
  const { authorityId, subjectId, agencyId, today } = wanted
  const dialogue = await getDialogue(db, authorityId, subjectId)
  const { regulation } = await getRegulationVersion(db, dialogue.regulationVersionId)
  const at = [db, authorityId, subjectId] as const
  const agencyIds = agencyId === null ? [] : sharingAgencyIds(await listAgencies(db, authorityId), agencyId)
  const [setting, presiding, rows, notice, items, tasks, posts] = await Promise.all([
    readSetting(db, {
      ...{ authorityId, regulation, today, year: yearOf(eventDay(dialogue) ?? today) },
      on: eventDay(dialogue),
    }),
    listPresiding(...at),
    agencyId === null ? [] : listPetitionFacts(db, { authorityId, dialogueId: subjectId, agencyIds }),
    findConclusionNotice(...at),
    listConclusionItems(...at),
    listTasks(...at),
    listPosts(db, authorityId, today),
  ])
  const isOwn = (item: (typeof items)[number]) =>
    [item.leadAgencyId, ...item.supportingAgencyIds].some((id) => id !== null && agencyIds.includes(id))
  const head = posts.find((post) => post.agencyId === agencyId && post.isHead)
  const petitions = await listPetitionFacts(db, { authorityId, dialogueId: subjectId })
  const withheldItemIds = await listWithheldItemIds(db, { authorityId, dialogueId: subjectId })
  const given = { setting, fields: regulation.petitionFields, public: false }
  const conclusion = { setting, notice, items: items.filter(isOwn), petitions, public: false, today }
  return joinFacts(
    setting.common,
    identityFacts(dialogue, presiding, setting),
    dialoguePetitionFacts(rows, given),
    conclusionFacts({ ...conclusion, ownItemIds: new Set(), withheldItemIds }),
    {
      values: {
        issuer: setting.agencyName(agencyId),
        agency: setting.agencyName(agencyId),
        agencyHead: head?.title ?? '',
        agencyHeadName: head?.personName ?? '',
      },
      lists: {
        ownTasks: tasks
          .filter((task) => agencyIds.includes(task.agencyId))
          .map((task) => ({ content: openEnded(task.content), dueOn: dayText(task.dueOn), result: task.result ?? '' })),
      },
    },
  )
}
