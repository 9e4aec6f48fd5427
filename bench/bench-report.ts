import type { BenchCase } from './bench-case.ts'
import type { Round } from './load.ts'

export interface CaseResult {
  program: Round[]
  bare: Round[]
}

export interface Measured {
  cases: { of: BenchCase; result: CaseResult }[]
  startMs: number[]
  programMb: number
  databaseMb: number
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

const median = (values: readonly number[]) => quantile(values, 0.5)

/** Each pair of rounds stood side by side in time: their ratio bears a busy machine better than the figures do. */
function ratios({ program, bare }: CaseResult): number[] {
  return program.map((round, at) => (100 * round.perSecond) / bare[at]!.perSecond)
}

function caseLine({ of, result }: Measured['cases'][number]): string {
  const speed = (rounds: readonly Round[]) => median(rounds.map((round) => round.perSecond)).toFixed(0)
  const p = (rounds: readonly Round[], part: number) =>
    quantile(
      rounds.flatMap((round) => round.latencies),
      part,
    )
  const processor = (rounds: readonly Round[]) =>
    `${median(rounds.map((round) => round.nodeMs)).toFixed(1)} + ${median(rounds.map((round) => round.databaseMs)).toFixed(1)}`
  const shares = ratios(result)
  const tail = p(result.program, 0.95) / p(result.bare, 0.95)
  const cells = [
    of.title,
    speed(result.program),
    speed(result.bare),
    `**${median(shares).toFixed(0)} %** (${Math.min(...shares).toFixed(0)}–${Math.max(...shares).toFixed(0)})`,
    `≥ ${of.aim} %`,
    `${p(result.program, 0.5).toFixed(1)} / ${p(result.bare, 0.5).toFixed(1)}`,
    `${p(result.program, 0.95).toFixed(1)} / ${p(result.bare, 0.95).toFixed(1)}`,
    `${tail.toFixed(1)} ×`,
    `${processor(result.program)} / ${processor(result.bare)}`,
  ]
  return `| ${cells.join(' | ')} |`
}

/** The result as Markdown, as it stands in docs/bench.md. */
export function reportText({ cases, startMs, programMb, databaseMb }: Measured): string {
  return [
    '| Case | program /s | bare /s | ratio (rounds) | aim | median ms, program / bare | p95 ms, program / bare | p95 ratio | processor ms, node + database, program / bare |',
    '|---|---|---|---|---|---|---|---|---|',
    ...cases.map(caseLine),
    '',
    `- Start to first page on this data: ${median(startMs).toFixed(0)} ms (${startMs.map((ms) => ms.toFixed(0)).join(', ')}); aim < 1000 ms.`,
    `- Node process under load: ${programMb.toFixed(0)} MB resident at most; aim ≤ 150 MB. PostgreSQL: ${databaseMb.toFixed(0)} MB (shared memory counted once).`,
  ].join('\n')
}
