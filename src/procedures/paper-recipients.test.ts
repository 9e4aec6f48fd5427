import { afterAll, beforeAll, expect, it } from 'vitest'
import { petitionSteps } from '../../tests/support/petition-steps.ts'
import { createPetitionWorld, type PetitionWorld } from '../../tests/support/petition-world.ts'
import { findPaperSheet } from '../documents/paper-sheet-store.ts'
import { getPaper, listRecipients } from '../documents/paper-store.ts'
import { readSheet } from '../papers/sheet.ts'
import { approvePaperChange, issuePaperChange } from './paper-changes.ts'
import { draftFromData, drawAgain, editText } from './paper-from-data.ts'
import { addRecipientsChange, removeRecipientChange } from './send-paper-changes.ts'

let world: PetitionWorld
const { assigned } = petitionSteps(() => world)
beforeAll(async () => {
  world = await createPetitionWorld()
})
afterAll(() => world.close())

const rows = (id: number) => listRecipients(world.db, world.authorityId, id)
const names = async (id: number) => (await rows(id)).map(({ name, remark }) => (remark ? `${name} (${remark})` : name))
const stored = async (id: number) => (await findPaperSheet(world.db, world.authorityId, id))!
async function onPaper(id: number) {
  const sheet = readSheet((await stored(id)).sheet)
  const items = sheet.recipients!.items.map(({ name, purpose }) => (purpose ? `${name} (${purpose})` : name))
  return [...(sheet.to ?? []), ...items]
}

async function draft(kind: string, subject: { subjectKind: string; subjectId: number }) {
  const asked = { kind, ...subject, issuerAgencyId: world.agencies.office }
  return (await world.done(world.people.clerk, draftFromData, asked)).paperId
}
const ofDialogue = () => ({ subjectKind: 'dialogue', subjectId: world.dialogueId })

it('those whom a drawn paper names are its recipients, agencies as agencies', async () => {
  const id = await draft('publicNotice', ofDialogue())
  expect(await onPaper(id)).toEqual(await names(id))
  const front = (await rows(id)).find((one) => one.agencyId === world.agencies.front)
  expect(front).toMatchObject({ purpose: 'front', writtenTo: false, sentOn: null })
  expect((await getPaper(world.db, world.authorityId, id)).body).toContain(`Nơi nhận: ${front!.name}`)
})

it('a letter knows to whom it is written, and the petitioner as such', async () => {
  const petitionId = await assigned({ petitionerName: 'Cà Thị Thư' })
  const id = await draft('petitionerNotice', { subjectKind: 'petition', subjectId: petitionId })
  const petitioner = (await rows(id)).find((one) => one.petitionerId !== null)
  expect(petitioner).toMatchObject({
    purpose: 'petitioner',
    name: expect.stringContaining('Cà Thị Thư'),
    writtenTo: true,
  })
})

it('whom somebody adds or strikes out comes and goes on the paper, and stays so when it is drawn again', async () => {
  const { people, agencies } = world
  const id = await draft('publicNotice', ofDialogue())
  const add = { id, purpose: 'other', agencyIds: String(agencies.power), remark: 'để phối hợp' }
  await world.done(people.clerk, addRecipientsChange, add)
  expect((await onPaper(id)).at(-1)).toBe('Công ty Điện lực (để phối hợp)')
  const first = (await rows(id))[0]!
  await world.done(people.clerk, removeRecipientChange, { id, recipientId: first.id })
  expect(await onPaper(id)).not.toContain(first.name)
  await world.done(people.clerk, drawAgain, { id, sheetVersion: (await stored(id)).version })
  expect(await onPaper(id)).toEqual(await names(id))
  expect(await names(id)).toContain('Công ty Điện lực (để phối hợp)')
  expect((await rows(id)).some((one) => one.id === first.id)).toBe(false)
})

it('what is typed into “Nơi nhận” becomes the recipients; the signed text and the register are one list', async () => {
  const { people, agencies } = world
  const id = await draft('petitionDigest', ofDialogue())
  const typed = ['Phòng Kinh tế (để thực hiện)', 'Hội Người cao tuổi', 'Ủy ban MTTQ Việt Nam'].join('\n')
  await world.done(people.clerk, editText, {
    id,
    sheetVersion: (await stored(id)).version,
    texts: { recipients: typed },
  })
  expect(await names(id)).toEqual(expect.arrayContaining(typed.split('\n')))
  expect(await rows(id)).toHaveLength(3 + (readSheet((await stored(id)).sheet).to?.length ?? 0))
  const economy = (await rows(id)).find((one) => one.agencyId === agencies.economy)
  expect(economy).toMatchObject({ purpose: 'competentAgency', remark: 'để thực hiện' })
  await world.done(people.leader, approvePaperChange, { id })
  const signing = { datedOn: '20/10/2025', signerName: 'A', signerTitle: 'CHÁNH VĂN PHÒNG', signCapacity: 'head' }
  await world.done(people.records, issuePaperChange, { id, ...signing })
  expect(new Set(await onPaper(id))).toEqual(new Set(await names(id)))
  const issued = await onPaper(id)
  await world.done(people.clerk, addRecipientsChange, { id, purpose: 'other', agencyIds: '', name: 'Đài truyền thanh' })
  expect(await onPaper(id)).toEqual(issued)
})
