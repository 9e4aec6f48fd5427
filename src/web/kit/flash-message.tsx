import { Icon } from './icon.tsx'

/** What has just happened, said once after a change. */
export interface Flash {
  tone: 'good' | 'warn' | 'bad' | 'info'
  text: string
}

const SIGNS = { good: 'check', warn: 'alert', bad: 'alert', info: 'info' } as const

export function FlashMessage({ tone, text }: Flash) {
  return (
    <div class={`flash tone-${tone}`} role="status" data-flash={tone}>
      <Icon name={SIGNS[tone]} />
      <span>{text}</span>
    </div>
  )
}
