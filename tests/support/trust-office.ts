import type { Role } from '../../src/access/role.ts'
import { insertHolding, insertPerson, insertPost } from '../../src/agencies/post-store.ts'
import type { ChangeContext } from '../../src/changes/define-change.ts'
import { attachUpload } from '../../src/documents/attachment-store.ts'
import { openDossier } from '../../src/documents/open-dossier.ts'
import { draftPlan } from '../../src/plans/draft-plan.ts'
import { type Day, dayOf } from '../../src/platform/day.ts'
import { askForAccount } from '../../src/procedures/ask-for-account.ts'
import { insertAdoption } from '../../src/regulations/regulation-store.ts'
import { gateRoutes, officeRoutes } from '../../src/web/office/office-routes.ts'
import { addTestAccount } from './access-fixtures.ts'
import { FormVisitor } from './form-visitor.ts'
import { addSamplePetitions } from './petition-sample.ts'
import { createPetitionWorld, type PetitionWorld } from './petition-world.ts'
import { testActor } from './test-actor.ts'
import { createTestOffice } from './test-office.ts'

export const PASSWORD = 'cá thu kho riềng ba lửa'
const FROM = '2020-01-01' as Day

/** Who is signed in at the tested authority; the name of the login of each role. */
const LOGINS: Record<Role, string> = {
  systemAdministrator: 'he.thong',
  administrator: 'quan.tri',
  clerk: 'clerk',
  officeLeader: 'leader',
  chair: 'chair',
  recordsClerk: 'records',
  secretary: 'thu.ky',
  agencySpecialist: 'specialist',
  agencyLeader: 'head',
  front: 'front',
  collector: 'villager',
  massMobilization: 'ban.dv',
  superior: 'cap.tren',
}

/** Ids of one record of each kind in an authority, by the noun of its address. */
export type RecordIds = Awaited<ReturnType<typeof addRecords>>

/** Two authorities full of records on one program: what tests of who sees and does what stand on. */
export async function openTrustOffice(built?: Parameters<typeof createTestOffice>[3]) {
  const here = await createPetitionWorld({ slug: 'cat-hai', password: PASSWORD })
  const there = await createPetitionWorld({ slug: 'hoang-phu', password: PASSWORD, database: here })
  there.clock.setDay('2025-10-20' as Day)
  const office = await createTestOffice(here.db, here.clock, { office: officeRoutes, gate: gateRoutes }, built)
  const ids = { here: await addRecords(here, office.files), there: await addRecords(there, office.files) }
  await addFurtherPeople(here)
  const visitors = new Map<Role, FormVisitor>()
  const close = async () => {
    await office.close()
    await here.close()
  }
  /** Somebody of the tested authority with this role, signed in. */
  const visitor = async (role: Role): Promise<FormVisitor> => {
    const known = visitors.get(role)
    if (known) return known
    const signedIn = await signIn(office.server, LOGINS[role] + (role in further ? '' : `-${here.authorityId}`))
    visitors.set(role, signedIn)
    return signedIn
  }
  return { here, there, ids, ...office, db: here.db, visitor, close }
}

export type TrustOffice = Awaited<ReturnType<typeof openTrustOffice>>

/** Signs in by the form. */
export async function signIn(server: TrustOffice['server'], login: string): Promise<FormVisitor> {
  const visitor = new FormVisitor(server)
  await visitor.open('/dang-nhap')
  await visitor.post('/dang-nhap', { login, password: PASSWORD })
  if (visitor.address === '/dang-nhap') throw new Error(`${login} could not sign in: ${visitor.text()}`)
  return visitor
}

const further: Partial<Record<Role, 'office' | 'front' | null>> = {
  systemAdministrator: null,
  administrator: 'office',
  secretary: 'office',
  massMobilization: 'front',
  superior: null,
}

async function addFurtherPeople(world: PetitionWorld): Promise<void> {
  for (const [role, agency] of Object.entries(further) as [Role, 'office' | 'front' | null][]) {
    const membership = { authorityId: world.authorityId, role, fromDay: FROM }
    const agencyId = agency ? { agencyId: world.agencies[agency] } : {}
    await addTestAccount(world.db, { login: LOGINS[role], password: PASSWORD }, [{ ...membership, ...agencyId }])
  }
}

type Files = Awaited<ReturnType<typeof createTestOffice>>['files']

async function addRecords(world: PetitionWorld, files: Files) {
  const { db, authorityId, agencies, people, dialogueId } = world
  const regulation = await db
    .selectFrom('dialogue')
    .select('regulationVersionId as id')
    .where('id', '=', dialogueId)
    .executeTakeFirstOrThrow()
  await insertAdoption(db, { authorityId, regulationVersionId: regulation.id, fromDay: FROM, toDay: null })
  const petitions = await addSamplePetitions(world)
  const posts = await addPost(world)
  const plan = { year: 2025, title: `Kế hoạch ${authorityId}`, issuerAgencyId: agencies.office }
  const planId = await world.done(people.clerk, draftPlan, plan)
  const act = await world.done(people.front, askForAccount, {
    ...{ dialogueId, toAgencyId: agencies.economy, answerDueOn: '2025-12-01', content: 'Vì sao chậm trả lời?' },
  })
  const dossierId = await openDossier(roomContext(world), dialogueId, agencies.office)
  const one = async (table: 'paper' | 'petitioner' | 'deadline' | 'numberBook' | 'membership') =>
    (
      await db
        .selectFrom(table)
        .select('id')
        .where('authorityId', '=', authorityId)
        .orderBy('id')
        .limit(1)
        .executeTakeFirstOrThrow()
    ).id
  const paperId = await one('paper')
  const kept = await files.put(Buffer.from(`%PDF-1.7\n${authorityId}\n%%EOF\n`))
  const upload = { name: 'trang-ky.pdf', mediaType: 'application/pdf', ...kept }
  const attachmentId = await attachUpload(roomContext(world), {
    ...{ subjectKind: 'paper', subjectId: paperId, upload, label: 'signedPage' },
  })
  const membership = await one('membership')
  return {
    ...{ petitions, ...posts, planId, actId: act.id, dossierId, paperId, attachmentId, dialogueId, membership },
    accountId: people.villager.accountId!,
    agencyId: agencies.economy,
    petitionerId: await one('petitioner'),
    deadlineId: await one('deadline'),
    numberBookId: await one('numberBook'),
    regulationVersionId: regulation.id,
  }
}

async function addPost({ db, authorityId, agencies }: PetitionWorld) {
  const postId = await insertPost(db, {
    ...{ authorityId, agencyId: agencies.office, title: 'Bí thư Đảng ủy', kind: 'partySecretary', isHead: true },
    ...{ deputyOfPostId: null, fromDay: FROM, toDay: null },
  })
  const personId = await insertPerson(db, { authorityId, fullName: 'Đỗ Thị Bình Minh' })
  const holding = { authorityId, postId, personId, fromDay: FROM, toDay: null, basis: null }
  await insertHolding(db, holding)
  const row = await db.selectFrom('postHolding').select('id').where('postId', '=', postId).executeTakeFirstOrThrow()
  return { postId, holdingId: row.id }
}

/** For functions of the rooms below the changes; what they record is dropped. */
function roomContext(world: PetitionWorld): ChangeContext {
  const now = world.clock.now()
  const { db, authorityId } = world
  const agencyId = world.agencies.office
  const actor = testActor('clerk', { authorityId, agencyId, accountId: world.people.clerk.accountId })
  return { db, authorityId, actor, now, today: dayOf(now), record: () => {} }
}
