import { type Authority, getAuthority, listAuthorities } from '../../../agencies/authority-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { endAuthority } from '../../../procedures/end-authority.ts'
import { moveAuthority, PLACE } from '../../../procedures/move-authority.ts'
import { ActionBar } from '../../kit/action-bar.tsx'
import { Card } from '../../kit/card.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { authorityPlaceWords } from '../../words/authority-place-words.ts'
import { authorityWords } from '../../words/authority-words.ts'
import { historyEvents } from '../documents/document-history.ts'
import { formPage } from '../form-page.tsx'
import { officePage, redirectTo } from '../office-page.tsx'
import type { OfficeReply, OfficeRequest } from '../office-route.ts'
import { type RefusedForm, submitForm } from '../submit-form.tsx'
import { LifeBadge, lifeText } from './agency-signs.tsx'
import { AUTHORITIES, administrationTrail } from './authority-pages.tsx'

/** Where the authority of the address stands among the others: who is above, until when it is there. */
export const AUTHORITY_PLACE = '/quan-tri/cap-tren'

const trailOf = (request: OfficeRequest) => [
  administrationTrail(request),
  { href: request.link(AUTHORITIES), label: authorityWords[request.lang].authorities },
]

/** GET /quan-tri/cap-tren */
export async function showAuthorityPlace(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority, lang, today } = request
  const words = authorityPlaceWords[lang]
  const [own, all, events] = await Promise.all([
    getAuthority(db, authority.id),
    listAuthorities(db),
    historyEvents(db, authority.id, PLACE, authority.id, lang),
  ])
  const named = (id: number | null) => {
    const found = all.find((one) => one.id === id)
    return found ? <a href={`/${found.slug}${AUTHORITY_PLACE}`}>{found.name}</a> : null
  }
  const below = all.filter((one) => one.parentAuthorityId === own.id)
  const before = all.filter((one) => one.successorId === own.id)
  return officePage(
    request,
    { title: words.title, active: 'administration' },
    <>
      <PageHeading
        title={own.name}
        kicker={words.title}
        meta={<LifeBadge life={own} today={today} lang={lang} />}
        trail={trailOf(request)}
      />
      <Card look="marked" level={2} title={words.facts}>
        <DefinitionList
          facts={[
            { label: words.superior, value: named(own.parentAuthorityId) ?? words.noSuperior },
            { label: words.life, value: lifeText(own, lang) },
            { label: words.successor, value: named(own.successorId) },
            { label: words.basis, value: own.endedBasis },
          ]}
        />
        <ActionBar
          actions={[
            ...(own.toDay === null ? [{ label: words.move, href: request.link(`${AUTHORITY_PLACE}/doi`) }] : []),
            {
              label: own.toDay === null ? words.end : words.correctEnd,
              href: request.link(`${AUTHORITY_PLACE}/ket-thuc`),
            },
          ]}
        />
      </Card>
      <Named title={words.predecessors} authorities={before} />
      <Named title={words.below} authorities={below} />
      {events.length > 0 ? (
        <Section title={words.history}>
          <Timeline events={events} />
        </Section>
      ) : null}
    </>,
  )
}

function Named({ title, authorities }: { title: string; authorities: readonly Authority[] }) {
  if (authorities.length === 0) return null
  return (
    <Section title={title} count={authorities.length}>
      <ul class="list-disc gap-x-8 pl-6 sm:columns-2 lg:columns-3">
        {authorities.map((one) => (
          <li key={one.id}>
            <a href={`/${one.slug}${AUTHORITY_PLACE}`}>{one.name}</a>
            {one.toDay === null ? '' : ` (${formatDay(one.fromDay)} – ${formatDay(one.toDay)})`}
          </li>
        ))}
      </ul>
    </Section>
  )
}

async function othersOf({ db, authority }: OfficeRequest) {
  const others = (await listAuthorities(db)).filter((one) => one.id !== authority.id)
  return others.map((one) => ({ value: String(one.id), label: one.name }))
}

/** GET /quan-tri/cap-tren/doi */
export async function showMoveForm(request: OfficeRequest, refused: RefusedForm | null = null): Promise<OfficeReply> {
  const words = authorityPlaceWords[request.lang]
  const own = await getAuthority(request.db, request.authority.id)
  return formPage(request, {
    title: words.move,
    kicker: own.name,
    active: 'administration',
    trail: trailOf(request),
    meta: words.moveHelp,
    action: request.link(`${AUTHORITY_PLACE}/doi`),
    version: own.version,
    values: { superiorId: String(own.parentAuthorityId ?? ''), fromDay: request.today },
    refused,
    verb: words.move,
    cancelHref: request.link(AUTHORITY_PLACE),
    children: (
      <>
        <SelectField
          name="superiorId"
          label={words.newSuperior}
          choices={await othersOf(request)}
          empty={words.noSuperior}
        />
        <DayField name="fromDay" label={words.moveFrom} help={words.notInFuture} required />
        <TextField name="basis" label={words.basis} help={words.basisHelp} required />
      </>
    ),
  })
}

/** POST /quan-tri/cap-tren/doi */
export function postMove(request: OfficeRequest): Promise<OfficeReply> {
  return submitForm(request, moveAuthority, {
    onDone: () => redirectTo(request.link(AUTHORITY_PLACE), authorityPlaceWords[request.lang].moved),
    onRefused: (refused) => showMoveForm(request, refused),
  })
}

/** GET /quan-tri/cap-tren/ket-thuc: its last day and who goes on for it; an empty day takes an end back. */
export async function showAuthorityEnd(
  request: OfficeRequest,
  refused: RefusedForm | null = null,
): Promise<OfficeReply> {
  const words = authorityPlaceWords[request.lang]
  const own = await getAuthority(request.db, request.authority.id)
  const ended = own.toDay !== null
  return formPage(request, {
    title: ended ? words.correctEnd : words.end,
    kicker: own.name,
    active: 'administration',
    trail: trailOf(request),
    meta: words.endHelp,
    action: request.link(`${AUTHORITY_PLACE}/ket-thuc`),
    version: own.version,
    values: {
      toDay: own.toDay ?? '',
      successorId: String(own.successorId ?? ''),
      basis: own.endedBasis ?? '',
    },
    refused,
    verb: ended ? words.correctEnd : words.end,
    danger: !ended,
    cancelHref: request.link(AUTHORITY_PLACE),
    children: (
      <>
        <DayField
          name="toDay"
          label={words.lastDay}
          help={ended ? words.emptyGoesOn : words.notInFuture}
          required={!ended}
        />
        <SelectField
          name="successorId"
          label={words.successor}
          help={words.successorHelp}
          choices={await othersOf(request)}
          empty={words.noSuccessor}
        />
        <TextField name="basis" label={words.basis} help={words.basisHelp} required />
      </>
    ),
  })
}

/** POST /quan-tri/cap-tren/ket-thuc */
export function postAuthorityEnd(request: OfficeRequest): Promise<OfficeReply> {
  const words = authorityPlaceWords[request.lang]
  return submitForm(request, endAuthority, {
    onDone: () => redirectTo(request.link(AUTHORITY_PLACE), request.form['toDay'] ? words.ended : words.goesOn),
    onRefused: (refused) => showAuthorityEnd(request, refused),
  })
}
