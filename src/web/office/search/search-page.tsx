import type { ComponentChildren } from 'preact'
import { formatDay } from '../../../platform/day.ts'
import { shortened } from '../../../platform/shortened.ts'
import { SEARCH_LIMIT, type SearchResult, searchEverything } from '../../../reports/search-store.ts'
import { withQuery } from '../../kit/address-query.ts'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { PageHeading } from '../../kit/page-heading.tsx'
import { Section } from '../../kit/section.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { searchWords } from '../../words/search-words.ts'
import { officePage } from '../office-page.tsx'
import { type OfficeReply, type OfficeRequest, type OfficeRoute, queryText } from '../office-route.ts'

/** GET /tim?q=…: petitions, dialogues, papers and people, each group with the way to its own list. */
async function showSearch(request: OfficeRequest): Promise<OfficeReply> {
  const words = searchWords[request.lang]
  const typed = queryText(request, 'q').normalize('NFC').trim().slice(0, 200)
  const { db, actor, authority, today } = request
  const found = await searchEverything(db, actor, authority.id, typed, today)
  return officePage(
    request,
    { title: words.title, searched: typed, width: 'narrow' },
    <>
      <PageHeading title={found ? words.found(typed) : words.title} />
      <Form method="get" action={request.link('/tim')} values={{ q: typed }} label={words.title}>
        <TextField name="q" label={words.label} type="search" help={words.help} />
        <p>
          <Button icon="search">{words.verb}</Button>
        </p>
      </Form>
      {found ? (
        <Results request={request} found={found} typed={typed} />
      ) : (
        <EmptyState icon="search" title={words.ask} help={words.askHelp} />
      )}
    </>,
  )
}

function Results({ request, found, typed }: { request: OfficeRequest; found: SearchResult; typed: string }) {
  const words = searchWords[request.lang]
  const total = found.petitions.length + found.dialogues.length + found.papers.length + found.people.length
  if (total === 0) return <EmptyState icon="search" title={words.none} help={words.noneHelp} />
  const list = (path: string) => withQuery(request.link(path), { q: typed })
  return (
    <>
      <Group title={words.petitions} all={list('/kien-nghi')} word={words.all}>
        {found.petitions.map((row) => (
          <Hit
            key={row.id}
            href={request.link(`/kien-nghi/${row.id}`)}
            title={row.code}
            kicker={row.petitionerName ?? ''}
          >
            {row.confidential ? words.hidden : shortened(row.content, 180)}
          </Hit>
        ))}
      </Group>
      <Group title={words.dialogues} all={list('/hoi-nghi')} word={words.all}>
        {found.dialogues.map((row) => {
          const day = row.heldOn ?? row.collectionClosesOn
          return (
            <Hit key={row.id} href={request.link(`/hoi-nghi/${row.id}`)} title={row.title}>
              {[day ? formatDay(day) : words.noDay, row.venue].filter(Boolean).join(' · ')}
            </Hit>
          )
        })}
      </Group>
      <Group title={words.papers} all={list('/van-ban')} word={words.all}>
        {found.papers.map((row) => (
          <Hit key={row.id} href={request.link(`/van-ban/${row.id}`)} title={row.title}>
            {[row.number ?? words.unnumbered, row.datedOn ? formatDay(row.datedOn) : null, row.issuer]
              .filter(Boolean)
              .join(' · ')}
          </Hit>
        ))}
      </Group>
      <Group title={words.people} all={null} word={words.all}>
        {found.people.map((row) => (
          <Hit
            key={`${row.id} ${row.title}`}
            href={request.link(row.agencyId ? `/quan-tri/co-quan/${row.agencyId}` : '/quan-tri/chuc-vu')}
            title={row.fullName}
          >
            {[row.title, row.agencyName].filter(Boolean).join(' · ')}
          </Hit>
        ))}
      </Group>
    </>
  )
}

interface GroupProps {
  title: string
  all: string | null
  word: string
  children: ComponentChildren[]
}

function Group({ title, all, word, children }: GroupProps) {
  if (children.length === 0) return null
  return (
    <Section
      title={title}
      {...(children.length < SEARCH_LIMIT ? { count: children.length } : {})}
      actions={all && children.length >= SEARCH_LIMIT ? <a href={all}>{word}</a> : null}
    >
      <ul class="grid gap-3">{children}</ul>
    </Section>
  )
}

function Hit(props: { href: string; title: string; kicker?: string; children: ComponentChildren }) {
  return (
    <li>
      <a class="font-medium" href={props.href}>
        {props.title}
      </a>
      {props.kicker ? <span class="text-sm text-(--ink-soft)"> · {props.kicker}</span> : null}
      <p class="text-sm text-(--ink-soft)">{props.children}</p>
    </li>
  )
}

export const searchRoutes: OfficeRoute[] = [
  { method: 'GET', url: '/tim', permission: 'search:use', handle: showSearch },
]
