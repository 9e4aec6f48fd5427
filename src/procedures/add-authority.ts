import { z } from 'zod'
import { findAuthorityBySlug, insertAuthority, lockAuthority } from '../agencies/authority-store.ts'
import { isReservedSlug } from '../agencies/reserved-slugs.ts'
import { defineChange } from '../changes/define-change.ts'
import { InputRejected } from '../platform/errors.ts'
import {
  checkbox,
  day,
  id,
  oneOf,
  optionalCount,
  optionalDay,
  optionalId,
  personName,
  text,
} from '../platform/form-fields.ts'
import { appliesToKind, type Regulation } from '../regulations/regulation.ts'
import { insertAdoption, listRegulationVersions } from '../regulations/regulation-store.ts'
import { addStandardAgencies } from './add-standard-agencies.ts'
import { requireSuperiorOn } from './move-authority.ts'
import { SETUP_KINDS } from './set-up-forms.ts'

const adoptionForm = z.object({ regulationVersionId: id(), fromDay: day(), toDay: optionalDay() })

const addAuthorityForm = z.object({
  name: personName(),
  shortName: personName(80),
  kind: oneOf(SETUP_KINDS),
  placeName: personName(120),
  slug: text(60)
    .pipe(z.string().regex(/^[a-z0-9-]{2,60}$/, 'access/slug-form'))
    .refine((slug) => !isReservedSlug(slug), 'access/slug-reserved'),
  casePrefix: text(6).pipe(z.string().regex(/^[A-Z]{2,6}$/, 'access/prefix-form')),
  voters: optionalCount(),
  fromDay: day(),
  toDay: optionalDay(),
  parentAuthorityId: optionalId(),
  totpRequired: checkbox(),
  demo: checkbox(),
  /** with the agencies and posts such an authority usually has, to be adapted afterwards */
  standardAgencies: checkbox(),
  /** the regulations it works under, one after the other; a superior that only follows has none */
  adoptions: z.array(adoptionForm).max(20, 'tooMany').default([]),
})

/** A further authority on this installation, with the regulations it works under and, if wanted, its usual agencies. */
export const addAuthority = defineChange({
  name: 'authority/add',
  permission: 'authority:set-up',
  input: addAuthorityForm,
  async run(context, { adoptions, standardAgencies, ...authority }) {
    const { db, today, record } = context
    if (await findAuthorityBySlug(db, authority.slug)) throw new InputRejected({ slug: 'taken' })
    if (authority.toDay !== null && authority.toDay < authority.fromDay)
      throw new InputRejected({ toDay: 'beforeStart' })
    if (authority.parentAuthorityId !== null) {
      const superior = await lockAuthority(db, authority.parentAuthorityId)
      const { fromDay, toDay } = authority
      requireSuperiorOn(superior, toDay ?? (fromDay > today ? fromDay : today))
    }
    const authorityId = await insertAuthority(db, authority)
    const known = await listRegulationVersions(db)
    for (const adoption of adoptions) {
      const version = known.find((one) => one.id === adoption.regulationVersionId)
      if (!version || version.overlay) throw new InputRejected({ regulationVersionId: 'notInList' })
      if (!appliesToKind(version.data as Regulation, authority.kind))
        throw new InputRejected({ regulationVersionId: 'regulation/kind-differs' })
      // nothing is counted by a regulation before it is in force
      const { effectiveFrom } = version.data as Regulation
      const fromDay = adoption.fromDay < effectiveFrom ? effectiveFrom : adoption.fromDay
      await insertAdoption(db, { authorityId, ...adoption, fromDay })
    }
    const agencies = standardAgencies ? await addStandardAgencies(context, { ...authority, id: authorityId }) : 0
    record({ subjectKind: 'authority', subjectId: authorityId, after: { ...authority, adoptions, agencies } })
    return { authorityId, slug: authority.slug }
  },
})
