import { findAccount } from '../../../access/account-store.ts'
import { listLogOf } from '../../../changes/change-log-store.ts'
import type { Db } from '../../../platform/db/connection.ts'
import type { TimelineEvent } from '../../kit/timeline.tsx'
import { actWord } from '../../words/act-words.ts'
import { documentWords } from '../../words/document-words.ts'
import type { Lang } from '../../words/words.ts'

/** The log of one thing as a timeline, newest first. */
export async function historyEvents(
  db: Db,
  authorityId: number,
  subjectKind: string,
  subjectId: number,
  lang: Lang,
): Promise<TimelineEvent[]> {
  const lines = await listLogOf(db, authorityId, subjectKind, subjectId)
  return runsOf(lines).map(({ line, times }) => ({
    key: String(line.seq),
    when: line.at,
    title: times === 1 ? actWord(lang, line.action) : documentWords[lang].actTimes(actWord(lang, line.action), times),
    ...(line.accountName ? { who: line.accountName } : {}),
    ...(line.reason ? { why: line.reason } : {}),
  }))
}

type LogLine = Awaited<ReturnType<typeof listLogOf>>[number]

/** Lines that say the same of the same minute told once: a paper sent to forty recipients is sent in one sitting. */
function runsOf(lines: readonly LogLine[]): { line: LogLine; times: number }[] {
  const runs: { line: LogLine; times: number }[] = []
  for (const line of lines) {
    const last = runs.at(-1)
    if (last && sameAct(last.line, line)) last.times += 1
    else runs.push({ line, times: 1 })
  }
  return runs
}

function sameAct(one: LogLine, other: LogLine): boolean {
  const said = (line: LogLine) => [line.action, line.accountName, line.reason, Math.floor(line.at.getTime() / 60_000)]
  return JSON.stringify(said(one)) === JSON.stringify(said(other))
}

/** Display names of accounts; ids that are null are left out. */
export async function accountNames(db: Db, ids: readonly (number | null)[]): Promise<ReadonlyMap<number, string>> {
  const names = new Map<number, string>()
  for (const id of new Set(ids.filter((one) => one !== null))) {
    const account = await findAccount(db, id)
    if (account) names.set(id, account.displayName)
  }
  return names
}
