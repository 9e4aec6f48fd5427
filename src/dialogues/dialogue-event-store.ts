import type { Db } from '../platform/db/connection.ts'
import { listNotices } from './conference-store.ts'
import {
  announcementsOf,
  type DialogueEvents,
  invitationsSentOn,
  resultPublishedOn,
  withoutUndefined,
} from './dialogue-events.ts'
import { listInvitees } from './dialogue-people-store.ts'
import { getDialogue } from './dialogue-store.ts'

/**
 * What has happened to a dialogue: the days from which its deadlines count, and the days on which duties were met.
 * `noticeReceived` is not here: it differs from agency to agency (paper_recipient).
 */
export async function readDialogueEvents(db: Db, authorityId: number, dialogueId: number): Promise<DialogueEvents> {
  const dialogue = await getDialogue(db, authorityId, dialogueId)
  const [notices, invitees, facts] = await Promise.all([
    listNotices(db, authorityId, dialogueId),
    listInvitees(db, authorityId, dialogueId),
    readDays(db, authorityId, dialogueId),
  ])
  return {
    anchors: withoutUndefined({
      conferenceHeld: dialogue.form === 'indirect' ? undefined : (dialogue.heldOn ?? undefined),
      collectionOpened: dialogue.collectionOpensOn ?? undefined,
      collectionClosed: dialogue.collectionClosesOn ?? undefined,
      requestReceived: facts.requestedOn ?? undefined,
      noticeIssued: facts.issuedOn ?? undefined,
      noticeSent: facts.sentCompleteOn ?? undefined,
    }),
    met: withoutUndefined({
      invitationSent: invitationsSentOn(invitees.map((invitee) => invitee.sentOn)),
      ...announcementsOf(notices),
      internalReviewHeld: facts.reviewedOn ?? undefined,
      noticeSentToAll: facts.sentCompleteOn ?? undefined,
      resultPublished: resultPublishedOn(notices),
    }),
  }
}

async function readDays(db: Db, authorityId: number, dialogueId: number) {
  return db
    .selectFrom('dialogue')
    .leftJoin('conclusionNotice', (join) =>
      join
        .onRef('conclusionNotice.dialogueId', '=', 'dialogue.id')
        .onRef('conclusionNotice.authorityId', '=', 'dialogue.authorityId'),
    )
    .leftJoin('internalReview', (join) =>
      join
        .onRef('internalReview.dialogueId', '=', 'dialogue.id')
        .onRef('internalReview.authorityId', '=', 'dialogue.authorityId'),
    )
    .leftJoin('dialogueRequest', (join) =>
      join
        .onRef('dialogueRequest.id', '=', 'dialogue.requestId')
        .onRef('dialogueRequest.authorityId', '=', 'dialogue.authorityId'),
    )
    .select(['conclusionNotice.issuedOn', 'conclusionNotice.sentCompleteOn'])
    .select(['internalReview.heldOn as reviewedOn', 'dialogueRequest.receivedOn as requestedOn'])
    .where('dialogue.authorityId', '=', authorityId)
    .where('dialogue.id', '=', dialogueId)
    .executeTakeFirstOrThrow()
}
