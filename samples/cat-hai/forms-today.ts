import { formSerial } from '../../src/printed-forms/form-serial.ts'
import { printForms } from '../../src/printed-forms/print-forms.ts'
import { listForms } from '../../src/printed-forms/printed-form-store.ts'
import { enterSpeechRegistration } from '../../src/procedures/enter-speech-form.ts'
import { enterSubmission } from '../../src/procedures/enter-submission.ts'
import { dataNotice } from '../../src/web/words/data-notice-words.ts'
import type { DialogueAtWork } from '../sample-dialogue.ts'
import type { SamplePlayer } from '../sample-player.ts'
import { catHaiTeam } from './cat-hai-office.ts'
import type { WorkingDay } from './petitions-this-year.ts'

const OFFICE = 'Văn phòng HĐND và UBND đặc khu Cát Hải, thị trấn Cát Bà'

interface PaperEntry {
  /** which sheet of its batch, from 0: they do not come back in their order */
  at: number
  who: string
  says: string
}

const FROM_XUAN_DAM: readonly PaperEntry[] = [
  {
    at: 3,
    who: 'Hoàng Thị Mận',
    says: '1. Đèn đường đoạn trước nhà văn hóa thôn tắt đã hai tháng, đề nghị thay.\n2. Xe chở đá chạy ban đêm làm nứt tường nhà dân hai bên đường trục.',
  },
  { at: 11, who: 'Đoàn Văn Lực', says: 'Đề nghị có chỗ đỗ xe cho khách vào bãi tắm, hiện xe đỗ kín lối ra của dân.' },
]
const FROM_HAI_SON: readonly PaperEntry[] = [
  { at: 0, who: 'Lê Thị Cúc', says: 'Cống trước chợ tắc, mưa là ngập vào nhà; đề nghị nạo vét trước Tết.' },
]

/** Forms handed out to two villages for the meeting of the day, and speech registrations; some have come back. */
export function schedulePaperForms(player: SamplePlayer, dialogue: DialogueAtWork, day: WorkingDay): void {
  const { lines: _, ...notice } = dataNotice('vi', 'Đặc khu Cát Hải')
  const batches = new Map<string, number>()
  const print = async (name: string, kind: string, copies: number, village: string | null) => {
    const { batchId } = await player.do(catHaiTeam.clerk, printForms, {
      ...{ id: dialogue.id, kind, copies, forAgencyId: village === null ? null : player.agencies.get(village), notice },
      ...{ forWhom: village === null ? 'Bàn tiếp dân của đặc khu' : '', handInAt: OFFICE, handInUntil: day(-4) },
    })
    batches.set(name, batchId)
  }
  player.on(day(-10), async () => {
    await print('xuanDam', 'petitionForm', 40, 'xuanDam')
    await print('haiSon', 'petitionForm', 30, 'haiSon')
    await print('speech', 'speechRegistration', 20, null)
  })
  const serialOf = async (name: string, at: number) => {
    const forms = await listForms(player.db, player.authorityId, batches.get(name)!)
    return formSerial(forms[at]!.id)
  }
  const enter = async (name: string, { at, who, says }: PaperEntry) =>
    player.do(catHaiTeam.clerk, enterSubmission, {
      ...{ dialogueId: dialogue.id, receivedOn: player.today, channel: 'village', raised: 'before', split: 'on' },
      ...{ petitionerKind: 'person', petitionerName: who, villageAgencyId: player.agencies.get(name), text: says },
      ...{ formSerial: await serialOf(name, at), formAgreed: 'on' },
    })
  player.on(day(-4), async () => {
    for (const one of FROM_XUAN_DAM) await enter('xuanDam', one)
    for (const one of FROM_HAI_SON) await enter('haiSon', one)
    await player.do(catHaiTeam.secretary, enterSpeechRegistration, {
      ...{ id: dialogue.id, formSerial: await serialOf('speech', 2), speakerName: 'Ngô Văn Tĩnh', minutes: 5 },
      ...{ village: 'Tổ dân phố Bến Bèo', content: 'Bến thủy nội địa thiếu mái che, cầu tàu trơn.', formAgreed: 'on' },
    })
  })
}
