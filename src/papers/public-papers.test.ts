import { afterAll, beforeAll, expect, it } from 'vitest'
import { fillFrom, textsOf } from '../../tests/support/filled-papers.ts'
import { petitionSteps } from '../../tests/support/petition-steps.ts'
import { createPetitionWorld, type PetitionWorld } from '../../tests/support/petition-world.ts'
import { parseDay } from '../platform/day.ts'
import { shippedTemplates } from './load-templates.ts'

const today = parseDay('2025-11-10')
const NAME = 'Quàng Thị Nhật Lệ'
const PHONE = '0987 654 321'
const ADDRESS = 'Số 7 ngõ 3 đường Mồ Côi'
const SECRET = 'Việc kín về quỹ thôn'
const HIDDEN = 'Lường Văn Kín'
let world: PetitionWorld
let petitionId: number
let secretId: number
const { receive, assigned } = petitionSteps(() => world)

beforeAll(async () => {
  world = await createPetitionWorld()
  const who = { petitionerName: NAME, phone: PHONE, address: ADDRESS, villageAgencyId: world.agencies.village }
  petitionId = await assigned({
    ...who,
    text: `Tôi là ${NAME}, ở ${ADDRESS}, gọi số 0987.654.321: đề nghị sửa đường. Bà  Lệ đã hỏi hai lần.`,
  })
  secretId = await receive({
    ...who,
    petitionerName: HIDDEN,
    text: SECRET,
    consentToPublishName: 'on',
    confidential: 'on',
    confidentialReason: 'bảo vệ người phản ánh',
  })
  await world.held()
  await concludeWith(`Giao Phòng Kinh tế trả lời bà Nhật Lệ (${PHONE}) trước Tết; bà Lệ theo dõi.`)
})
afterAll(() => world.close())

async function concludeWith(conclusion: string) {
  const { db, authorityId, dialogueId } = world
  const at = { authorityId, dialogueId }
  const notice = await db
    .insertInto('conclusionNotice')
    .values({ ...at, assessment: `Có ý kiến của ${NAME.toUpperCase()}.`, implementation: `Báo ${NAME}, ${HIDDEN}.` })
    .returning('id')
    .executeTakeFirstOrThrow()
  const item = await db
    .insertInto('conclusionItem')
    .values({
      ...{ ...at, noticeId: notice.id, position: 1, content: `Đường trước nhà ${NAME}`, conclusion },
      ...{ disposition: 'verifyAndReplyLater', leadAgencyId: world.agencies.economy, dueOn: parseDay('2025-12-15') },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.updateTable('petition').set({ conclusionItemId: item.id }).where('id', '=', petitionId).execute()
  await db
    .insertInto('speechRegistration')
    .values({ ...at, position: 1, speakerName: NAME, content: `${NAME} hỏi về đường`, registered: 'before' })
    .execute()
}

async function wordsOf(test: (template: { about: string; variant?: string | undefined }) => boolean, more = {}) {
  const texts: string[] = []
  for (const template of (await shippedTemplates()).filter(test)) {
    const given = { authorityId: world.authorityId, subjectId: world.dialogueId, today, ...more }
    texts.push(...textsOf(await fillFrom(world.db, template, given)))
  }
  return texts.join('\n')
}

it('tells the public no name, telephone number or address of who petitions', async () => {
  const words = await wordsOf(({ about }) => about === 'dialogue', { public: true })
  expect(words).toContain('Công dân')
  for (const canary of [NAME, NAME.toUpperCase(), 'Nhật Lệ', 'Lệ', HIDDEN, PHONE, '0987.654.321', 'Mồ Côi'])
    expect(words).not.toContain(canary)
})

it('names the petitioner in the papers of the office, and publicly once she agreed', async () => {
  const office = await wordsOf(({ about, variant }) => about === 'dialogue' && variant === undefined)
  expect(office).toContain(`${NAME}, ${ADDRESS}`)
  await world.db.updateTable('submission').set({ consentToPublishName: true }).execute()
  const words = await wordsOf(({ about, variant }) => about === 'dialogue' && variant === 'public', { public: true })
  await world.db.updateTable('submission').set({ consentToPublishName: false }).execute()
  expect(words).toContain(NAME)
  for (const canary of [PHONE, '0987.654.321', 'Mồ Côi']) expect(words).not.toContain(canary)
})

it('sends a petitioner her own items with nobody else named', async () => {
  const { petitionerId } = await world.db
    .selectFrom('petition')
    .select('petitionerId')
    .where('id', '=', petitionId)
    .executeTakeFirstOrThrow()
  const variant = (one: { variant?: string | undefined }) => one.variant === 'petitioner'
  const own = await wordsOf(variant, { public: true, petitionerId })
  expect(own).toContain(`Ông (Bà) ${NAME}`)
  expect(own).toContain('15/12/2025')
  const other = await wordsOf(variant, { public: true, petitionerId: petitionerId + 1_000 })
  expect(other).not.toContain(NAME)
  expect(other).not.toContain('15/12/2025')
})

it('speaks of a confidential petition in its own papers only', async () => {
  const shares = { agencyId: world.agencies.economy }
  const words = await wordsOf(({ about }) => about === 'dialogue' || about === 'agencyShare', shares)
  expect(words).not.toContain(SECRET)
  const own = await wordsOf(({ about }) => about === 'petition', { subjectId: secretId })
  expect(own).toContain(SECRET)
})
