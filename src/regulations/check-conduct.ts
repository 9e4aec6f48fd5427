import type { Regulation } from './regulation.ts'
import type { Finding } from './regulation-finding.ts'
import { DECISION_ACTS, keysOf } from './regulation-vocabulary.ts'

/** What a conference cannot be run without. An overlay adds duties to another regulation and may leave these out. */
export function checkConduct(regulation: Regulation): Finding[] {
  const found = [...checkAgendas(regulation), ...checkStatements(regulation)]
  return regulation.overlay ? found : [...found, ...checkComplete(regulation), ...checkChecklist(regulation)]
}

function checkAgendas(regulation: Regulation): Finding[] {
  return regulation.agendaTemplates.flatMap((template, index) =>
    template.steps.flatMap((step, at) =>
      step.order === at + 1
        ? []
        : [
            {
              path: ['agendaTemplates', index, 'steps', at, 'order'],
              problem: `các bước phải đánh số liên tục từ 1; ở đây phải là ${at + 1}, tệp ghi ${step.order}`,
            },
          ],
    ),
  )
}

function checkStatements(regulation: Regulation): Finding[] {
  const { deputyAuthorization, topicAppraisal, kinds } = regulation
  const found: Finding[] = []
  if (deputyAuthorization.allowed && deputyAuthorization.reasons.length === 0)
    found.push({ path: ['deputyAuthorization', 'reasons'], problem: 'được ủy quyền thì phải nêu lý do được chấp nhận' })
  if (deputyAuthorization.allowed && deputyAuthorization.clause === null)
    found.push({ path: ['deputyAuthorization', 'clause'], problem: 'được ủy quyền thì phải dẫn điều khoản' })
  if (topicAppraisal.requiredForChairModels.length > 0 && topicAppraisal.lead === null)
    found.push({ path: ['topicAppraisal', 'lead'], problem: 'phải thẩm định thì phải có cơ quan chủ trì thẩm định' })
  kinds.forEach((kind, at) => {
    if (kind.key === 'adHoc' && kind.triggers.length === 0)
      found.push({ path: ['kinds', at, 'triggers'], problem: 'đối thoại đột xuất phải có ít nhất một trường hợp' })
    if (kind.key === 'withinRegularMeeting' && kind.sessionKinds.length === 0)
      found.push({ path: ['kinds', at, 'sessionKinds'], problem: 'phải nêu các cuộc họp được gắn với đối thoại' })
  })
  return found
}

function checkComplete(regulation: Regulation): Finding[] {
  const found: Finding[] = []
  for (const part of [
    'targets',
    'kinds',
    'forms',
    'chairModels',
    'agendaTemplates',
    'recipients',
    'reminders',
  ] as const)
    if (regulation[part].length === 0) found.push({ path: [part], problem: 'phải có ít nhất một phần tử' })
  if (regulation.petitionFields === null)
    found.push({ path: ['petitionFields'], problem: 'chỉ văn bản phủ lên (overlay: true) mới được để trống' })
  const decided = new Set(regulation.decisionRights.map((right) => right.act))
  for (const act of keysOf(DECISION_ACTS))
    if (!decided.has(act))
      found.push({
        path: ['decisionRights'],
        problem: `chưa nêu ai quyết định việc “${DECISION_ACTS[act].vi}” (${act})`,
      })
  return found
}

function checkChecklist(regulation: Regulation): Finding[] {
  const stages = new Set(regulation.dossier.checklist.map((entry) => entry.stage))
  const missing = (['before', 'during', 'after'] as const).filter((stage) => !stages.has(stage))
  return missing.map((stage) => ({
    path: ['dossier', 'checklist'],
    problem: `chưa có tài liệu nào của giai đoạn ${{ before: 'trước', during: 'trong', after: 'sau' }[stage]} hội nghị (${stage})`,
  }))
}
