import { getAgency } from '../../../agencies/agency-store.ts'
import { existsOn } from '../../../agencies/lifespan.ts'
import {
  findPost,
  type Holding,
  listHoldings,
  listPosts,
  type Post,
  type PostRow,
} from '../../../agencies/post-store.ts'
import { formatDay, readTypedDay } from '../../../platform/day.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Action, ActionBar } from '../../kit/action-bar.tsx'
import { Badge } from '../../kit/badge.tsx'
import { Card } from '../../kit/card.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { DayField } from '../../kit/day-field.tsx'
import { DefinitionList } from '../../kit/definition-list.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { FilterBar } from '../../kit/filter-bar.tsx'
import { LinkButton } from '../../kit/link-button.tsx'
import { PageColumns } from '../../kit/page-columns.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { StateBadge } from '../../kit/state-badge.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { agencyWords } from '../../words/agency-words.ts'
import { historyEvents } from '../documents/document-history.ts'
import { officePage } from '../office-page.tsx'
import { idParam, type OfficeReply, type OfficeRequest, queryText } from '../office-route.ts'
import { postKindChoices, regulationsToday } from './agency-choices.ts'
import { AGENCIES } from './agency-list-page.tsx'
import { LifeBadge, lifeText } from './agency-signs.tsx'

export const POSTS = '/quan-tri/chuc-vu'

/** GET /quan-tri/chuc-vu?ngay=: who holds which post on a day. */
export async function showPosts(request: OfficeRequest): Promise<OfficeReply> {
  const words = agencyWords[request.lang]
  const on = readTypedDay(queryText(request, 'ngay')) ?? request.today
  const posts = await listPosts(request.db, request.authority.id, on)
  const mayManage = request.actor.may('agency:manage', { authorityId: request.authority.id })
  return officePage(
    request,
    { title: words.posts, active: 'administration' },
    <>
      <PageHeading
        title={words.posts}
        trail={[{ href: request.link('/quan-tri'), label: words.administration }]}
        meta={words.postsMeta(formatDay(on))}
        actions={
          mayManage ? (
            <LinkButton href={request.link(`${POSTS}/moi`)} variant="primary" icon="plus">
              {words.addPost}
            </LinkButton>
          ) : null
        }
      />
      <FilterBar action={request.link(POSTS)} values={{ ngay: on }} active={[]} clearHref={request.link(POSTS)}>
        <DayField name="ngay" label={words.onDate} />
      </FilterBar>
      {posts.length === 0 ? (
        <EmptyState title={words.noPosts} help={words.noPostsHelp} />
      ) : (
        <DataTable
          caption={words.posts}
          columns={columnsOf(request, posts)}
          rows={posts}
          rowKey={(post) => `${post.id} ${post.holdingId ?? ''}`}
          rowHref={(post) => request.link(`${POSTS}/${post.id}`)}
        />
      )}
    </>,
  )
}

function columnsOf({ lang }: OfficeRequest, posts: readonly PostRow[]): Column<PostRow>[] {
  const words = agencyWords[lang]
  const titleOf = (id: number | null) => posts.find((post) => post.id === id)?.title ?? ''
  return [
    { key: 'title', label: words.title, main: true, wide: true, cell: (post) => post.title },
    { key: 'agency', label: words.agency, cell: (post) => post.agencyShortName },
    {
      key: 'holder',
      label: words.holder,
      cell: (post) => post.personName ?? <StateBadge tone="warn" label={words.vacant} />,
    },
    { key: 'since', label: words.fromDay, cell: (post) => (post.heldFrom ? formatDay(post.heldFrom) : '') },
    {
      key: 'rank',
      label: words.deputyOf,
      cell: (post) => (post.isHead ? <Badge>{words.head}</Badge> : titleOf(post.deputyOfPostId)),
    },
  ]
}

/** GET /quan-tri/chuc-vu/:id: one post with everybody who held it. */
export async function showPost(request: OfficeRequest): Promise<OfficeReply> {
  const { db, authority, lang, today } = request
  const words = agencyWords[lang]
  const post = await findPost(db, authority.id, idParam(request))
  if (!post) throw new NotFound('post')
  const [agency, holdings, events] = await Promise.all([
    getAgency(db, authority.id, post.agencyId),
    listHoldings(db, authority.id, [post.id]),
    historyEvents(db, authority.id, 'post', post.id, request.lang),
  ])
  const superior = post.deputyOfPostId === null ? null : await findPost(db, authority.id, post.deputyOfPostId)
  const kind = postKindChoices(await regulationsToday(request), lang).find((one) => one.value === post.kind)?.label
  return officePage(
    request,
    { title: post.title, active: 'administration' },
    <>
      <PageHeading
        title={post.title}
        kicker={agency.name}
        trail={[
          { href: request.link('/quan-tri'), label: words.administration },
          { href: request.link(POSTS), label: words.posts },
        ]}
        meta={<LifeBadge life={post} today={today} lang={lang} />}
      />
      <div class="my-5">
        <ActionBar actions={postActions(request, post)} />
      </div>
      <PageColumns
        main={
          <Section title={words.holders} count={holdings.length}>
            {holdings.length === 0 ? (
              <p>{words.noHolders}</p>
            ) : (
              <Holders request={request} post={post} holdings={holdings} />
            )}
          </Section>
        }
        aside={
          <Card look="quiet" level={2} title={words.facts}>
            <DefinitionList
              stacked
              facts={[
                { label: words.agency, value: <a href={request.link(`${AGENCIES}/${agency.id}`)}>{agency.name}</a> },
                { label: words.postKind, value: kind ?? post.kind },
                { label: words.isHead, value: post.isHead ? words.head : null },
                {
                  label: words.deputyOf,
                  value: superior && <a href={request.link(`${POSTS}/${superior.id}`)}>{superior.title}</a>,
                },
                { label: words.dates, value: lifeText(post, lang) },
              ]}
            />
          </Card>
        }
      />
      <Section title={words.history}>
        <Timeline events={events} />
      </Section>
    </>,
  )
}

function postActions(request: OfficeRequest, post: Post): Action[] {
  const words = agencyWords[request.lang]
  if (!request.actor.may('agency:manage', { authorityId: request.authority.id })) return []
  const at = (act: string) => request.link(`${POSTS}/${post.id}/${act}`)
  return [
    { label: words.appoint, href: at('bo-nhiem'), variant: 'primary', icon: 'user' },
    { label: words.editPost, href: at('sua'), icon: 'pen' },
  ]
}

function Holders({ request, post, holdings }: { request: OfficeRequest; post: Post; holdings: readonly Holding[] }) {
  const { lang, today } = request
  const words = agencyWords[lang]
  const mayManage = request.actor.may('agency:manage', { authorityId: request.authority.id })
  const columns: Column<Holding>[] = [
    { key: 'name', label: words.holder, main: true, cell: (one) => one.personName },
    {
      key: 'term',
      label: words.term,
      cell: (one) => `${formatDay(one.fromDay)} – ${one.toDay === null ? words.now : formatDay(one.toDay)}`,
    },
    { key: 'basis', label: words.basis, cell: (one) => one.basis ?? '' },
    {
      key: 'act',
      label: '',
      cell: (one) =>
        mayManage && (one.toDay === null || existsOn(one, today)) ? (
          <a
            href={request.link(`${POSTS}/${post.id}/thoi-giu/${one.id}`)}
            aria-label={`${words.endHolding}: ${one.personName}`}
          >
            {words.endHolding}
          </a>
        ) : null,
    },
  ]
  return <DataTable caption={words.holders} columns={columns} rows={holdings} rowKey={(one) => String(one.id)} />
}
