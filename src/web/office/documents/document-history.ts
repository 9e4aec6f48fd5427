import { findAccount } from '../../../access/account-store.ts'
import { listLogOf } from '../../../changes/change-log-store.ts'
import type { Db } from '../../../platform/db/connection.ts'
import type { TimelineEvent } from '../../kit/timeline.tsx'
import { actWord } from '../../words/act-words.ts'
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
  return lines.map((line) => ({
    key: String(line.seq),
    when: line.at,
    title: actWord(lang, line.action),
    ...(line.accountName ? { who: line.accountName } : {}),
    ...(line.reason ? { why: line.reason } : {}),
  }))
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
