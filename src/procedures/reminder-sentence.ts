import { formatDay, isDay } from '../platform/day.ts'

/** A message of the program in a mail: what is due, or which code; never the words of a petition. */
export function reminderSentence(kind: string, params: unknown): string {
  const { label, dueOn, code } = (params ?? {}) as { label?: unknown; dueOn?: unknown; code?: unknown }
  const by = isDay(dueOn) ? ` (hạn ${formatDay(dueOn)})` : ''
  if (kind === 'deadline-near') return `Sắp đến hạn: ${String(label ?? '')}${by}`
  if (kind === 'deadline-late') return `Đã quá hạn: ${String(label ?? '')}${by}`
  if (kind === 'petition-assigned') return `Được giao chuẩn bị trả lời kiến nghị ${String(code ?? '')}`
  if (kind === 'petition-support-asked') return `Được mời phối hợp trả lời kiến nghị ${String(code ?? '')}`
  if (kind === 'petition-not-solved') return `Người kiến nghị ${String(code ?? '')} cho biết việc chưa được giải quyết`
  if (kind === 'account-asked') return `Được yêu cầu giải trình${by}`
  if (kind === 'urged') return 'Được đôn đốc'
  return 'Có thông báo mới trong chương trình'
}
