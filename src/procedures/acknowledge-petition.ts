import { defineChange } from '../changes/define-change.ts'
import { attachUpload } from '../documents/attachment-store.ts'
import { acknowledgeForm } from '../petitions/answer-forms.ts'
import { petitionFor, requireNotBefore, requireNotFuture, savePetition, scopeOf } from '../petitions/petition-record.ts'
import { refreshPetitionDeadlines } from './refresh-deadlines.ts'

/**
 * The petitioner was told that the petition is taken up (Quy định 11-QĐi/TW): when, by which way, with the paper if there
 * is one. It meets the instrument's clock; it is no answer.
 */
export const acknowledgePetition = defineChange({
  name: 'petition/acknowledge',
  permission: 'petition:dispatch',
  input: acknowledgeForm,
  scope: scopeOf('lead'),
  async run(context, input) {
    const petition = await petitionFor(context, input.id, 'acknowledge')
    const { acknowledgedOn, acknowledgedChannel, acknowledgementNote } = input
    requireNotFuture(context, { acknowledgedOn })
    requireNotBefore(petition.receivedOn, { acknowledgedOn })
    const values = { acknowledgedOn, acknowledgedChannel, acknowledgementNote: acknowledgementNote || null }
    await savePetition(context, petition, input.version, values)
    for (const upload of input.uploads) {
      await attachUpload(context, { subjectKind: 'petition', subjectId: petition.id, upload, label: 'acknowledgement' })
    }
    const reason = 'Đã báo cho người kiến nghị việc tiếp nhận.'
    await refreshPetitionDeadlines(context, petition.id, { cause: 'receipt', reason })
  },
})
