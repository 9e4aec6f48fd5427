import { dialogueActNames } from './dialogue-act-names.ts'
import { documentActNames } from './document-act-names.ts'
import { hallActNames } from './hall-act-names.ts'
import { listActNames } from './list-act-names.ts'
import { mailActNames } from './mail-act-names.ts'
import { officeActNames } from './office-act-names.ts'
import { petitionActNames } from './petition-act-names.ts'
import { printedFormActNames } from './printed-form-words.ts'
import { publicationActNames } from './publication-words.ts'
import type { Lang } from './words.ts'

const otherAct = { vi: 'Cập nhật', en: 'Updated' } as const

/** Every act of the log by its name, for all timelines; `tests/words-complete.test.ts` holds that none is missing. */
export const actNames: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  vi: {
    ...petitionActNames.vi,
    ...dialogueActNames.vi,
    ...documentActNames.vi,
    ...officeActNames.vi,
    ...publicationActNames.vi,
    ...mailActNames.vi,
    ...listActNames.vi,
    ...hallActNames.vi,
    ...printedFormActNames.vi,
  },
  en: {
    ...petitionActNames.en,
    ...dialogueActNames.en,
    ...documentActNames.en,
    ...officeActNames.en,
    ...publicationActNames.en,
    ...mailActNames.en,
    ...listActNames.en,
    ...hallActNames.en,
    ...printedFormActNames.en,
  },
}

/** What was done, in words; an act of a later program version, unknown to this one, is an update, never its code. */
export function actWord(lang: Lang, action: string): string {
  return actNames[lang][action] ?? otherAct[lang]
}
