import type { ComponentChildren } from 'preact'

export interface Fact {
  label: string
  /** Left out when null or undefined. */
  value: ComponentChildren
}

/** Facts as label and value; `stacked` for a narrow column. */
export function DefinitionList({ facts, stacked }: { facts: readonly Fact[]; stacked?: boolean }) {
  const said = facts.filter(({ value }) => value !== null && value !== undefined && value !== '')
  return (
    <dl class={stacked ? 'facts facts-stacked' : 'facts'}>
      {said.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
