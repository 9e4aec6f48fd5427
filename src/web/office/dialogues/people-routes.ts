import { addInvitee } from '../../../dialogues/add-invitee.ts'
import { editInvitee } from '../../../dialogues/edit-invitee.ts'
import { recordAttendance } from '../../../dialogues/record-attendance.ts'
import { recordReply } from '../../../dialogues/record-reply.ts'
import { removeInvitee } from '../../../dialogues/remove-invitee.ts'
import { sendInvitations } from '../../../procedures/send-invitations.ts'
import { conferenceWords } from '../../words/conference-words.ts'
import type { OfficeRoute } from '../office-route.ts'
import { dialogueAct, dialogueView } from './dialogue-act.tsx'
import { downloadInvitations, INVITATIONS, showInvitations } from './invitation-pages.tsx'
import { peoplePage } from './people-page.tsx'

const saved = (lang: 'vi' | 'en') => conferenceWords[lang].saved
const page = { page: peoplePage, back: '/thanh-phan' }

export const peopleRoutes: OfficeRoute[] = [
  dialogueView('/thanh-phan', 'dialogue:read', peoplePage),
  { method: 'GET', url: `/hoi-nghi/:id${INVITATIONS}`, permission: 'dialogue:invite', handle: showInvitations },
  { method: 'GET', url: `/hoi-nghi/:id${INVITATIONS}.pdf`, permission: 'dialogue:invite', handle: downloadInvitations },
  dialogueAct({
    ...{ ...page, path: '/thanh-phan', permission: 'dialogue:nominate', change: addInvitee, form: 'add' },
    flash: (lang) => conferenceWords[lang].people.added,
  }),
  dialogueAct({
    ...{ ...page, path: '/thanh-phan/gui', permission: 'dialogue:invite', change: sendInvitations, form: 'send' },
    flash: (lang, { sent }) => conferenceWords[lang].people.sentFlash(sent),
  }),
  dialogueAct({
    ...page,
    path: '/thanh-phan/diem-danh',
    permission: 'dialogue:conduct',
    change: recordAttendance,
    form: 'roll',
    flash: saved,
  }),
  dialogueAct({
    ...{ ...page, path: '/thanh-phan/:row', permission: 'dialogue:prepare', change: editInvitee, flash: saved },
    form: (request) => `edit-${request.params['row']}`,
    conflict: (lang) => {
      const { name, title, headcount } = conferenceWords[lang].people
      return [
        { name: 'name', label: name },
        { name: 'title', label: title },
        { name: 'headcount', label: headcount },
      ]
    },
  }),
  dialogueAct({
    ...{ ...page, path: '/thanh-phan/:row/bo', permission: 'dialogue:prepare', change: removeInvitee, flash: saved },
    form: (request) => `remove-${request.params['row']}`,
  }),
  dialogueAct({
    ...{ ...page, path: '/thanh-phan/:row/tra-loi', permission: 'dialogue:invite', change: recordReply, flash: saved },
    form: (request) => `reply-${request.params['row']}`,
  }),
]
