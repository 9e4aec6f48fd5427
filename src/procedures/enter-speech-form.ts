import { z } from 'zod'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { listSpeeches } from '../dialogues/conference-store.ts'
import { requireOpen } from '../dialogues/dialogue.ts'
import { addRow } from '../dialogues/dialogue-row-store.ts'
import { lockDialogue } from '../dialogues/dialogue-store.ts'
import { keepConsent } from '../petitions/submission-receipt.ts'
import * as f from '../platform/form-fields.ts'
import type { FoundForm } from '../printed-forms/printed-form-store.ts'
import { holdForm, takeFormBack } from '../printed-forms/take-form-back.ts'

const enterSpeechForm = z.object({
  /** the dialogue the sheet was printed for */
  id: f.id(),
  formSerial: f.text(20),
  speakerName: f.personName(200),
  village: f.optionalText(200),
  content: f.optionalText(5000),
  minutes: f.optionalCount(1, 120),
  phone: f.optionalText(40),
  formAgreed: f.checkbox(),
})

/** A registration to speak that came back on paper: a place on the list as any other, and its sheet is entered once. */
export const enterSpeechRegistration = defineChange({
  name: 'dialogue/enter-speech-form',
  permission: 'dialogue:conduct',
  input: enterSpeechForm,
  async run(context, { id, formSerial, formAgreed, phone, ...speech }) {
    const { db, authorityId, today } = context
    const dialogue = await lockDialogue(db, authorityId, id)
    requireOpen(dialogue)
    requireRule(dialogue.form !== 'indirect', 'dialogue/no-speeches-when-indirect')
    const form = await holdForm(context, formSerial, { kind: 'speechRegistration', dialogueId: id })
    const position = (await listSpeeches(db, authorityId, id)).length + 1
    const registered = dialogue.heldOn !== null && dialogue.heldOn <= today ? 'onSite' : 'before'
    const values = { dialogueId: id, position, registered, ...speech, phone: phone || null }
    const speechId = await addRow(context, 'speechRegistration', values, {
      personal: ['speakerName', 'content', 'phone', 'village'],
    })
    const subject = { subjectKind: 'speechRegistration', subjectId: speechId } as const
    if (formAgreed) await keepPrintedConsent(context, form, subject, false)
    await takeFormBack(context, form, subject)
    return { speechId, position, speakerName: speech.speakerName }
  },
})

/** The box on the sheet was ticked: kept with the notice as it was printed there. */
export function keepPrintedConsent(
  context: ChangeContext,
  { batch }: FoundForm,
  subject: { subjectKind: 'submission' | 'speechRegistration'; subjectId: number },
  publishName: boolean,
): Promise<void> {
  const notice = { version: batch.noticeVersion, lang: batch.noticeLang, text: batch.noticeText }
  return keepConsent(context, subject, notice, publishName)
}
