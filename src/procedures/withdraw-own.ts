import { defineChange } from '../changes/define-change.ts'
import { sendMessage } from '../messages/send-message.ts'
import { getFollowedPetition } from '../petitions/followed-petition.ts'
import { withdrawByPetitioner } from '../petitions/petition-closing.ts'
import { withdrawOwnForm } from '../petitions/raise-forms.ts'
import { refreshPetitionDeadlines } from './refresh-deadlines.ts'
import { settleItem } from './settle-item.ts'

/** The petitioner takes a petition back, by the secret of the receipt; it stays on record with the reason. */
export const withdrawOwn = defineChange({
  name: 'petition/withdraw-own',
  permission: 'petition:follow',
  input: withdrawOwnForm,
  async run(context, input) {
    const { id, version, code, leadAgencyId, conclusionItemId } = await getFollowedPetition(context, input)
    const reason = ['Người kiến nghị tự rút trên Cổng.', input.reason].filter(Boolean).join(' ')
    await withdrawByPetitioner(context, { id, version, reason })
    await refreshPetitionDeadlines(context, id, { cause: 'handover', reason: 'Người kiến nghị đã rút.' })
    if (conclusionItemId !== null) await settleItem(context, conclusionItemId)
    if (leadAgencyId === null) return
    await sendMessage(context, {
      ...{ to: { agencyId: leadAgencyId }, kind: 'petition-withdrawn', subjectKind: 'petition', subjectId: id },
      ...{ params: { code }, dedupeKey: `petition ${id} withdrawn` },
    })
  },
})
