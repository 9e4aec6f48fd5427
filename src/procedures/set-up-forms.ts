import { z } from 'zod'
import { login } from '../access/access-forms.ts'
import { isReservedSlug } from '../agencies/reserved-slugs.ts'
import { checkbox, id, oneOf, optionalCount, optionalDay, optionalText, personName } from '../platform/form-fields.ts'

/** Kinds of authority that can be set up; the former district is for entering what was held before 01/7/2025. */
export const SETUP_KINDS = [
  'commune',
  'ward',
  'specialZone',
  'provinceOffice',
  'province',
  'city',
  'formerDistrict',
  'other',
] as const

export const setUpForm = z.object({
  name: personName(),
  shortName: personName(80),
  kind: oneOf(SETUP_KINDS),
  placeName: personName(120),
  slug: optionalText(60)
    .pipe(z.string().regex(/^$|^[a-z0-9-]{2,60}$/, 'access/slug-form'))
    .refine((slug) => !isReservedSlug(slug), 'access/slug-reserved'),
  casePrefix: optionalText(6)
    .transform((value) => value.toUpperCase())
    .pipe(z.string().regex(/^$|^[A-Z]{2,6}$/, 'access/prefix-form')),
  voters: optionalCount(),
  fromDay: optionalDay(),
  regulationVersionId: id(),
  totpRequired: checkbox(),
  displayName: personName(),
  login: login(),
  email: optionalText(200),
})

export type SetUpInput = z.output<typeof setUpForm>

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase()
}

/** `Đặc khu Cát Hải` → `cat-hai`: the word for the kind is left out, as everybody says it that way. */
export function slugOf(name: string): string {
  const words = plain(name.split(',')[0]!)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('-')
  return words.replace(/^(dac-khu|xa|phuong|huyen|tinh|thanh-pho)-(?=.)/, '').slice(0, 60)
}

/** `cat-hai` → `CH`: the beginning of every case code. */
export function casePrefixOf(slug: string): string {
  const initials = slug
    .split('-')
    .map((word) => word.replace(/[^a-z]/g, '').charAt(0))
    .join('')
    .toUpperCase()
  return initials.length >= 2
    ? initials.slice(0, 6)
    : `${slug.replace(/[^a-z]/g, '').slice(0, 3)}xx`.slice(0, 3).toUpperCase()
}
