import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { insertSeconding } from '../petitions/followed-petition-store.ts'
import { recordPetition } from '../petitions/petition-record.ts'
import { secondForm } from '../petitions/raise-forms.ts'
import { contactHash } from '../platform/contact-text.ts'
import { NotFound } from '../platform/errors.ts'
import { findSecondable } from '../public-record/similar-entry-store.ts'

/** “Tôi cũng kiến nghị như vậy”: one more asks for what is published, each contact once; only its hash is kept. */
export const secondPetition = defineChange({
  name: 'petition/second',
  permission: 'petition:support',
  input: secondForm,
  async run(context, { entryId, contact }) {
    const { db, authorityId, now } = context
    const entry = await findSecondable(db, authorityId, entryId)
    if (!entry) throw new NotFound('petition')
    const hash = contactHash(`petition ${authorityId} ${entry.subjectId}`, contact)
    const seconding = { authorityId, petitionId: entry.subjectId, contactHash: hash, at: now }
    requireRule(await insertSeconding(db, seconding), 'petition/already-seconded')
    recordPetition(context, entry.subjectId, { seconded: true })
  },
})
