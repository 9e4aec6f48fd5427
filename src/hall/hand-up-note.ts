import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { NotFound } from '../platform/errors.ts'
import { handUpNoteForm, readNoteForm } from './hall-forms.ts'
import { growHall, lockOpenHall } from './hall-store.ts'
import { insertNote } from './note-store.ts'
import { stampRow } from './stamp-row-store.ts'

/** An agency hands a line up to the chair: a figure, a warning, “ours, I can answer”. */
export const handUpNote = defineChange({
  name: 'hall/hand-up-note',
  permission: 'hall:note',
  input: handUpNoteForm,
  async run(context, { id, petitionId, text }) {
    const { db, authorityId, actor, now } = context
    await lockOpenHall(db, authorityId, id)
    requireRule(actor.agencyId !== null, 'hall/note-without-agency')
    const noteId = await insertNote(db, {
      ...{ authorityId, dialogueId: id, petitionId, text, agencyId: actor.agencyId },
      ...{ accountId: actor.accountId, at: now },
    })
    await growHall(db, authorityId, id)
    context.record({ subjectKind: 'dialogue', subjectId: id, after: { noteId, petitionId, text }, personal: ['text'] })
    return { noteId }
  },
})

/** The chair has read it. */
export const readNote = defineChange({
  name: 'hall/read-note',
  permission: 'dialogue:conduct',
  input: readNoteForm,
  async run(context, { id, noteId }) {
    const { db, authorityId, now } = context
    await lockOpenHall(db, authorityId, id)
    const of = { authorityId, dialogueId: id, id: noteId }
    const read = await stampRow(db, { table: 'hallNote', column: 'readAt' }, of, now)
    if (!read) throw new NotFound('hall-note')
    await growHall(db, authorityId, id)
    context.record({ subjectKind: 'dialogue', subjectId: id, after: { noteId, read: true } })
    return { id }
  },
})
