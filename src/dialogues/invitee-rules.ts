import { InputRejected } from '../platform/errors.ts'

interface Invited {
  id?: number
  name: string
  title: string
  agencyId: number | null
}

const sameText = (a: string, b: string) => plain(a) === plain(b)
const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('vi')

/**
 * Nobody stands on the list twice: the same name of the same agency, or with the same title where no agency is given.
 * Two people of one name are told apart by what is written beside it.
 */
export function requireNotInvited(invitees: readonly Invited[], wanted: Invited): void {
  const twice = invitees.some(
    (one) =>
      one.id !== wanted.id &&
      sameText(one.name, wanted.name) &&
      one.agencyId === wanted.agencyId &&
      (one.agencyId !== null || sameText(one.title, wanted.title)),
  )
  if (twice) throw new InputRejected({ name: 'dialogue/invited-already' })
}

/** Whether an edit makes somebody else of an entry of the list. */
export function isSomebodyElse(before: Invited, after: Invited): boolean {
  return before.name !== after.name || before.title !== after.title || before.agencyId !== after.agencyId
}
