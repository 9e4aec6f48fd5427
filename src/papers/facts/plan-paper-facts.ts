import { listPlanBases } from '../../plans/legal-basis-store.ts'
import { periodDays } from '../../plans/plan.ts'
import { listDisseminations, listPlanned, listPlanTasks, listTargets } from '../../plans/plan-part-store.ts'
import { getPlan } from '../../plans/plan-store.ts'
import type { Day } from '../../platform/day.ts'
import type { Db } from '../../platform/db/connection.ts'
import type { Regulation } from '../../regulations/regulation.ts'
import { getRegulationVersion } from '../../regulations/regulation-store.ts'
import { DIALOGUE_FORMS, DIALOGUE_KINDS } from '../../regulations/regulation-vocabulary.ts'
import type { FactVocabulary, PaperFacts } from '../paper-facts.ts'
import { citeBasis, commonVocabulary, readSetting } from './common-facts.ts'
import { fact, joinFacts, joinVocabularies, type ListsOf, type ValuesOf } from './fact-names.ts'
import { dayText, joined, openEnded, textLines } from './fact-text.ts'

const values = {
  planTitle: fact('Tên kế hoạch', 'Title of the plan'),
  planSubject: fact(
    'Trích yếu của kế hoạch: tên kế hoạch, không có chữ “Kế hoạch”',
    'Its title without the word “plan”',
  ),
  planAbout: fact('Như trích yếu, viết giữa câu', 'The same, within a sentence'),
  planIssuer: fact('Cơ quan ban hành kế hoạch', 'Issuer of the plan'),
  deputyRule: fact('Quy chế cho phép cấp phó chủ trì theo ủy quyền', 'A deputy may be authorised'),
  planMotto: fact('Phương châm trong kế hoạch', 'Motto of the plan'),
  planClosing: fact('Câu kết của kế hoạch', 'Closing order of the plan'),
  openingCites: fact('Các căn cứ, dẫn liền nhau để mở đầu', 'Bases cited in a row, for the opening'),
}

const line = (vi: string, en: string) => ({ label: { vi, en }, fields: { text: { vi: 'Nội dung', en: 'Text' } } })

const lists = {
  purposes: line('Mục đích', 'Purposes'),
  requirements: line('Yêu cầu', 'Requirements'),
  planBases: {
    label: { vi: 'Căn cứ của kế hoạch', en: 'Bases of the plan' },
    fields: { cite: { vi: 'Dẫn đủ', en: 'Cited in full' } },
  },
  targets: {
    label: { vi: 'Chỉ tiêu', en: 'Targets' },
    fields: { label: { vi: 'Nội dung chỉ tiêu', en: 'Target' } },
  },
  kindContents: {
    label: { vi: 'Nội dung của từng loại đối thoại theo quy chế', en: 'Contents of each kind by the regulation' },
    fields: { kind: { vi: 'Loại', en: 'Kind' }, contents: { vi: 'Các nội dung, mỗi dòng một ý', en: 'Contents' } },
  },
  formPlaces: {
    label: { vi: 'Hình thức đối thoại theo quy chế', en: 'Forms by the regulation' },
    fields: {
      form: { vi: 'Hình thức', en: 'Form' },
      places: { vi: 'Nơi, cách tổ chức', en: 'Where, how' },
      formAndPlaces: { vi: 'Hình thức với nơi, cách tổ chức', en: 'Form with where and how' },
    },
  },
  chairOffices: {
    label: { vi: 'Người chủ trì và cơ quan chủ trì tham mưu', en: 'Who chairs and which office leads' },
    fields: {
      chair: { vi: 'Người chủ trì', en: 'Chair' },
      office: { vi: 'Cơ quan chủ trì tham mưu', en: 'Lead office' },
      supporting: { vi: 'Cơ quan phối hợp', en: 'Supporting offices' },
      archive: { vi: 'Nơi lưu hồ sơ', en: 'Archive owner' },
    },
  },
  planned: {
    label: { vi: 'Các cuộc đối thoại trong kế hoạch', en: 'Planned dialogues' },
    fields: {
      title: { vi: 'Tên', en: 'Title' },
      kind: { vi: 'Loại', en: 'Kind' },
      form: { vi: 'Hình thức', en: 'Form' },
      chair: { vi: 'Người chủ trì', en: 'Chair' },
      topic: { vi: 'Nội dung', en: 'Topic' },
      time: { vi: 'Thời gian', en: 'Time' },
      venue: { vi: 'Địa điểm', en: 'Venue' },
      leadOffice: { vi: 'Cơ quan chủ trì tham mưu', en: 'Lead office' },
    },
  },
  taskAgencies: {
    label: { vi: 'Phân công cho từng cơ quan', en: 'Tasks by agency' },
    fields: {
      agency: { vi: 'Cơ quan', en: 'Agency' },
      tasks: { vi: 'Các nhiệm vụ, mỗi dòng một việc', en: 'Tasks, one a line' },
    },
  },
  planTasks: {
    label: { vi: 'Từng nhiệm vụ', en: 'Tasks' },
    fields: {
      agency: { vi: 'Cơ quan', en: 'Agency' },
      role: { vi: 'Chủ trì hay phối hợp', en: 'Lead or supporting' },
      content: { vi: 'Nội dung', en: 'Task' },
      dueOn: { vi: 'Thời hạn', en: 'Due' },
      result: { vi: 'Kết quả', en: 'Result' },
    },
  },
  planReports: {
    label: { vi: 'Báo cáo phải gửi theo quy chế', en: 'Reports owed' },
    fields: {
      label: { vi: 'Báo cáo', en: 'Report' },
      dates: { vi: 'Thời hạn gửi', en: 'Dates' },
    },
  },
  disseminations: {
    label: { vi: 'Việc phổ biến kế hoạch', en: 'How the plan was made known' },
    fields: { doneOn: { vi: 'Ngày', en: 'Day' }, note: { vi: 'Nội dung', en: 'Note' } },
  },
}

export const planVocabulary: FactVocabulary = joinVocabularies(commonVocabulary, { values, lists })

/** Everything a yearly plan holds (A1–A11), with what its regulation says of kinds, forms and offices. */
export async function readPlanFacts(
  db: Db,
  wanted: { authorityId: number; subjectId: number; today: Day },
): Promise<PaperFacts> {
  const { authorityId, subjectId, today } = wanted
  const plan = await getPlan(db, authorityId, subjectId)
  const { regulation } = await getRegulationVersion(db, plan.regulationVersionId)
  const at = [db, authorityId, subjectId] as const
  const [setting, bases, targets, planned, tasks, disseminations] = await Promise.all([
    readSetting(db, { authorityId, regulation, today, year: plan.year, on: periodDays(plan.year, 'year').to }),
    listPlanBases(...at),
    listTargets(...at),
    listPlanned(...at),
    listPlanTasks(...at),
    listDisseminations(...at),
  ])
  const cites = bases.map((basis) => citeBasis({ ...basis, date: basis.datedOn }))
  const about = plan.title.trim().replace(/^kế hoạch\s+/iu, '')
  const motto = plan.motto || (regulation.motto ?? '')
  const saysAlready = [plan.purpose, plan.requirements].some((text) => text.includes(motto))
  return joinFacts(setting.common, {
    values: {
      issuer: setting.agencyName(plan.issuerAgencyId),
      planTitle: plan.title,
      planIssuer: setting.agencyName(plan.issuerAgencyId),
      planSubject: about.charAt(0).toLocaleUpperCase('vi') + about.slice(1),
      planAbout: about.charAt(0).toLocaleLowerCase('vi') + about.slice(1),
      deputyRule: regulation.deputyAuthorization.allowed ? 'được ủy quyền cho cấp phó' : '',
      planMotto: saysAlready ? '' : motto,
      planClosing: openEnded(plan.closing),
      openingCites: cites.join('; '),
    } satisfies ValuesOf<typeof values> & { issuer: string },
    lists: {
      purposes: textLines(plan.purpose).map((text) => ({ text: openEnded(text) })),
      requirements: textLines(plan.requirements).map((text) => ({ text: openEnded(text) })),
      planBases: cites.map((cite) => ({ cite })),
      targets: [...new Set(targets.map((one) => openEnded(one.label)))].map((label) => ({ label })),
      planned: planned.filter((one) => one.droppedReason === null).map((one) => plannedRow(one, regulation)),
      taskAgencies: [...new Set(tasks.map((task) => task.agencyName))].map((agency) => ({
        agency,
        tasks: tasks
          .filter((task) => task.agencyName === agency)
          .map((task) => `- ${taskText(task)}.`)
          .join('\n'),
      })),
      planTasks: tasks.map((task) => ({
        agency: task.agencyName,
        role: task.role === 'lead' ? 'Chủ trì' : 'Phối hợp',
        content: openEnded(task.content),
        dueOn: dayText(task.dueOn),
        result: task.result ?? '',
      })),
      disseminations: disseminations.map((one) => ({
        doneOn: dayText(one.doneOn),
        note: joined([one.agencyName, one.note], ': '),
      })),
      ...regulationLists(regulation, setting.roleName),
    } satisfies ListsOf<typeof lists>,
  })
}

type Planned = Awaited<ReturnType<typeof listPlanned>>[number]

function plannedRow(one: Planned, regulation: Regulation) {
  const model = regulation.chairModels.find((known) => known.key === one.chairModel)
  const time =
    one.expectedFrom === one.expectedTo
      ? `ngày ${dayText(one.expectedFrom)}`
      : `từ ngày ${dayText(one.expectedFrom)} đến ngày ${dayText(one.expectedTo)}`
  return {
    title: one.title,
    kind: DIALOGUE_KINDS[one.kind as keyof typeof DIALOGUE_KINDS]?.vi ?? '',
    form: DIALOGUE_FORMS[one.form as keyof typeof DIALOGUE_FORMS]?.vi ?? '',
    chair: model?.label ?? '',
    topic: openEnded(one.topic),
    time,
    venue: openEnded(one.venue),
    leadOffice: one.leadAgencyName ?? '',
  }
}

function taskText(task: { role: string; content: string; dueOn: Day | null }): string {
  const role = task.role === 'lead' || /^phối hợp/i.test(task.content) ? '' : 'Phối hợp: '
  return `${role}${openEnded(task.content)}${task.dueOn ? ` (chậm nhất ngày ${dayText(task.dueOn)})` : ''}`
}

/** What the regulation lays down for every year. */
function regulationLists(regulation: Regulation, roleName: (role: string) => string) {
  return {
    kindContents: regulation.kinds.map((kind) => ({
      kind: kind.label,
      contents: [...kind.contents.map((one) => one.label), ...kind.triggers.map((one) => one.text)]
        .map((text) => `- ${openEnded(text)}.`)
        .join('\n'),
    })),
    formPlaces: regulation.forms.map((form) => ({
      form: form.label,
      places: joined(form.places),
      formAndPlaces: joined([form.label, joined(form.places)], ': '),
    })),
    chairOffices: regulation.chairModels.map((model) => ({
      chair: model.label,
      office: roleName(model.leadOffice),
      supporting: joined(model.supportingOffices.map(roleName)),
      archive: roleName(model.archiveOwner),
    })),
    planReports: regulation.reports.map((report) => ({
      label: report.label,
      dates: joined(
        report.dates.map(
          ({ day, month, wording }) => `${wording === 'before' ? 'trước ngày' : 'chậm nhất ngày'} ${day}/${month}`,
        ),
      ),
    })),
  }
}
