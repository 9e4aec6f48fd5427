import { Kysely } from 'kysely'
import { actorOfSession } from '../src/access/actor-of-session.ts'
import { findSession } from '../src/access/session-store.ts'
import { hashOfSecret } from '../src/access/session-token.ts'
import type { Actor } from '../src/changes/actor.ts'
import { listLogOf } from '../src/changes/change-log-store.ts'
import { listPetitions } from '../src/petitions/petition-list-store.ts'
import { visibilityOf } from '../src/petitions/petition-scope.ts'
import { getPetition } from '../src/petitions/petition-store.ts'
import { dayOf } from '../src/platform/day.ts'
import { type Database, type Db, openPool } from '../src/platform/db/connection.ts'
import { NamingDialect } from '../src/platform/db/turn-driver.ts'
import { workDays } from '../src/reports/deadline-filter.ts'
import { listVisibleDeadlines } from '../src/reports/deadline-list-store.ts'
import { deadlineViewer } from '../src/reports/deadline-viewer.ts'
import { searchEverything } from '../src/reports/search-store.ts'
import type { BareQuery, BenchCase, Variant } from './bench-case.ts'
import { type BenchPlan, readersOf, type Share, sharesOf } from './bench-plan.ts'
import { openSession } from './fill-database.ts'
import { accountId } from './filled-rows.ts'
import { slugOf } from './house-rows.ts'
import { portalCases } from './portal-cases.ts'
import { reportCases } from './report-cases.ts'
import { personName, petitionText, seededChance } from './vietnamese-text.ts'

interface Reader {
  authorityId: number
  firstPetition: number
  /** an authority where nobody reads: the bare page writes there, so that its rows are in nobody's list */
  other: Share
  actor: Actor
  token: string
}

const PLAIN = [
  'duong lien thon',
  'sat lo bo suoi',
  'nuoc sinh hoat',
  'bao tro xa hoi',
  'tram bien ap',
  'giai phong mat bang',
]
const ACCENTED = [
  'đường liên thôn',
  'sạt lở bờ suối',
  'nước sinh hoạt',
  'bảo trợ xã hội',
  'trạm biến áp',
  'giải phóng mặt bằng',
]
const PETITIONS_EACH = 12

/** Every case with its requests, and with the SQL that the program's own stores make of them. */
export async function benchCases(
  urls: { ownerUrl: string; programUrl: string },
  plan: BenchPlan,
): Promise<BenchCase[]> {
  const recorded: BareQuery[] = []
  const db: Db = new Kysely<Database>({
    dialect: new NamingDialect({ pool: openPool(urls.programUrl, { poolSize: 2 }) }),
    log: ({ query }) => void recorded.push({ sql: query.sql, parameters: query.parameters }),
  })
  const record = async (ask: () => Promise<unknown>): Promise<BareQuery[]> => {
    recorded.length = 0
    await ask()
    return [...recorded]
  }
  try {
    const readers = []
    const shares = sharesOf(plan)
    for (const authorityId of readersOf(plan))
      readers.push(await signIn(db, urls.ownerUrl, shares[authorityId - 1]!, shares[authorityId]!))
    const pages = await casesOf(db, readers, record)
    pages.push(...(await portalCases(db, readersOf(plan), record)))
    return [...pages, ...(await reportCases(db, urls.ownerUrl, dayOf(new Date()), record))]
  } finally {
    await db.destroy()
  }
}

async function signIn(db: Db, ownerUrl: string, { authorityId, firstPetition }: Share, other: Share): Promise<Reader> {
  const token = await openSession(ownerUrl, accountId(authorityId, 0))
  const session = await findSession(db, hashOfSecret(token), new Date())
  return { authorityId, firstPetition, other, token, actor: actorOfSession(session!)! }
}

type Record = (ask: () => Promise<unknown>) => Promise<BareQuery[]>

async function casesOf(db: Db, readers: readonly Reader[], record: Record): Promise<BenchCase[]> {
  const today = dayOf(new Date())
  const each = async (make: (reader: Reader) => Promise<Variant[]>) => (await inTurn(readers, make)).flat()
  const variant = (reader: Reader, path: string, queries: BareQuery[]): Variant => ({
    path: `/${slugOf(reader.authorityId)}${path}`,
    cookie: `doi_thoai_session=${reader.token}`,
    queries,
  })
  const seen = (reader: Reader) => visibilityOf(reader.actor, reader.authorityId)!
  const first = { sort: 'newest' as const, direction: 'desc' as const, page: 1, pageSize: 25 }
  const search = (words: readonly string[]) =>
    each((reader) =>
      inTurn(words, async (typed) =>
        variant(
          reader,
          `/tim?q=${encodeURIComponent(typed)}`,
          await record(() => searchEverything(db, reader.actor, reader.authorityId, typed, today)),
        ),
      ),
    )
  const due = { sort: 'due' as const, direction: 'asc' as const, page: 1, pageSize: 50 }
  const open = { whose: 'authority' as const, when: 'open' as const, days: workDays(today) }
  return [
    {
      name: 'list',
      title: 'Petition list, 25 rows',
      aim: 45,
      variants: await each(async (reader) => [
        variant(reader, '/kien-nghi', await record(() => listPetitions(db, seen(reader), { today }, first))),
      ]),
    },
    {
      name: 'page',
      title: 'Petition with history',
      aim: 35,
      variants: await each(async (reader) => {
        const ids = Array.from({ length: PETITIONS_EACH }, (_, at) => reader.firstPetition + 40 + at)
        const petitions = await inTurn(ids, (id) => getPetition(db, reader.authorityId, id))
        const open = petitions.filter((petition) => !petition.confidential)
        return inTurn(open, async ({ id }) =>
          variant(
            reader,
            `/kien-nghi/${id}`,
            await record(async () => {
              await getPetition(db, reader.authorityId, id)
              await listLogOf(db, reader.authorityId, 'petition', id, 100)
            }),
          ),
        )
      }),
    },
    { name: 'search', title: 'Search without diacritics', aim: 60, variants: await search(PLAIN) },
    { name: 'search-exact', title: 'Search with diacritics', aim: 60, variants: await search(ACCENTED) },
    {
      name: 'deadlines',
      title: 'Deadline list of an authority',
      aim: 45,
      variants: await each(async (reader) => {
        const viewer = deadlineViewer(reader.actor, reader.authorityId)!
        return [variant(reader, '/han', await record(() => listVisibleDeadlines(db, viewer, open, due)))]
      }),
    },
    {
      name: 'create',
      title: 'Creating a petition',
      aim: 35,
      variants: await each(async (reader) => [createVariant(reader, today)]),
    },
  ]
}

async function inTurn<T, R>(all: readonly T[], make: (one: T) => Promise<R>): Promise<R[]> {
  const made: R[] = []
  for (const one of all) made.push(await make(one))
  return made
}

/** The form of a new submission, filled as a clerk would; beside it one durable INSERT of the same petition. */
function createVariant({ authorityId, other, token }: Reader, today: string): Variant {
  const chance = seededChance(authorityId * 104_729)
  const text = petitionText(chance)
  const form = {
    dialogueId: '',
    receivedOn: today,
    channel: 'letter',
    raised: 'before',
    petitionerKind: 'person',
    petitionerName: personName(chance),
    address: 'Thôn Trung',
    text,
    _key: 'bench-{n}',
  }
  return {
    path: `/${slugOf(authorityId)}/kien-nghi/moi`,
    cookie: `doi_thoai_session=${token}`,
    body: new URLSearchParams(form).toString().replace('%7Bn%7D', '{n}'),
    queries: [
      {
        sql: `insert into petition (authority_id, code, submission_id, petitioner_id, received_on, raised, content)
          values ($1, 'BARE-' || $2, $3, $3, $4::date, 'before', $5) returning id`,
        parameters: [other.authorityId, '{n}', other.firstPetition, today, text],
      },
    ],
  }
}
