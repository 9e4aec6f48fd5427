import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDialogueWorld, type DialogueWorld } from '../../tests/support/dialogue-world.ts'
import { getDialogue } from '../dialogues/dialogue-store.ts'
import type { Day } from '../platform/day.ts'
import { projectRoot } from '../platform/project-root.ts'
import { readRegulation } from '../regulations/read-regulation.ts'
import { insertRegulationVersion, listRegulationVersions, retireVersion } from '../regulations/regulation-store.ts'
import { loadDialogueClock } from './dialogue-clock.ts'
import { openDialogue } from './open-dialogue.ts'
import { setConferenceDay } from './set-conference-day.ts'

const opening = {
  ...{ title: 'Hội nghị đối thoại năm 2025', kind: 'periodic', form: 'inPerson', chairModel: 'coPresiding' },
  ...{ heldOn: '18/12/2025', venue: 'Hội trường' },
}

let world: DialogueWorld
let old: number
beforeAll(async () => {
  world = await createDialogueWorld({ today: '2025-12-01' })
  old = (await world.done(world.people.clerk, openDialogue, opening)).id
  const law = (await listRegulationVersions(world.db)).find((one) => one.regulationId === 'law-72')!
  await retireVersion(world.db, law.id, '2025-12-02' as Day)
  const file = join(projectRoot(), 'samples/regulations/quy-dinh-11.yaml')
  const { regulation } = readRegulation(await readFile(file, 'utf8'), file)
  const origin = { origin: 'imported', ownerAuthorityId: null, basedOnId: null, enteredBy: null } as const
  await insertRegulationVersion(world.db, { regulation: regulation!, ...origin })
  world.at('2025-12-03')
})
afterAll(() => world.close())

const instruments = async (dialogueId: number) => {
  const { rules } = await loadDialogueClock(world.db, world.authorityId, dialogueId)
  return [...new Set(rules.map((rule) => rule.instrumentId))].sort()
}

it('an old dialogue keeps the law it was opened under; a new one goes by the law of its day', async () => {
  expect(await instruments(old)).toEqual(['hai-phong-13', 'law-72'])
  const { id } = await world.done(world.people.clerk, openDialogue, { ...opening, heldOn: '19/12/2025' })
  expect(await instruments(id)).toEqual(['hai-phong-13', 'quy-dinh-11'])
})

it('other facts of the meeting leave the law in place; another day brings the law of that day', async () => {
  const { version, overlayVersionIds } = await getDialogue(world.db, world.authorityId, old)
  const decide = { id: old, version, heldOn: '18/12/2025', venue: 'Nhà văn hóa', composition: '', reason: '' }
  await world.done(world.people.chair, setConferenceDay, decide)
  const same = await getDialogue(world.db, world.authorityId, old)
  expect(same.overlayVersionIds).toEqual(overlayVersionIds)
  const later = { ...decide, version: same.version, heldOn: '22/12/2025', reason: 'Bão' }
  await world.done(world.people.chair, setConferenceDay, later)
  expect(await instruments(old)).toEqual(['hai-phong-13', 'quy-dinh-11'])
})
