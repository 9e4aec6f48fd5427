import type { ChangeContext } from '../changes/define-change.ts'
import { meetDeadline } from '../deadlines/place-deadline.ts'
import { getRow } from '../dialogues/dialogue-row-store.ts'
import { recordItemResult } from '../dialogues/settle-conclusion-item.ts'
import { listSettlementsOfItem } from '../petitions/conclusion-petition-store.ts'

/**
 * An item of the conclusion is done when its content is settled (004 V.2(6): the agency is given “giải quyết các kiến
 * nghị”): as soon as every petition it concludes is, on the day of the last one. What was passed on, merged or withdrawn
 * is no longer owed here. What the agency itself reported about the item stays as it is.
 */
export async function settleItem(context: ChangeContext, itemId: number): Promise<void> {
  const petitions = await listSettlementsOfItem(context.db, context.authorityId, itemId)
  const settled = petitions.filter((one) => one.settledOn !== null)
  if (settled.length === 0 || settled.length < petitions.length) return
  const doneOn = settled
    .map((one) => one.settledOn!)
    .sort()
    .at(-1)!
  const item = await getRow(context, 'conclusionItem', itemId)
  if (item.doneOn === null) {
    const words = settled.map((one) => (settled.length === 1 ? one.settlement : `${one.code}: ${one.settlement}`))
    await recordItemResult(context, {
      rowId: itemId,
      doneOn,
      result: words.filter(Boolean).join('\n').slice(0, 10_000),
    })
  }
  const limit = { subjectKind: 'conclusionItem', subjectId: itemId, key: 'conclusionItem' }
  await meetDeadline(context, { ...limit, metOn: doneOn, note: 'Mọi kiến nghị của mục đã giải quyết xong.' })
}
