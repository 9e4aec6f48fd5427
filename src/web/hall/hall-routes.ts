import { recordExclusion } from '../../dialogues/record-exclusion.ts'
import { showOnScreen } from '../../hall/arrange-hall.ts'
import { enterQuestion } from '../../hall/ask-question.ts'
import { countArrival, takeBackArrival } from '../../hall/count-arrival.ts'
import { handUpNote, readNote } from '../../hall/hand-up-note.ts'
import { reportOpenItem } from '../../hall/report-open-item.ts'
import { answerInHall, directAgency } from '../../procedures/answer-in-hall.ts'
import { capturePetition, linkPetitionToSpeech } from '../../procedures/capture-petition.ts'
import { directHall } from '../../procedures/direct-hall.ts'
import { moderateQuestion } from '../../procedures/moderate-question.ts'
import { receiveQuestion } from '../../procedures/receive-question.ts'
import { registerSpeakerInHall } from '../../procedures/register-speaker-in-hall.ts'
import type { OfficeRoute } from '../office/office-route.ts'
import { showDesk } from './desk-page.tsx'
import { finishRoutes } from './finish-page.tsx'
import { hallCommand } from './hall-commands.ts'
import { exportHall } from './hall-export.ts'
import { hallHomeRoutes } from './hall-home-page.tsx'
import { followHall, readDeskData } from './hall-request.ts'

const at = '/hoi-nghi/:id/hoi-truong'

/** The hall of a conference: its front page, its desks, what they read and what they do. */
export const hallRoutes: readonly OfficeRoute[] = [
  ...hallHomeRoutes,
  { method: 'GET', url: `${at}/thu-ky`, permission: 'dossier:read', handle: showDesk('secretary') },
  { method: 'GET', url: `${at}/chu-tri`, permission: 'dossier:read', handle: showDesk('chair') },
  { method: 'GET', url: `${at}/cua`, permission: 'hall:door', handle: showDesk('door') },
  { method: 'GET', url: `${at}/co-quan`, permission: 'hall:see', handle: showDesk('agency') },
  { method: 'GET', url: `${at}/du-lieu`, permission: 'hall:see', handle: readDeskData },
  { method: 'GET', url: `${at}/su-kien`, permission: 'hall:see', handle: followHall },
  { method: 'GET', url: `${at}/xuat`, permission: 'dossier:download', handle: exportHall },
  ...finishRoutes,
  hallCommand({ path: '/lenh', permission: 'dialogue:conduct', change: directHall }),
  hallCommand({ path: '/dang-ky', permission: 'hall:door', change: registerSpeakerInHall, desk: 'door' }),
  hallCommand({ path: '/diem-danh', permission: 'hall:door', change: countArrival, desk: 'door' }),
  hallCommand({ path: '/diem-danh/bo', permission: 'hall:door', change: takeBackArrival, desk: 'door' }),
  hallCommand({ path: '/kien-nghi', permission: 'petition:receive', change: capturePetition }),
  hallCommand({ path: '/gan', permission: 'petition:receive', change: linkPetitionToSpeech }),
  hallCommand({ path: '/tra-loi', permission: 'petition:answer-at-conference', change: answerInHall }),
  hallCommand({ path: '/hen', permission: 'petition:promise', change: directAgency }),
  hallCommand({ path: '/cau-hoi', permission: 'dialogue:conduct', change: moderateQuestion }),
  hallCommand({
    path: '/khong-doi-thoai',
    permission: 'dialogue:see-exclusions',
    change: recordExclusion,
    desk: 'door',
  }),
  hallCommand({ path: '/cau-hoi/kien-nghi', permission: 'petition:receive', change: receiveQuestion }),
  hallCommand({ path: '/viec-ton', permission: 'dialogue:conduct', change: reportOpenItem }),
  hallCommand({ path: '/man-hinh', permission: 'dialogue:conduct', change: showOnScreen }),
  hallCommand({ path: '/nhap-cau-hoi', permission: 'dialogue:conduct', change: enterQuestion }),
  hallCommand({ path: '/ghi-chu', permission: 'hall:note', change: handUpNote, desk: 'agency' }),
  hallCommand({ path: '/ghi-chu/da-xem', permission: 'dialogue:conduct', change: readNote }),
]
