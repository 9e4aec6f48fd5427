import { z } from 'zod'
import { isWithin } from '../agencies/agency.ts'
import { type Authority, listAuthorities, lockAuthority, updateAuthority } from '../agencies/authority-store.ts'
import { existsOn } from '../agencies/lifespan.ts'
import { defineChange } from '../changes/define-change.ts'
import { requireRule } from '../changes/perform-change.ts'
import type { Day } from '../platform/day.ts'
import { InputRejected } from '../platform/errors.ts'
import { day, optionalId, text, version } from '../platform/form-fields.ts'

const moveAuthorityForm = z.object({
  version: version(),
  /** null: nobody on this installation is above it */
  superiorId: optionalId(),
  fromDay: day(),
  basis: text(500),
})

/** The log of an authority's place among the others. */
export const PLACE = 'authorityPlace'

/**
 * Puts the authority under another superior, when that has come into force. From now on the new one follows it, and all
 * it ever counted is in the new one's figures; reports handed in stay where they went.
 */
export const moveAuthority = defineChange({
  name: 'authority/move',
  permission: 'authority:set-up',
  input: moveAuthorityForm,
  async run({ db, authorityId, today, record }, { version: read, superiorId, fromDay, basis }) {
    const before = await lockAuthority(db, authorityId)
    requireRule(before.toDay === null, 'authority/ended', { day: before.toDay ?? '' })
    if (superiorId === before.parentAuthorityId) throw new InputRejected({ superiorId: 'authority/same-superior' })
    if (fromDay > today) throw new InputRejected({ fromDay: 'inFuture' })
    if (fromDay < before.fromDay) throw new InputRejected({ fromDay: 'beforeStart' })
    const all = await listAuthorities(db)
    const superior = superiorId === null ? null : superiorOf(all, before, superiorId)
    // it may have ended between that day and today
    if (superior) for (const on of [fromDay, today]) requireSuperiorOn(superior, on)
    await updateAuthority(db, authorityId, read, { parentAuthorityId: superiorId })
    const nameOf = (id: number | null) => all.find((one) => one.id === id)?.name ?? null
    record({
      subjectKind: PLACE,
      subjectId: authorityId,
      before: { superior: nameOf(before.parentAuthorityId) },
      after: { superior: nameOf(superiorId), fromDay },
      reason: basis,
    })
  },
})

/** Throws BrokenRule when the superior is not at work on that day. */
export function requireSuperiorOn(superior: Authority, on: Day): void {
  requireRule(existsOn(superior, on), 'authority/superior-not-there', { name: superior.name, day: on })
}

function superiorOf(all: readonly Authority[], authority: Authority, superiorId: number): Authority {
  const superior = all.find((one) => one.id === superiorId)
  if (!superior) throw new InputRejected({ superiorId: 'notFound' })
  const tree = all.map(({ id, parentAuthorityId }) => ({ id, parentId: parentAuthorityId }))
  requireRule(!isWithin(tree, superiorId, authority.id), 'authority/circle', { name: superior.name })
  return superior
}
