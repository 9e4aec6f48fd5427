import { kitWords } from '../words/kit-words.ts'
import { Icon, type IconName } from './icon.tsx'
import { usePage } from './page-context.ts'

/** One way in the navigation. Only ways the reader may go are handed in. */
export interface Place {
  key: string
  href: string
  label: string
  /** A shorter one for the bar of a phone, where five stand side by side. */
  phoneLabel?: string
  icon: IconName
  /** A number worth seeing from everywhere (overdue tasks). */
  count?: number
}

function PlaceLink({ place, active }: { place: Place; active: string | undefined }) {
  return (
    <a class="place" href={place.href} aria-current={place.key === active ? 'page' : undefined}>
      <Icon name={place.icon} />
      <span class="place-label">{place.label}</span>
      {place.count ? <span class="place-count">{place.count}</span> : null}
    </a>
  )
}

interface PlacesProps {
  places: readonly Place[]
  active: string | undefined
}

/** The row under the header, on a desk: the five places, and beside them the other ones. */
export function DeskPlaces({ places, more, active }: PlacesProps & { more: readonly Place[] }) {
  const words = kitWords[usePage().lang]
  if (places.length + more.length === 0) return null
  return (
    <nav class="desk-places" aria-label={words.places}>
      <div class="desk-places-in">
        {places.map((place) => (
          <PlaceLink key={place.key} place={place} active={active} />
        ))}
        <span class="places-gap" />
        {more.map((place) => (
          <PlaceLink key={place.key} place={place} active={active} />
        ))}
      </div>
    </nav>
  )
}

/** The bar at the foot of a phone. */
export function PhonePlaces({ places, active }: PlacesProps) {
  const words = kitWords[usePage().lang]
  if (places.length === 0) return null
  return (
    <nav class="phone-places" aria-label={words.places}>
      {places.map((place) => (
        <PlaceLink key={place.key} place={{ ...place, label: place.phoneLabel ?? place.label }} active={active} />
      ))}
    </nav>
  )
}

/** The other places in the menu of a phone. */
export function MenuPlaces({ places, active }: PlacesProps) {
  const words = kitWords[usePage().lang]
  if (places.length === 0) return null
  return (
    <nav class="menu-places" aria-label={words.morePlaces}>
      {places.map((place) => (
        <PlaceLink key={place.key} place={place} active={active} />
      ))}
    </nav>
  )
}
