import { formatDay } from '../platform/day.ts'
import type { LegalBasis } from './legal-basis-store.ts'
import type { Plan } from './plan.ts'
import type { PlannedRow, PlanTarget, PlanTaskRow } from './plan-part-store.ts'

export interface PlanParts {
  bases: readonly Pick<LegalBasis, 'number' | 'datedOn' | 'issuer' | 'title'>[]
  targets: readonly Pick<PlanTarget, 'label'>[]
  planned: readonly Pick<
    PlannedRow,
    'title' | 'topic' | 'expectedFrom' | 'expectedTo' | 'venue' | 'leadAgencyName' | 'droppedReason'
  >[]
  tasks: readonly Pick<PlanTaskRow, 'agencyName' | 'role' | 'content' | 'dueOn' | 'agencyId'>[]
}

/** A basis as it is cited in full at first mention: `Hướng dẫn … số 13-HD/BTGDVTU, ngày 06/8/2025 của …`. */
export function citeBasis(basis: PlanParts['bases'][number]): string {
  const day = basis.datedOn ? `, ngày ${formatDay(basis.datedOn)}` : ''
  return `${basis.title} (số ${basis.number}${day}, của ${basis.issuer})`
}

/**
 * The words of a plan as approved, in the order of 004 and 002: bases, purpose and requirements, targets, dialogues,
 * who does what, closing order. Kept with the paper, so that what was approved is what is issued.
 */
export function planPaperText(
  plan: Pick<Plan, 'title' | 'purpose' | 'requirements' | 'motto' | 'closing'>,
  parts: PlanParts,
): string {
  const planned = parts.planned.filter((one) => one.droppedReason === null)
  const sections = [
    parts.bases.map((basis) => `Thực hiện ${citeBasis(basis)};`).join('\n'),
    `I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n${plan.purpose}\n2. Yêu cầu\n${plan.requirements}`,
    plan.motto === '' ? '' : `Phương châm: “${plan.motto}”.`,
    `II. CHỈ TIÊU\n${[...new Set(parts.targets.map((target) => `- ${target.label}.`))].join('\n')}`,
    planned.length === 0 ? '' : `III. CÁC CUỘC ĐỐI THOẠI\n${planned.map(plannedLine).join('\n')}`,
    parts.tasks.length === 0 ? '' : `IV. TỔ CHỨC THỰC HIỆN\n${taskLines(parts.tasks)}`,
    plan.closing === '' ? '' : `${plan.closing.replace(/[./\s]+$/, '')}./.`,
  ]
  return sections.filter((section) => section.trim() !== '').join('\n\n')
}

function plannedLine(one: PlanParts['planned'][number], index: number): string {
  const when =
    one.expectedFrom === one.expectedTo
      ? `ngày ${formatDay(one.expectedFrom)}`
      : `từ ${formatDay(one.expectedFrom)} đến ${formatDay(one.expectedTo)}`
  const facts = [
    `thời gian: ${when}`,
    one.venue ? `địa điểm: ${one.venue}` : '',
    one.topic ? `nội dung: ${one.topic}` : '',
    one.leadAgencyName ? `chủ trì tham mưu: ${one.leadAgencyName}` : '',
  ]
  return `${index + 1}. ${one.title}: ${facts.filter(Boolean).join('; ')}.`
}

function taskLines(tasks: PlanParts['tasks']): string {
  const agencies = [...new Set(tasks.map((task) => task.agencyId))]
  return agencies
    .map((agencyId, index) => {
      const own = tasks.filter((task) => task.agencyId === agencyId)
      const lines = own.map((task) => {
        const role = task.role === 'lead' ? 'Chủ trì: ' : 'Phối hợp: '
        return `- ${role}${task.content.replace(/[.;\s]+$/, '')}${task.dueOn ? ` (chậm nhất ngày ${formatDay(task.dueOn)})` : ''}.`
      })
      return `${index + 1}. ${own[0]!.agencyName}\n${lines.join('\n')}`
    })
    .join('\n')
}
