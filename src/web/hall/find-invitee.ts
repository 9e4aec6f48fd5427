import { readInvitationCode } from '../../dialogues/invitation-code.ts'
import type { DeskInvitee } from './hall-view.ts'

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()

/** Whose name, post or invitation is looked for at the door; with and without marks; everybody when nothing is. */
export function soughtInvitees(invitees: readonly DeskInvitee[], text: string): DeskInvitee[] {
  const code = readInvitationCode(text)
  const holder = invitees.filter((one) => one.code === code)
  if (holder.length > 0) return holder
  const words = plain(text).split(/\s+/).filter(Boolean)
  return invitees.filter((one) => words.every((word) => plain(`${one.name} ${one.title}`).includes(word)))
}
