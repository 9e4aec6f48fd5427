import { foldText } from '../petitions/petition-search.ts'
import type { NewPetitioner } from '../petitions/take-submissions.ts'
import type { KnownPetition } from './sheet-likeness.ts'
import type { SheetOpinion, SheetPetitioner } from './sheet-opinion.ts'

interface SheetPeople {
  petitioners: NewPetitioner[]
  /** whose each opinion is: a new petitioner by its place in the list, or one that is known */
  whose: ({ fresh: number } | { id: number })[]
}

/**
 * Makes people out of rows. The same name with the same telephone, village or address is one person; one who is known
 * with the same name and telephone is that one. Who gives no more than a name is nobody else's namesake.
 */
export function sheetPeople(opinions: readonly SheetOpinion[], known: readonly KnownPetition[]): SheetPeople {
  const ids = new Map<string, number>()
  for (const one of known)
    if (one.phone) ids.set(`${folded(one.petitionerName)} ${digits(one.phone)}`, one.petitionerId)
  const petitioners: NewPetitioner[] = []
  const places = new Map<string, number>()
  const byRow = new Map<number, { fresh: number } | { id: number }>()
  const whose = opinions.map((opinion) => {
    const { petitioner, sameAs } = opinion
    const earlier = sameAs === null ? undefined : byRow.get(sameAs)
    const id = petitioner.phone === '' ? undefined : ids.get(`${folded(petitioner.name)} ${digits(petitioner.phone)}`)
    const found = earlier ?? (id === undefined ? { fresh: place(petitioner, places, petitioners) } : { id })
    byRow.set(opinion.row, found)
    if (sameAs !== null && !earlier) byRow.set(sameAs, found)
    return found
  })
  return { petitioners, whose }
}

function place(petitioner: SheetPetitioner, places: Map<string, number>, petitioners: NewPetitioner[]): number {
  const { name, phone, email, villageAgencyId, address } = petitioner
  const mark = phone ? digits(phone) : [villageAgencyId ?? '', folded(address)].join('|')
  const key = name === '' || mark === '|' ? null : `${folded(name)}#${mark}`
  const known = key === null ? undefined : places.get(key)
  if (known !== undefined) return known
  petitioners.push({ ...petitioner, phone: phone || null, email: email || null })
  if (key !== null) places.set(key, petitioners.length - 1)
  return petitioners.length - 1
}

function folded(text: string): string {
  return foldText(text).replace(/\s+/g, ' ').trim()
}

function digits(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^84(?=\d{9}$)/, '0')
}
