import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { z } from 'zod'
import type { Role } from '../../src/access/role.ts'
import { insertAgency } from '../../src/agencies/agency-store.ts'
import { insertAuthority } from '../../src/agencies/authority-store.ts'
import type { Change, ChangeContext } from '../../src/changes/define-change.ts'
import { type Outcome, performChange } from '../../src/changes/perform-change.ts'
import { SettableClock } from '../../src/platform/clock.ts'
import { type Day, dayOf } from '../../src/platform/day.ts'
import { type FileStore, openFileStore } from '../../src/platform/files/file-store.ts'
import { loadRegulationFiles } from '../../src/regulations/load-regulation-files.ts'
import { listRegulationVersions, syncShippedRegulations } from '../../src/regulations/regulation-store.ts'
import { testActor } from './test-actor.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

const FROM = '2025-01-01' as Day

/** An authority with its offices, accounts, regulation and file store, on a database and a folder of its own. */
export class DocumentHouse {
  readonly clock = new SettableClock(new Date('2025-11-10T09:00:00+07:00'))
  authorityId = 0
  partyOffice = 0
  committee = 0
  front = 0
  electricity = 0
  accounts: Record<'clerk' | 'leader' | 'records' | 'specialist' | 'chair', number> = {
    clerk: 0,
    leader: 0,
    records: 0,
    specialist: 0,
    chair: 0,
  }
  regulationVersionId = 0
  #key = 0

  constructor(
    readonly database: TestDatabase,
    readonly files: FileStore,
    readonly folder: string,
  ) {}

  get db() {
    return this.database.db
  }

  get runtime() {
    return { db: this.db, clock: this.clock }
  }

  actor(role: Role, accountId: number | null = this.accounts.clerk, agencyId: number | null = this.partyOffice) {
    return testActor(role, { authorityId: this.authorityId, agencyId, accountId })
  }

  /** Performs a change under a fresh key, as `role` with the account that fits it. */
  async perform<Schema extends z.ZodType, Result>(
    change: Change<Schema, Result>,
    input: unknown,
    role: Role = 'clerk',
    options: { key?: string; agencyId?: number; accountId?: number } = {},
  ): Promise<Outcome<Result>> {
    const accountOf: Partial<Record<Role, number>> = {
      officeLeader: this.accounts.leader,
      recordsClerk: this.accounts.records,
      agencySpecialist: this.accounts.specialist,
      agencyLeader: this.accounts.specialist,
      chair: this.accounts.chair,
    }
    const accountId = options.accountId ?? accountOf[role] ?? this.accounts.clerk
    const actor = this.actor(role, accountId, options.agencyId ?? this.partyOffice)
    this.#key += 1
    const key = options.key ?? `key-${this.#key}`
    return performChange(this.runtime, change, { actor, authorityId: this.authorityId, input, key })
  }

  /** As `perform`, and the value of a change that must succeed. */
  async done<Schema extends z.ZodType, Result>(
    change: Change<Schema, Result>,
    input: unknown,
    role: Role = 'clerk',
    options: { key?: string; agencyId?: number; accountId?: number } = {},
  ): Promise<Result> {
    const outcome = await this.perform(change, input, role, options)
    if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.errors)}`)
    return outcome.value
  }

  /** A context for calling the functions of the room directly; what it records is dropped. */
  context(accountId: number | null = this.accounts.clerk): ChangeContext {
    const now = this.clock.now()
    return {
      db: this.db,
      actor: this.actor('clerk', accountId),
      authorityId: this.authorityId,
      now,
      today: dayOf(now),
      record: () => {},
    }
  }

  /** A dialogue put straight into the table: its own room has its own tests. */
  async dialogue(values: { state?: string; heldOn?: Day; kind?: string } = {}): Promise<number> {
    const row = await this.db
      .insertInto('dialogue')
      .values({
        authorityId: this.authorityId,
        title: 'Hội nghị đối thoại năm 2025',
        kind: values.kind ?? 'periodic',
        form: 'inPerson',
        chairModel: 'partySecretary',
        regulationVersionId: this.regulationVersionId,
        state: values.state ?? 'concluded',
        heldOn: values.heldOn ?? ('2025-10-29' as Day),
        leadAgencyId: this.partyOffice,
        archiveAgencyId: this.partyOffice,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return row.id
  }

  async petition(dialogueId: number, values: { state?: string; confidential?: boolean; leadAgencyId?: number } = {}) {
    const { id: petitionerId } = await this.db
      .insertInto('petitioner')
      .values({ authorityId: this.authorityId, kind: 'person', name: 'Nguyễn Văn Thử' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const base = { authorityId: this.authorityId, dialogueId, petitionerId, receivedOn: '2025-10-10' as Day }
    const { id: submissionId } = await this.db
      .insertInto('submission')
      .values({ ...base, channel: 'letter', text: 'Đề nghị sửa đường' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const row = await this.db
      .insertInto('petition')
      .values({
        ...base,
        submissionId,
        code: `CH-2025-${String(submissionId).padStart(4, '0')}`,
        raised: 'before',
        content: 'Đề nghị sửa đường',
        state: values.state ?? 'answered',
        answeredOn: (values.state ?? 'answered') === 'answered' ? ('2025-10-29' as Day) : null,
        confidential: values.confidential ?? false,
        leadAgencyId: values.leadAgencyId ?? null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return row.id
  }

  /** A small PDF as a received upload, kept in the store. */
  async upload(text = 'page', name = 'trang-ky.pdf') {
    const kept = await this.files.put(Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`))
    return { name, mediaType: 'application/pdf', ...kept }
  }

  async close(): Promise<void> {
    await this.database.close()
    await rm(this.folder, { recursive: true, force: true })
  }
}

export async function openDocumentHouse(options: { poolSize?: number } = {}): Promise<DocumentHouse> {
  const database = await createTestDatabase(options)
  const folder = await mkdtemp(join(tmpdir(), 'doi-thoai-files-'))
  const house = new DocumentHouse(database, openFileStore(join(folder, 'files')), folder)
  const { db } = database
  house.authorityId = await insertAuthority(db, {
    slug: 'dao-thu',
    name: 'Đặc khu Đảo Thử',
    shortName: 'Đảo Thử',
    kind: 'specialZone',
    placeName: 'Đảo Thử',
    parentAuthorityId: null,
    fromDay: FROM,
    toDay: null,
    casePrefix: 'DT',
    voters: 1000,
    totpRequired: false,
    demo: false,
  })
  const agency = (name: string, roleKey: string | null, external = false) =>
    insertAgency(db, {
      authorityId: house.authorityId,
      parentId: null,
      name,
      shortName: name,
      kind: 'office',
      roleKey,
      level: 'commune',
      external,
      fromDay: FROM,
      toDay: null,
    })
  house.partyOffice = await agency('Văn phòng Đảng ủy', 'partyCommitteeOffice')
  house.committee = await agency('Ủy ban nhân dân đặc khu', 'peoplesCommittee')
  house.front = await agency('Ủy ban MTTQ Việt Nam đặc khu', 'fatherlandFront')
  house.electricity = await agency('Điện lực', null, true)
  for (const login of Object.keys(house.accounts) as (keyof DocumentHouse['accounts'])[]) {
    const row = await db
      .insertInto('account')
      .values({ login, displayName: login, passwordHash: 'x' })
      .returning('id')
      .executeTakeFirstOrThrow()
    house.accounts[login] = row.id
  }
  await syncShippedRegulations(db, await loadRegulationFiles())
  const versions = await listRegulationVersions(db)
  house.regulationVersionId = versions.find((version) => version.regulationId === 'hai-phong-13')!.id
  return house
}
