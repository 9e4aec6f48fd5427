import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import { listToAskSatisfaction } from '../petitions/people-to-tell-store.ts'
import { shiftDay } from '../platform/day.ts'
import { tellPetitioner } from './tell-petitioner.ts'

/** Days after the answer at which the petitioner is asked; the second time only who has not said it is solved. */
const ASKED_AFTER = [7, 45] as const
/** A round that was missed for so long is left out. */
const LATEST_DAYS = 21

/** Asks petitioners whether the matter is solved and the answer was clear: each once after a week, once after a while. */
export const askSatisfaction = defineChange({
  name: 'mail/ask-satisfaction',
  permission: 'mail:compose',
  input: z.object({}),
  async run(context) {
    const { db, authorityId, today } = context
    let asked = 0
    for (const days of ASKED_AFTER) {
      const answered = { from: shiftDay(today, -days - LATEST_DAYS), to: shiftDay(today, -days) }
      const ids = await listToAskSatisfaction(db, authorityId, answered)
      await tellPetitioner(context, 'askSatisfaction', ids, {}, `after ${days}`)
      asked += ids.length
    }
    context.record({ subjectKind: 'authority', subjectId: authorityId, after: { asked } })
    return { asked }
  },
})
