import { defineChange } from '../changes/define-change.ts'
import { meetDeadline } from '../deadlines/place-deadline.ts'
import { keepPromise, reportSettlement } from '../petitions/petition-commitment.ts'
import { promiseForm, settleForm } from '../petitions/petition-forms.ts'
import { scopeOf } from '../petitions/petition-record.ts'
import { getPetition } from '../petitions/petition-store.ts'
import { refreshPetitionDeadlines } from './refresh-deadlines.ts'
import { settleItem } from './settle-item.ts'
import { tellPetitioner } from './tell-petitioner.ts'

/** A date promised at the conference: a deadline of its own beside the legal one. */
export const recordPromise = defineChange({
  name: 'petition/promise',
  permission: 'petition:promise',
  input: promiseForm,
  scope: scopeOf('given'),
  async run(context, input) {
    await keepPromise(context, input)
    await refreshPetitionDeadlines(context, input.id, { cause: 'promise', reason: 'Người chủ trì hẹn tại hội nghị.' })
  },
})

/**
 * The agency reports the settlement (I4), which keeps the promise and, with the last petition of an item, meets the limit
 * given in the conclusion; the written reply is still owed.
 */
export const settlePetition = defineChange({
  name: 'petition/settle',
  permission: 'petition:settle',
  input: settleForm,
  scope: scopeOf('lead'),
  async run(context, input) {
    await reportSettlement(context, input)
    const subject = { subjectKind: 'petition', subjectId: input.id }
    await meetDeadline(context, { ...subject, key: 'promise', metOn: input.settledOn, note: 'Đã giải quyết xong.' })
    const { conclusionItemId } = await getPetition(context.db, context.authorityId, input.id)
    if (conclusionItemId !== null) await settleItem(context, conclusionItemId)
    await tellPetitioner(context, 'resolved', input.id, { on: input.settledOn })
  },
})
