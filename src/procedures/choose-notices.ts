import { z } from 'zod'
import { defineChange } from '../changes/define-change.ts'
import { optionalNotices } from '../mail/notice-kinds.ts'
import { listSwitchedOff, setPreference } from '../mail/preference-store.ts'
import { findPetitioner } from '../petitions/petitioner-store.ts'
import type { Db } from '../platform/db/connection.ts'
import { NotFound } from '../platform/errors.ts'
import * as f from '../platform/form-fields.ts'
import { isIdToken, readIdToken } from '../platform/id-token.ts'
import type { InstallationKey } from '../platform/installation-key.ts'

/** Whose page of choices a token opens; null for an unknown one and for somebody whose data were erased. */
async function personOf(db: Db, key: InstallationKey, authorityId: number, token: string) {
  const claimed = readIdToken(token)
  const of = claimed && { purpose: 'mail-settings', authorityId, id: claimed.id, nonce: '' }
  if (!isIdToken(key, of, token)) return null
  const person = await findPetitioner(db, authorityId, of!.id)
  return person?.erasedAt === null ? person.id : null
}

/** The kinds that can be switched off, and whether the holder of the token wants them. Throws NotFound. */
export async function findNoticeChoice(db: Db, key: InstallationKey, authorityId: number, token: string) {
  const id = await personOf(db, key, authorityId, token)
  if (id === null) throw new NotFound('notice-choice')
  const off = await listSwitchedOff(db, authorityId, { kind: 'petitioner', id })
  return optionalNotices.map((kind) => ({ kind, wanted: !off.includes(kind) }))
}

/** A petitioner chooses which notices to get; those that have to be sent are not among them. */
export function chooseNotices(key: InstallationKey) {
  return defineChange({
    name: 'mail/choose',
    permission: 'notice:choose',
    input: z.object({ token: f.text(100), wanted: f.keys() }),
    async run({ db, authorityId, now, record }, { token, wanted }) {
      const id = await personOf(db, key, authorityId, token)
      if (id === null) throw new NotFound('notice-choice')
      for (const kind of optionalNotices) {
        await setPreference(db, authorityId, { kind: 'petitioner', id }, { kind, off: !wanted.includes(kind), now })
      }
      const kept = optionalNotices.filter((kind) => wanted.includes(kind))
      record({ subjectKind: 'petitioner', subjectId: id, after: { wanted: kept } })
    },
  })
}
