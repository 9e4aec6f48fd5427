import { takeQueuedSheets } from '../src/jobs/take-queued-sheets.ts'
import { checkSheet } from '../src/lists/check-sheet.ts'
import { forwardOpinionList, mergeOpinion, sendOpinionList } from '../src/lists/hand-opinion-list.ts'
import { getBatch } from '../src/lists/import-store.ts'
import { addOpinion, openOpinionList } from '../src/lists/keep-opinions.ts'
import { keepSheet } from '../src/lists/keep-sheet.ts'
import { getOpinionList, listOpinions } from '../src/lists/opinion-store.ts'
import { queueSheet } from '../src/lists/queue-sheet.ts'
import { hashOfToken } from '../src/platform/secret-token.ts'
import { receiveOpinionList } from '../src/procedures/receive-opinion-list.ts'
import type { DialogueAtWork } from './sample-dialogue.ts'
import type { SamplePlayer } from './sample-player.ts'

/** A list of opinions that a village or an organisation sends up, as far as it has come. */
export interface SampleOpinionList {
  on: string
  /** who keeps it: an account of a village or an organisation */
  by: string
  village?: string
  title: string
  opinions: readonly { name: string; phone?: string; says: string; area?: string }[]
  sentOn: string
  /** by the Front, with the opinions (counted from 0) it says are the same as another of this list */
  forwarded?: { on: string; same?: readonly [opinion: number, into: number][] }
  receivedOn?: string
}

export function scheduleOpinionList(player: SamplePlayer, dialogue: DialogueAtWork, list: SampleOpinionList): void {
  let id = 0
  const form = async () => ({ id, version: (await getOpinionList(player.db, player.authorityId, id)).version })
  player.on(list.on, async () => {
    id = (await player.do(list.by, openOpinionList, { title: list.title, dialogueId: dialogue.id })).id
    for (const { name, phone, says, area } of list.opinions)
      await player.do(list.by, addOpinion, {
        ...{ id, petitionerKind: 'person', petitionerName: name, phone: phone ?? '', content: says, kind: 'request' },
        villageAgencyId: list.village ? player.agency(list.village) : '',
        ...{ subjectArea: area ?? '', receivedOn: list.on },
      })
  })
  player.on(list.sentOn, async () => void (await player.do(list.by, sendOpinionList, await form())))
  const { forwarded, receivedOn } = list
  if (!forwarded) return
  player.on(forwarded.on, async () => {
    const opinions = await listOpinions(player.db, player.authorityId, id)
    for (const [opinion, into] of forwarded.same ?? [])
      await player.do('front', mergeOpinion, { id, opinionId: opinions[opinion]!.id, intoId: opinions[into]!.id })
    await player.do('front', forwardOpinionList, await form())
  })
  if (receivedOn) player.on(receivedOn, async () => void (await player.do('clerk', receiveOpinionList, await form())))
}

/** A spreadsheet as somebody sent it, its cells as the program reads them. */
export interface SampleSheet {
  on: string
  fileName: string
  rows: readonly (readonly string[])[]
  channel: string
  forwardedBy?: string
  /** left with its rows on the table: somebody has to look at what was refused */
  leftToLookAt?: boolean
}

export function scheduleSheet(player: SamplePlayer, dialogue: DialogueAtWork, sheet: SampleSheet): void {
  player.on(sheet.on, async () => {
    const { db, authorityId, clock } = player
    const read = { fileSha256: hashOfToken(sheet.fileName), fileSize: 18_432, sheetName: 'Sheet1', rows: sheet.rows }
    const { id } = await player.do('clerk', keepSheet, { opinionListId: '', fileName: sheet.fileName, ...read })
    const kept = await getBatch(db, authorityId, id)
    await player.do('clerk', checkSheet, {
      ...{ id, version: kept.version, columns: kept.columns.map((column) => column ?? ''), headRow: kept.head.lastRow },
      ...{ dialogueId: dialogue.id, receivedOn: sheet.on, channel: sheet.channel, raised: 'before' },
      forwardedByAgencyId: sheet.forwardedBy ? player.agency(sheet.forwardedBy) : '',
    })
    if (sheet.leftToLookAt) return
    await player.do('clerk', queueSheet, { id, version: (await getBatch(db, authorityId, id)).version })
    await takeQueuedSheets({ db, clock })
  })
}
