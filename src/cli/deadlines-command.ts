import { Command } from 'commander'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { computeAllDeadlines, eventDay, listWaitingRules, rulesInForce } from '../deadlines/dialogue-deadlines.ts'
import type { Anchors, CitedRule } from '../deadlines/due-date.ts'
import { readTypedDay } from '../platform/day.ts'
import type { Regulation } from '../regulations/regulation.ts'
import {
  ANCHOR_EVENTS,
  type AnchorEvent,
  AUTHORITY_KINDS,
  type AuthorityKind,
  DIALOGUE_KINDS,
  type DialogueKind,
  keysOf,
} from '../regulations/regulation-vocabulary.ts'
import { deadlinesAsJson, deadlinesAsText } from './deadlines-text.ts'
import { pickRegulation } from './pick-regulation.ts'
import { collect, type OutputStreams, prepareCommand, WRONG_USE } from './prepare-command.ts'

export interface DeadlinesCommandDeps {
  listRegulations: () => Promise<Regulation[]>
  /** The imported and edited ones; asked for only when the first do not have it. */
  listStored?: () => Promise<Regulation[]>
  loadCalendar: () => Promise<WorkingCalendar>
  streams?: OutputStreams
}

interface Options {
  regulation: string
  at: string[]
  kind?: string
  authority?: string
  complex?: boolean
  extended: string[]
  json?: boolean
}

/** Something typed wrongly: which option, and what would be right. */
class WrongUse extends Error {}

function readAnchors(typed: readonly string[]): Anchors {
  if (typed.length === 0) throw new WrongUse('--at: thiếu mốc tính, ví dụ --at conferenceHeld=2025-10-29')
  const anchors: Anchors = {}
  for (const one of typed) {
    const [event = '', ...rest] = one.split('=')
    const date = rest.join('=')
    if (!Object.hasOwn(ANCHOR_EVENTS, event))
      throw new WrongUse(`--at ${one}: không có mốc “${event}”; các mốc: ${keysOf(ANCHOR_EVENTS).join(', ')}`)
    const day = readTypedDay(date)
    if (!day) throw new WrongUse(`--at ${one}: “${date}” không phải ngày có thật (2025-10-29 hoặc 29/10/2025)`)
    if (anchors[event as AnchorEvent]) throw new WrongUse(`--at ${one}: mốc “${event}” đã ghi ở trên`)
    anchors[event as AnchorEvent] = day
  }
  return anchors
}

function readKey<T extends string>(
  option: string,
  typed: string | undefined,
  known: Record<T, unknown>,
): T | undefined {
  if (typed === undefined || Object.hasOwn(known, typed)) return typed as T | undefined
  throw new WrongUse(`--${option} ${typed}: không có; chọn một trong: ${Object.keys(known).join(', ')}`)
}

function checkExtended(keys: readonly string[], rules: readonly CitedRule[]): void {
  for (const key of keys) {
    const rule = rules.find((one) => one.key === key)
    const known = rules.map((one) => one.key).join(', ') || 'không có'
    const extendable = rules.filter((one) => one.extension).map((one) => one.key)
    if (!rule) throw new WrongUse(`--extended ${key}: không có thời hạn này; các thời hạn: ${known}`)
    if (!rule.extension)
      throw new WrongUse(
        `--extended ${key}: quy định không cho gia hạn; thời hạn được gia hạn: ${extendable.join(', ') || 'không có'}`,
      )
  }
}

async function answer(deps: DeadlinesCommandDeps, options: Options, regulation: Regulation, all: Regulation[]) {
  const anchors = readAnchors(options.at)
  const authority = readKey<AuthorityKind>('authority', options.authority, AUTHORITY_KINDS)
  const choices = {
    kind: readKey<DialogueKind>('kind', options.kind, DIALOGUE_KINDS),
    authorityKinds: authority ? [authority] : undefined,
    complex: options.complex,
    extended: options.extended,
  }
  checkExtended(options.extended, rulesInForce(regulation, all, eventDay(anchors)!, choices))
  // a report of the year that was due before anything of the dialogue happened is none of its deadlines
  const first = Object.values(anchors).sort()[0]!
  const deadlines = computeAllDeadlines(regulation, all, anchors, await deps.loadCalendar(), choices).filter(
    (due) => due.anchor.event !== 'reportDate' || due.due >= first,
  )
  const waiting = listWaitingRules(regulation, all, anchors, choices)
  return options.json
    ? deadlinesAsJson(regulation, deadlines, waiting)
    : deadlinesAsText(regulation, deadlines, waiting)
}

/** `deadlines --regulation … --at …`: every deadline with how it was counted; throws `CommanderError` with the status. */
export function deadlinesCommand(deps: DeadlinesCommandDeps): Command {
  const streams = deps.streams ?? { output: process.stdout, errors: process.stderr }
  const command = prepareCommand(new Command('deadlines'), streams)
  return command
    .description(
      'Mọi thời hạn của một cuộc đối thoại, cả của luật. / Every deadline of a dialogue, the law’s included.',
    )
    .requiredOption('--regulation <id>', 'ID[@VERSION] hoặc FILE')
    .option('--at <event=date>', 'EVENT=DATE: mốc đã biết, ghi được nhiều lần', collect, [])
    .option('--kind <kind>', `loại đối thoại: ${keysOf(DIALOGUE_KINDS).join(', ')}`)
    .option('--authority <kind>', `loại đơn vị: ${keysOf(AUTHORITY_KINDS).join(', ')}`)
    .option('--complex', 'vụ việc phức tạp')
    .option('--extended <key>', 'KEY: thời hạn đã gia hạn, ghi được nhiều lần', collect, [])
    .option('--json', 'trả lời bằng JSON')
    .action(async (options: Options) => {
      const all = await deps.listRegulations()
      let picked = await pickRegulation(options.regulation, all)
      if ('notFound' in picked && deps.listStored) {
        all.push(...(await deps.listStored()))
        picked = await pickRegulation(options.regulation, all)
      }
      if (!('regulation' in picked))
        return command.error(`--regulation: ${picked.problem}`, {
          exitCode: picked.exitCode,
          code: 'deadlines/regulation',
        })
      try {
        streams.output.write(await answer(deps, options, picked.regulation, all))
      } catch (error) {
        if (!(error instanceof WrongUse)) throw error
        command.error(error.message, { exitCode: WRONG_USE, code: 'deadlines/wrong-use' })
      }
    })
}
