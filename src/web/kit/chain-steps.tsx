import { kitWords } from '../words/kit-words.ts'
import { Icon } from './icon.tsx'
import { usePage } from './page-context.ts'

export interface ChainStep {
  key: string
  label: string
  state: 'done' | 'current' | 'late' | 'begun' | 'next'
  /** `12/10/2025`, `còn thiếu 2 việc`. */
  note?: string
  href?: string
}

const SIGNS = { done: 'check', current: 'arrow', late: 'alert', begun: 'arrow', next: 'circle' } as const

/** Where a dialogue stands: Kế hoạch → … → Hồ sơ. */
export function ChainSteps({ steps, label }: { steps: readonly ChainStep[]; label?: string }) {
  const words = kitWords[usePage().lang]
  const here = steps.find((step) => step.state === 'current') ?? steps.find((step) => step.state === 'late')
  return (
    <ol class="chain" aria-label={label ?? words.chain}>
      {steps.map((step) => (
        <li key={step.key} class={`chain-step chain-${step.state}`} aria-current={step === here ? 'step' : undefined}>
          <span class="chain-sign">
            <Icon name={SIGNS[step.state]} />
          </span>
          <span class="chain-words">
            {step.href ? (
              <a class="chain-label" href={step.href}>
                {step.label}
              </a>
            ) : (
              <span class="chain-label">{step.label}</span>
            )}
            <span class="chain-state">
              {words.chainState[step.state]}
              {step.note ? `, ${step.note}` : ''}
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}
