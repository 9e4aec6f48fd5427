import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { listSpeeches } from '../dialogues/conference-store.ts'
import { addRow } from '../dialogues/dialogue-row-store.ts'
import { lockDialogue } from '../dialogues/dialogue-store.ts'
import { askForDialogueForm, registerToSpeakForm } from '../dialogues/portal-forms.ts'
import { hasRegistered, insertSigner } from '../dialogues/portal-register-store.ts'
import { keepConsent } from '../petitions/submission-receipt.ts'
import { contactHash } from '../platform/contact-text.ts'

const PERSONAL = ['speakerName', 'content', 'phone', 'email', 'village', 'requesterName']

/**
 * Registers to speak at a dialogue that is to come, with the content (C10); the place is that of the order in which
 * people register (G9), the same list that the office keeps. One contact, one place.
 */
export const registerToSpeak = defineChange({
  name: 'dialogue/register-to-speak',
  permission: 'speech:register',
  input: registerToSpeakForm,
  run: async (context, { id, notice, agree: _, ...input }) => {
    const { db, authorityId, today } = context
    const dialogue = await lockDialogue(db, authorityId, id)
    const isComing = dialogue.state === 'preparing' && (dialogue.heldOn === null || dialogue.heldOn >= today)
    requireRule(isComing && dialogue.kind !== 'withinRegularMeeting', 'dialogue/no-registration-now')
    requireRule(dialogue.form !== 'indirect', 'dialogue/no-speeches-when-indirect')
    const hash = contactHash(`dialogue ${authorityId} ${id}`, input.phone || input.email)
    requireRule(!(await hasRegistered(db, authorityId, id, hash)), 'dialogue/already-registered')
    const position = (await listSpeeches(db, authorityId, id)).length + 1
    const { phone, email, ...speech } = input
    const values = {
      ...{ dialogueId: id, position, registered: 'before', fromPortal: true, contactHash: hash },
      ...{ ...speech, phone: phone || null, email: email || null },
    }
    const speechId = await addRow(context, 'speechRegistration', values, { personal: PERSONAL })
    await keepConsent(context, { subjectKind: 'speechRegistration', subjectId: speechId }, notice, false)
    return { speechId }
  },
})

/**
 * Asks for a dialogue (B1): a line of the register of requests, and the first signature under it. Others sign by the
 * link; at 10 % of the voters the dialogue must be held (law 72/2025/QH15, art. 43).
 */
export const askForDialogue = defineChange({
  name: 'request/ask',
  permission: 'dialogue:request',
  input: askForDialogueForm,
  run: async (context, { notice, agree: _, village, ...input }) => {
    const { db, authorityId } = context
    const { phone, email, ...request } = input
    const values = {
      ...{ ...request, receivedOn: context.today, phone: phone || null, email: email || null },
      ...{ fromPortal: true, signerCount: 1 },
    }
    const requestId = await addRow(context, 'dialogueRequest', values, { personal: PERSONAL })
    const hash = contactHash(`request ${authorityId} ${requestId}`, phone || email)
    const signer = { name: request.requesterName, village, contactHash: hash, signedAt: context.now }
    await insertSigner(db, { authorityId, requestId, ...signer })
    await keepConsent(context, { subjectKind: 'dialogueRequest', subjectId: requestId }, notice, false)
    return { requestId }
  },
})
