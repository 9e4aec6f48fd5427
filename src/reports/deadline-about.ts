import { shortened } from '../platform/shortened.ts'
/** The facts by which a line says what a deadline is about; of a confidential petition the text is null. */
export interface AboutFacts {
  petitionCode: string | null
  petitionText?: string | null
  itemPosition?: number | null
  itemContent: string | null
  taskContent?: string | null
}

/**
 * What a deadline is about, in a few words: code and first words of the petition, number and first words of the item of
 * the conclusion, first words of the task; null where the name of the dialogue says it.
 */
export function aboutText(facts: AboutFacts, length = 90): string | null {
  const { petitionCode, petitionText, itemPosition, itemContent, taskContent } = facts
  if (petitionCode !== null) return petitionText ? `${petitionCode}: ${shortened(petitionText, length)}` : petitionCode
  if (itemContent !== null) return `${itemPosition ? `II.${itemPosition}. ` : ''}${shortened(itemContent, length)}`
  return taskContent ? shortened(taskContent, length) : null
}
