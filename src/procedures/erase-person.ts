import { z } from 'zod'
import { erasePersonalNaming } from '../changes/change-log-store.ts'
import { type ChangeContext, defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { getDialogue } from '../dialogues/dialogue-store.ts'
import { eraseNameOfRequest } from '../dialogues/erase-request-name.ts'
import { blankNameInDialogues } from '../dialogues/named-in-dialogue-store.ts'
import { listPlacesOfContact } from '../dialogues/named-in-request-store.ts'
import { blankNameInHalls } from '../hall/erase-name-store.ts'
import { growHallIfOpen } from '../hall/hall-store.ts'
import { erasePetitioner } from '../petitions/erase-petitioner.ts'
import { getPetitioner, listDialoguesOfPerson } from '../petitions/petitioner-store.ts'
import { erasePetitionerForm } from '../petitions/submission-forms.ts'
import * as f from '../platform/form-fields.ts'

const TOMBSTONE = '(đã xóa dữ liệu cá nhân)'

/** A name taken out of conferences: door, questions, speakers, invitees, who was not heard, minutes, what the log keeps apart. */
async function eraseFromConferences(
  context: ChangeContext,
  of: { dialogueIds: readonly number[]; name: string; words: boolean },
): Promise<number> {
  const { db, authorityId } = context
  if (of.name === '' || of.dialogueIds.length === 0) return 0
  const erased = { ...of, authorityId, tombstone: TOMBSTONE }
  const rows = (await blankNameInHalls(db, erased)) + (await blankNameInDialogues(db, erased))
  await erasePersonalNaming(db, authorityId, { subjectKind: 'dialogue', subjectIds: of.dialogueIds, word: of.name })
  for (const dialogueId of of.dialogueIds) await growHallIfOpen(db, authorityId, dialogueId)
  return rows
}

/**
 * As `erasePetitioner`, and the same name in the conferences the person's petitions belong to; what the same contact
 * registered to speak or asked for elsewhere too.
 */
export const erasePerson = defineChange({
  name: 'petitioner/erase-everywhere',
  permission: 'petition:erase-person',
  input: erasePetitionerForm,
  async run(context, input) {
    const { db, authorityId } = context
    const person = await getPetitioner(db, authorityId, input.id)
    const dialogueIds = await listDialoguesOfPerson(db, authorityId, input.id)
    const places = await listPlacesOfContact(db, authorityId, person)
    await erasePetitioner.run(context, input)
    const words = input.alsoContents
    let rows = await eraseFromConferences(context, { dialogueIds, name: person.name, words })
    // what the same telephone or mail address registered or asked for through the Portal, whatever name was given there
    for (const { dialogueId, name } of places.speeches)
      rows += await eraseFromConferences(context, { dialogueIds: [dialogueId], name, words })
    for (const { id, name } of places.requests)
      rows += await eraseNameOfRequest(context, { id, name, words, reason: input.reason })
    if (rows === 0) return
    context.record({ subjectKind: 'petitioner', subjectId: input.id, after: { erasedInConferences: rows } })
  },
})

const eraseNameForm = z.object({
  id: f.id(),
  name: f.personName(200),
  alsoContents: f.checkbox(),
  reason: f.text(1000),
})

/**
 * Somebody who came, asked, spoke or was not heard without being a petitioner asks that the own data be erased (Law
 * 91/2025/QH15). By the name as it was written, in one conference.
 */
export const eraseNameOfConference = defineChange({
  name: 'hall/erase-name',
  permission: 'petition:erase-person',
  input: eraseNameForm,
  async run(context, { id, name, alsoContents, reason }) {
    await getDialogue(context.db, context.authorityId, id)
    const rows = await eraseFromConferences(context, { dialogueIds: [id], name, words: alsoContents })
    requireRule(rows > 0, 'hall/name-not-found')
    context.record({ subjectKind: 'dialogue', subjectId: id, after: { erasedRows: rows }, reason })
    return { rows }
  },
})
