import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import { getDialogue } from '../dialogues/dialogue-store.ts'
import { visibilityOf } from '../petitions/petition-scope.ts'
import { InputRejected, NotFound } from '../platform/errors.ts'
import * as f from '../platform/form-fields.ts'
import { growHall, lockOpenHall } from './hall-store.ts'
import { listOpenItems, putReportOfOpenItem } from './open-item-store.ts'

const reportOpenItemForm = z.object({
  id: f.id(),
  subjectKind: f.oneOf(['petition', 'conclusionItem']),
  subjectId: f.id(),
  reportedBy: f.personName(200),
  said: f.text(5000),
  nextOn: f.optionalDay(),
})

/**
 * Something an earlier dialogue left open was taken up in the hall: who reported on it, in which words, and until which day
 * it is promised now (004 V.4). Its own limits and its settlement are recorded where it is settled, not here.
 */
export const reportOpenItem = defineChange({
  name: 'hall/report-open-item',
  permission: 'dialogue:conduct',
  input: reportOpenItemForm,
  async run(context, { id, ...report }) {
    const { db, authorityId, actor, now } = context
    await lockOpenHall(db, authorityId, id)
    const { heldOn } = await getDialogue(db, authorityId, id)
    const visibility = visibilityOf(actor, authorityId)
    const open = visibility ? await listOpenItems(db, visibility, { authorityId, dialogueId: id, heldOn }) : []
    const { subjectKind, subjectId, nextOn } = report
    if (!open.some((one) => one.subjectKind === subjectKind && one.subjectId === subjectId))
      throw new NotFound('open-item')
    if (nextOn !== null && heldOn !== null && nextOn < heldOn) throw new InputRejected({ nextOn: 'promiseTooEarly' })
    await putReportOfOpenItem(db, { ...report, authorityId, dialogueId: id, at: now, accountId: actor.accountId })
    await growHall(db, authorityId, id)
    context.record({ subjectKind: 'dialogue', subjectId: id, after: report, personal: ['reportedBy', 'said'] })
    return { id }
  },
})
