import { erasePersonalOf } from '../changes/change-log-store.ts'
import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import { erasePapersOf } from '../documents/erase-papers.ts'
import { eraseFollowersWith } from '../mail/follower-store.ts'
import { blankOutboxOf } from '../mail/outbox-store.ts'
import { blankAnswersOf } from './answer-store.ts'
import { blankAdditionsOf } from './followed-petition-store.ts'
import { blankHoldsOf } from './intake-hold-store.ts'
import { isOpenState } from './petition.ts'
import { blankContentsOf, getPetitioner, listPetitionsOfPerson, updatePetitioner } from './petitioner-store.ts'
import { erasePetitionerForm } from './submission-forms.ts'
import { blankSubmissionsOf } from './submission-store.ts'

const TOMBSTONE = '(đã xóa dữ liệu cá nhân)'

/**
 * Erases the personal data of a petitioner on request (Law 91/2025/QH15): name, contacts and words go from the tables,
 * papers and files, and from what the log keeps beside its chain; a tombstone stays and the chain still verifies. While a petition is
 * still worked on the person can only withdraw it first.
 */
export const erasePetitioner = defineChange({
  name: 'petitioner/erase',
  permission: 'petition:erase-person',
  input: erasePetitionerForm,
  async run(context, input) {
    const { db, authorityId } = context
    const petitioner = await getPetitioner(db, authorityId, input.id)
    requireRule(petitioner.erasedAt === null, 'petitioner/erased')
    const petitions = await listPetitionsOfPerson(db, authorityId, petitioner.id)
    const open = petitions.find((petition) => isOpenState(petition.state))
    requireRule(open === undefined, 'petitioner/has-open-petitions', { code: open?.code ?? '' })
    await updatePetitioner(db, petitioner, petitioner.version, {
      name: '',
      representative: '',
      phone: null,
      email: null,
      address: '',
      erasedAt: context.now,
    })
    const submissions = await blankSubmissionsOf(db, authorityId, petitioner.id, TOMBSTONE)
    const own = petitions.filter((petition) => petition.petitionerId === petitioner.id).map((petition) => petition.id)
    const { name, representative, phone, email, address } = petitioner
    const words = [name, representative, phone, email, address].filter((word) => word !== null)
    const namedIn = petitions.map((petition) => petition.id)
    const person = { petitionerId: petitioner.id, petitionIds: own, namedIn, words }
    const papers = await erasePapersOf(context, person, { tombstone: TOMBSTONE, reason: input.reason })
    const answersOf = { paperIds: papers.erased, petitionIds: own, alsoOtherKinds: input.alsoContents }
    await blankAnswersOf(db, authorityId, answersOf, TOMBSTONE)
    await blankHoldsOf(
      db,
      authorityId,
      submissions.map((submission) => submission.id),
    )
    if (input.alsoContents) await blankAdditionsOf(db, authorityId, own, TOMBSTONE)
    const contents = input.alsoContents ? await blankContentsOf(db, authorityId, petitioner.id, TOMBSTONE) : []
    await blankOutboxOf(db, authorityId, { kind: 'petitioner', id: petitioner.id }, 'erased', context.now)
    if (petitioner.email) await eraseFollowersWith(db, authorityId, petitioner.email, context.now)
    await erasePersonalOf(db, authorityId, 'petitioner', [petitioner.id])
    await erasePersonalOf(
      db,
      authorityId,
      'submission',
      submissions.map((submission) => submission.id),
    )
    await erasePersonalOf(db, authorityId, 'petition', own)
    await erasePersonalOf(db, authorityId, 'paper', papers.touched)
    context.record({
      subjectKind: 'petitioner',
      subjectId: petitioner.id,
      after: {
        ...{ erased: true, submissions: submissions.length, contents: contents.length },
        ...{ papers: papers.touched.length, files: papers.files },
      },
      reason: input.reason,
    })
  },
})
