import { defineChange } from '../changes/define-change.ts'
import { regularMeetingForm } from '../dialogues/dialogue-forms.ts'
import { requireDone } from '../dialogues/done-days.ts'
import { insertDialogue } from '../dialogues/insert-dialogue.ts'
import { openDossier } from '../documents/open-dossier.ts'
import { formatDay } from '../platform/day.ts'
import { regulationOfAuthority } from '../regulations/regulation-store.ts'
import { refreshDialogueDeadlines } from './refresh-deadlines.ts'

/**
 * A dialogue held within a regular meeting (giao ban, sinh hoạt chính trị dưới cờ …, 000 II.2) recorded in seconds:
 * session, day, who presided, how many came. It is held at once and can be closed at once.
 */
export const recordRegularMeeting = defineChange({
  name: 'dialogue/record-regular-meeting',
  permission: 'dialogue:open',
  input: regularMeetingForm,
  run: async (context, input) => {
    requireDone(context.today, { heldOn: input.heldOn })
    const { id, archiveAgencyId } = await insertDialogue(context, {
      plannedDialogueId: null,
      requestId: null,
      topicProposalId: null,
      title: `${await sessionLabel(context, input.sessionKind, input.heldOn)} ngày ${formatDay(input.heldOn)}`,
      kind: 'withinRegularMeeting',
      form: 'inPerson',
      chairModel: input.chairModel,
      sessionKind: input.sessionKind,
      triggerKey: null,
      triggerReason: '',
      topic: '',
      audience: [],
      heldOn: input.heldOn,
      startsAt: null,
      endsAt: null,
      venue: '',
      onlineLink: '',
      collectionOpensOn: null,
      collectionClosesOn: null,
      hostAgencyId: null,
      policeForum: false,
      interpreterNeeded: '',
      state: 'held',
      attendancePeople: input.attendancePeople,
      note: input.note,
    })
    await openDossier(context, id, archiveAgencyId)
    await refreshDialogueDeadlines(context, id, {
      cause: 'opened',
      reason: 'Ghi nhận đối thoại gắn với cuộc họp thường kỳ.',
    })
    return { id }
  },
})

async function sessionLabel(
  context: Parameters<typeof insertDialogue>[0],
  sessionKind: string,
  day: Parameters<typeof formatDay>[0],
): Promise<string> {
  const found = await regulationOfAuthority(context.db, context.authorityId, day)
  const kind = found?.regulation.kinds.find((one) => one.key === 'withinRegularMeeting')
  return kind?.sessionKinds.find((session) => session.key === sessionKind)?.label ?? sessionKind
}
