/**
 * The whole text of a submission holds the words of every petition it was split into: it is open only to those who may
 * know of all of them, and the words of a confidential one show on confidential pages alone, which are opened first.
 * `known`: those of its petitions that the reader may know of; `all`: how many there are.
 */
export function wholeTextIsOpen(
  petition: { confidential: boolean },
  known: readonly { confidential: boolean }[],
  all: number,
): boolean {
  return known.length === all && (petition.confidential || known.every((sibling) => !sibling.confidential))
}
