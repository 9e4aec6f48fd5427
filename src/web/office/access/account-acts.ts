import { disableAccount } from '../../../access/disable-account.ts'
import { enableAccount } from '../../../access/enable-account.ts'
import { resetSecondFactor } from '../../../access/reset-second-factor.ts'
import { accountWords } from '../../words/account-words.ts'
import type { Lang } from '../../words/words.ts'

/** What an administrator may do with an account by giving a reason; the key is the last part of the address. */
export const accountActs = {
  khoa: { change: disableAccount, danger: true, when: 'enabled' },
  mo: { change: enableAccount, danger: false, when: 'disabled' },
  'xac-thuc': { change: resetSecondFactor, danger: true, when: 'secondFactor' },
  'mat-khau': { change: null, danger: true, when: 'enabled' },
} as const

export type AccountAct = keyof typeof accountActs

/** The acts that make sense for an account as it stands. */
export function possibleActs(account: { disabledAt: Date | null; totpConfirmedAt: Date | null }): AccountAct[] {
  const holds = {
    enabled: account.disabledAt === null,
    disabled: account.disabledAt !== null,
    secondFactor: account.disabledAt === null && account.totpConfirmedAt !== null,
  }
  return (Object.keys(accountActs) as AccountAct[]).filter((act) => holds[accountActs[act].when])
}

export function actWords(act: AccountAct, lang: Lang): { verb: string; help: string; done: string } {
  const words = accountWords[lang]
  switch (act) {
    case 'khoa':
      return { verb: words.disable, help: words.disableHelp, done: words.disabledDone }
    case 'mo':
      return { verb: words.enable, help: '', done: words.enabledDone }
    case 'xac-thuc':
      return { verb: words.resetSecondFactor, help: words.resetSecondFactorHelp, done: words.secondFactorReset }
    case 'mat-khau':
      return { verb: words.resetPassword, help: words.resetPasswordHelp, done: words.temporary }
  }
}
