import { type Agency, findAgency, getAgency, listAgencies } from '../../../agencies/agency-store.ts'
import { existsOn } from '../../../agencies/lifespan.ts'
import { listAllPosts, listHoldings } from '../../../agencies/post-store.ts'
import { type HandedOver, listSuccessions, type Succession } from '../../../agencies/succession-store.ts'
import { formatDay } from '../../../platform/day.ts'
import { listOpenWork, sizeOfWork } from '../../../procedures/open-work.ts'
import type { Action } from '../../kit/action-bar.tsx'
import { ActionBar } from '../../kit/action-bar.tsx'
import { Badge } from '../../kit/badge.tsx'
import { Card } from '../../kit/card.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { PageColumns } from '../../kit/page-columns.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { agencyWords } from '../../words/agency-words.ts'
import { formatNumber } from '../../words/format-values.ts'
import { historyEvents } from '../documents/document-history.ts'
import { officePage } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest } from '../office-route.ts'
import { regulationsToday, roleChoices } from './agency-choices.ts'
import { AGENCIES } from './agency-list-page.tsx'
import { kindText, LifeBadge, levelText, lifeText } from './agency-signs.tsx'

/** GET /quan-tri/co-quan/:id: what an agency is, its posts, what it has to do, whom it succeeded. */
export async function showAgency(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority, lang, today } = request
  const words = agencyWords[lang]
  const agency = await getAgency(db, authority.id, idParam(request))
  const [parent, all, successions, work, posts, events] = await Promise.all([
    agency.parentId === null ? null : findAgency(db, authority.id, agency.parentId),
    listAgencies(db, authority.id),
    listSuccessions(db, authority.id, agency.id),
    listOpenWork(db, authority.id, agency.id, today),
    postsToday(request, agency),
    historyEvents(db, authority.id, 'agency', agency.id, request.lang),
  ])
  const parts = all.filter((one) => one.parentId === agency.id)
  return officePage(
    request,
    { title: agency.name, active: 'administration' },
    <>
      <PageHeading
        title={agency.name}
        kicker={kindText(agency.kind, lang)}
        trail={[
          { href: request.link('/quan-tri'), label: words.administration },
          { href: request.link(AGENCIES), label: words.agencies },
        ]}
        meta={
          <>
            <LifeBadge life={agency} today={today} lang={lang} />
            {agency.external ? <Badge>{words.externalMark}</Badge> : null}
          </>
        }
      />
      <div class="my-5">
        <ActionBar actions={actionsOf(request, agency, successions)} />
      </div>
      <PageColumns
        main={
          <>
            <Successions request={request} agency={agency} successions={successions} />
            <Section title={words.openWork} help={words.openWorkHelp} count={sizeOfWork(work)}>
              <WorkList request={request} work={work} empty={words.noOpenWork} />
            </Section>
            <Posts request={request} posts={posts} />
            {parts.length > 0 ? (
              <Section title={words.parts} count={parts.length}>
                <ul class="flex flex-col gap-1">
                  {parts.map((part) => (
                    <li key={part.id}>
                      <a href={request.link(`${AGENCIES}/${part.id}`)}>{part.name}</a> ({lifeText(part, lang)})
                    </li>
                  ))}
                </ul>
              </Section>
            ) : null}
          </>
        }
        aside={<Facts request={request} agency={agency} parent={parent} role={await roleText(request, agency, all)} />}
      />
      <Section title={words.history}>
        <Timeline events={events} />
      </Section>
    </>,
  )
}

async function roleText(request: OfficeRequest, agency: Agency, all: readonly Agency[]): Promise<string | null> {
  if (agency.roleKey === null) return null
  const choices = roleChoices(await regulationsToday(request), all, request.lang)
  return choices.find((choice) => choice.value === agency.roleKey)?.label ?? agency.roleKey
}

function actionsOf(request: OfficeRequest, agency: Agency, successions: readonly Succession[]): Action[] {
  const words = agencyWords[request.lang]
  const scope = { authorityId: request.authority.id }
  const at = (act: string) => request.link(`${AGENCIES}/${agency.id}/${act}`)
  const succeeded = successions.some((one) => one.fromAgencyId === agency.id)
  const actions: Action[] = []
  if (request.actor.may('agency:manage', scope)) {
    actions.push({ label: words.editAgency, href: at('sua'), icon: 'pen' })
    actions.push({
      label: words.addPost,
      href: request.link(`/quan-tri/chuc-vu/moi?co-quan=${agency.id}`),
      icon: 'plus',
    })
    if (!succeeded && agency.toDay === null) actions.push({ label: words.endAgency, href: at('ket-thuc') })
  }
  if (!succeeded && request.actor.may('agency:succeed', scope)) {
    actions.push({ label: words.succeedAgency, href: at('ke-thua'), icon: 'arrow' })
  }
  return actions
}

interface FactsProps {
  request: OfficeRequest
  agency: Agency
  parent: Agency | null
  role: string | null
}

function Facts({ request, agency, parent, role }: FactsProps) {
  const { lang } = request
  const words = agencyWords[lang]
  return (
    <Card look="quiet" level={2} title={words.facts}>
      <DefinitionList
        stacked
        facts={[
          { label: words.shortName, value: agency.shortName },
          { label: words.roleKey, value: role },
          { label: words.level, value: levelText(agency.level, lang) },
          {
            label: words.parent,
            value: parent && <a href={request.link(`${AGENCIES}/${parent.id}`)}>{parent.name}</a>,
          },
          { label: words.dates, value: lifeText(agency, lang) },
          { label: words.email, value: agency.email },
          { label: words.phone, value: agency.phone },
          { label: words.address, value: agency.address },
        ]}
      />
    </Card>
  )
}

/** How many of each kind; kinds without any are left out. */
export function WorkList({ request, work, empty }: { request: OfficeRequest; work: HandedOver; empty: string }) {
  const words = agencyWords[request.lang]
  const kinds = (Object.keys(words.work) as (keyof HandedOver)[]).filter((kind) => (work[kind]?.length ?? 0) > 0)
  if (kinds.length === 0) return <p>{empty}</p>
  return (
    <ul class="flex flex-col gap-1">
      {kinds.map((kind) => (
        <li key={kind}>
          <strong>{formatNumber(work[kind]?.length ?? 0, request.lang)}</strong> {words.work[kind]}
        </li>
      ))}
    </ul>
  )
}

function Successions(props: { request: OfficeRequest; agency: Agency; successions: readonly Succession[] }) {
  const { request, agency, successions } = props
  const words = agencyWords[request.lang]
  if (successions.length === 0) return null
  return (
    <Section title={words.successions}>
      {successions.map((one) => {
        const outgoing = one.fromAgencyId === agency.id
        const day = formatDay(one.onDay)
        const other = outgoing ? one.toAgencyId : one.fromAgencyId
        const title = outgoing ? words.succeededBy(one.toName, day) : words.succeeded(one.fromName, day)
        return (
          <Card key={one.id} look="marked" title={title} href={request.link(`${AGENCIES}/${other}`)}>
            <DefinitionList facts={[{ label: words.basis, value: one.basis }]} />
            <p class="mt-2">{words.handedOver}:</p>
            <WorkList request={request} work={one.handedOver} empty={words.nothingHandedOver} />
          </Card>
        )
      })}
    </Section>
  )
}

interface PostsProps {
  request: OfficeRequest
  posts: readonly { id: number; title: string; isHead: boolean; holder: string | null }[]
}

function Posts({ request, posts }: PostsProps) {
  const words = agencyWords[request.lang]
  if (posts.length === 0) return null
  return (
    <Section title={words.posts} count={posts.length}>
      <ul class="flex flex-col gap-1">
        {posts.map((post) => (
          <li key={post.id}>
            <a href={request.link(`/quan-tri/chuc-vu/${post.id}`)}>{post.title}</a>{' '}
            {post.isHead ? <Badge>{words.head}</Badge> : null} {post.holder ?? words.vacant}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Posts of the agency that exist today, with who holds them. */
async function postsToday({ db, authority, today }: OfficeRequest, agency: Agency): Promise<PostsProps['posts']> {
  const posts = (await listAllPosts(db, authority.id, agency.id)).filter((post) => existsOn(post, today))
  const holdings = await listHoldings(
    db,
    authority.id,
    posts.map((post) => post.id),
  )
  return posts.map(({ id, title, isHead }) => {
    const holder = holdings.find((one) => one.postId === id && existsOn(one, today))
    return { id, title, isHead, holder: holder?.personName ?? null }
  })
}
