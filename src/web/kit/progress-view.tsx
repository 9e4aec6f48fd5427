import { formatNumber } from '../words/format-values.ts'
import { kitWords } from '../words/kit-words.ts'
import { LinkButton } from './link-button.tsx'
import { usePage } from './page-context.ts'

interface ProgressViewProps {
  /** What is being done: `Đang đóng gói hồ sơ`. */
  title: string
  done: number
  /** Null while it is not known how much there is. */
  total: number | null
  /** What it is at just now. */
  step?: string
  /** This page again. */
  againHref: string
  leaveHref: string
  leaveLabel: string
}

/** A long action under way. Its page sets `refreshSeconds`; one may leave and come back. */
export function ProgressView(props: ProgressViewProps) {
  const { lang } = usePage()
  const words = kitWords[lang]
  const { total } = props
  return (
    <div class="progress-view">
      <p class="progress-title" id="progress-title">
        {props.title}
      </p>
      <progress
        class="progress"
        value={total === null ? undefined : props.done}
        max={total ?? 1}
        aria-labelledby="progress-title"
      />
      <p class="progress-said" role="status">
        {total === null ? null : words.progressOf(formatNumber(props.done, lang), formatNumber(total, lang))}
        {props.step ? ` · ${props.step}` : ''}
      </p>
      <p>{words.progressLeave}</p>
      <div class="form-buttons">
        <LinkButton href={props.againHref}>{words.progressAgain}</LinkButton>
        <LinkButton href={props.leaveHref} variant="quiet">
          {props.leaveLabel}
        </LinkButton>
      </div>
    </div>
  )
}
