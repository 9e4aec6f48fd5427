import { citizenActor } from '../src/access/citizen-permissions.ts'
import { listOwnPetitions } from '../src/own-record/own-submission-store.ts'
import type { REFUSAL_REASONS } from '../src/petitions/intake-reasons-forms.ts'
import { findTrackedSubmission } from '../src/petitions/tracking-link-store.ts'
import { derivedCode, derivedToken, hashOfCode, hashOfToken } from '../src/platform/secret-token.ts'
import { addInformation } from '../src/procedures/add-information.ts'
import { appealRefusal } from '../src/procedures/appeal-refusal.ts'
import { raisePetition } from '../src/procedures/raise-petition.ts'
import { askForDialogue, registerToSpeak } from '../src/procedures/register-on-portal.ts'
import { signRequest } from '../src/procedures/sign-request.ts'
import { refuseHeld } from '../src/procedures/take-held.ts'
import { dataNotice } from '../src/web/words/data-notice-words.ts'
import type { SamplePlayer } from './sample-player.ts'

/** What the office did with what it looked at first, and what the sender says to it. */
export interface SampleModeration {
  on: string
  key: string
  reason: (typeof REFUSAL_REASONS)[number]
  note: string
  appeal?: { on: string; says: string }
}

export function scheduleModeration(player: SamplePlayer, moderation: SampleModeration): void {
  const tokenHash = hashOfToken(derivedToken('demo', moderation.key))
  player.on(moderation.on, async () => {
    const sent = await findTrackedSubmission(player.db, player.authorityId, tokenHash)
    const { reason: reasonKey, note } = moderation
    await player.do('clerk', refuseHeld, { submissionIds: [sent!.submissionId], reasonKey, note })
  })
  const { appeal } = moderation
  if (!appeal) return
  player.on(appeal.on, async () => {
    await player.do(citizenActor(player.authorityId), appealRefusal, { tokenHash, appeal: appeal.says })
  })
}

interface SampleRaised {
  /** names the secret of its receipt: a demo has none to keep */
  key: string
  name: string
  contents: readonly string[]
  phone?: string
  email?: string
  village?: string
  why?: readonly string[]
  adds?: string
}

/** What citizens did at the Portal on one day, in this order. */
export interface SamplePortalDay {
  on: string
  /** name of the authority in the notice on personal data */
  authority: string
  raised: readonly SampleRaised[]
  speaks?: {
    dialogueId: () => number
    list: readonly { name: string; village: string; content: string; phone: string }[]
  }
  asks?: { name: string; phone: string; content: string; signers: readonly [string, string][] }
}

/** Plays a day of the Portal: petitions at once or held, words added, speakers, and a request with its signatures. */
export function schedulePortalDay(player: SamplePlayer, day: SamplePortalDay): void {
  const { lines: _, ...notice } = dataNotice('vi', day.authority)
  const consent = { notice, agree: 'yes' }
  player.on(day.on, async () => {
    const citizen = citizenActor(player.authorityId)
    for (const one of day.raised) {
      const token = derivedToken('demo', one.key)
      const tokenHash = hashOfToken(token)
      await player.do(citizen, raisePetition, {
        ...{ contents: one.contents, petitionerKind: 'person', petitionerName: one.name, phone: one.phone ?? '' },
        email: one.email ?? '',
        villageAgencyId: one.village ? player.agency(one.village) : '',
        ...{ notice, tokenHash, codeHash: hashOfCode(derivedCode(token, 'code')), why: one.why ?? [] },
      })
      if (!one.adds) continue
      const [petition] = await listOwnPetitions(player.db, player.authorityId, tokenHash)
      await player.do(citizen, addInformation, { tokenHash, petitionId: petition!.id, text: one.adds })
    }
    for (const { name, ...speech } of day.speaks?.list ?? []) {
      const tokenHash = hashOfToken(derivedToken('demo', `speech ${name}`))
      const id = day.speaks!.dialogueId()
      await player.do(citizen, registerToSpeak, { id, speakerName: name, ...speech, ...consent, tokenHash })
    }
    if (!day.asks) return
    const { signers, name, ...asked } = day.asks
    const signTokenHash = hashOfToken(derivedToken('demo', 'sign'))
    const tokenHash = hashOfToken(derivedToken('demo', 'request'))
    await player.do(citizen, askForDialogue, {
      ...{ ...asked, requesterKind: 'voters', requesterName: name, ...consent, tokenHash, signTokenHash },
    })
    for (const [signer, contact] of signers)
      await player.do(citizen, signRequest, { signTokenHash, name: signer, village: '', contact, ...consent })
  })
}
