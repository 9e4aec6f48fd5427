import type { ReportState } from '../../../reporting/report-record.ts'
import type { Tone } from '../../kit/badge.tsx'
import { reportRecordWords } from '../../words/report-record-words.ts'
import type { Lang } from '../../words/words.ts'

const TONES: Record<ReportState, Tone> = { draft: 'info', submitted: 'info', returned: 'warn', accepted: 'good' }

/** Where a report stands on its way up, as a sign. */
export function reportStateSign(state: ReportState, lang: Lang): { tone: Tone; label: string } {
  return { tone: TONES[state], label: reportRecordWords[lang].states[state] }
}
