import { readInvitationCode } from '../../dialogues/invitation-code.ts'
import { foldText } from '../../petitions/petition-search.ts'
import type { DeskInvitee, DeskPetition, DeskView } from './hall-view.ts'

/** More rows than this nobody reads while somebody waits to be heard: one word more finds it. */
const MOST_PETITIONS = 20

/** The same rows on the server without script and in the browser while the line is down. */
function withEveryWord<Row>(rows: readonly Row[], typed: string, textOf: (row: Row) => string): Row[] {
  const words = foldText(typed).split(/\s+/).filter(Boolean)
  return rows.filter((row) => {
    const text = foldText(textOf(row))
    return words.every((word) => text.includes(word))
  })
}

/** Whose name, post or invitation is looked for at the door; with and without marks; everybody when nothing is. */
function soughtInvitees(invitees: readonly DeskInvitee[], typed: string): DeskInvitee[] {
  const code = readInvitationCode(typed)
  const holder = invitees.filter((one) => one.code === code)
  return holder.length > 0 ? holder : withEveryWord(invitees, typed, (one) => `${one.name} ${one.title}`)
}

/**
 * Petitions sent in before, by their number (`12` finds `KN-2025-0012`), by who sent them or by words of theirs; with and
 * without marks. None while nothing is typed: all of them are no help to somebody who writes down what is being said.
 */
export function soughtPetitions(petitions: readonly DeskPetition[], typed: string): DeskPetition[] {
  const text = typed.trim()
  if (text === '') return []
  const numbered = /^\d+$/.test(text)
    ? petitions.filter((one) => Number(/\d+$/.exec(one.code)?.[0]) === Number(text))
    : []
  if (numbered.length > 0) return numbered
  const found = withEveryWord(petitions, text, (one) => `${one.code} ${one.petitioner} ${one.content}`)
  return found.slice(0, MOST_PETITIONS)
}

/** The rows of a desk that fit what was typed into its field, by their ids. */
export function soughtOnDesk(view: DeskView, typed: string): ReadonlySet<number> {
  const rows = view.desk === 'door' ? soughtInvitees(view.invitees, typed) : soughtPetitions(view.petitions, typed)
  return new Set(rows.map((one) => one.id))
}
