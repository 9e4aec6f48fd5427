import { approveAnswer, approveReply, submitAnswer, submitReply } from '../../src/petitions/approve-answer.ts'
import { classifyPetition } from '../../src/petitions/classify-petition.ts'
import { contributeToAnswer } from '../../src/petitions/contribute-to-answer.ts'
import { draftAnswer, draftReply } from '../../src/petitions/draft-answer.ts'
import { getPetition } from '../../src/petitions/petition-store.ts'
import type { Day } from '../../src/platform/day.ts'
import { assignPetition } from '../../src/procedures/assign-petition.ts'
import { issueReply } from '../../src/procedures/issue-reply.ts'
import { receiveSubmission } from '../../src/procedures/receive-submission.ts'
import { recordAnswerAtConference } from '../../src/procedures/record-answer-at-conference.ts'
import { escalatePetition, transferPetition } from '../../src/procedures/refer-petition.ts'
import { sendReply } from '../../src/procedures/send-reply.ts'
import type { PetitionWorld } from './petition-world.ts'

/** Petitions in every stage, for looking at their screens. Ids by what they show. */
export async function addSamplePetitions(world: PetitionWorld) {
  const { people, agencies, dialogueId } = world
  const version = async (id: number) => (await getPetition(world.db, world.authorityId, id)).version
  const receive = async (text: string, more: Record<string, unknown> = {}) =>
    (
      await world.done(people.clerk, receiveSubmission, {
        ...{ dialogueId, receivedOn: '2025-10-12', channel: 'letter', raised: 'before', text },
        ...{ petitionerKind: 'person', petitionerName: 'Vũ Thị Hải Yến', villageAgencyId: agencies.village },
        ...{ phone: '0912 345 678', ...more },
      })
    ).petitionIds
  const assign = async (id: number) =>
    world.done(people.clerk, assignPetition, {
      ...{ id, version: await version(id), leadAgencyId: agencies.economy },
      supportingAgencyIds: [agencies.culture],
    })
  const [road, water] = await receive(
    'Đường vào thôn Trân Châu xuống cấp, mùa mưa trơn trượt, học sinh đi lại rất khó khăn. Nước sạch về thôn chập chờn, có tuần mất ba ngày liền, bà con phải mua nước xe bồn với giá cao.',
    {
      contents: [
        'Đường vào thôn Trân Châu xuống cấp, mùa mưa trơn trượt, học sinh đi lại rất khó khăn. Đề nghị sớm sửa chữa, nâng cấp.',
        'Nước sạch về thôn chập chờn, có tuần mất ba ngày liền, bà con phải mua nước xe bồn với giá cao.',
      ],
      kinds: ['request', 'feedback'],
      subjectAreas: ['transport', 'construction'],
      consentToPublishName: 'on',
    },
  )
  const [power] = await receive('Điện yếu vào giờ cao điểm, đề nghị nâng công suất trạm biến áp.', {
    petitionerName: 'Hợp tác xã nuôi biển Gia Luận',
    petitionerKind: 'organization',
  })
  const [ferry] = await receive('Đề nghị sớm xây cầu thay phà để bà con đi lại thuận tiện.', {
    channel: 'fatherlandFront',
    forwardedByAgencyId: agencies.front,
  })
  const [land] = await receive('Giá đền bù đất nuôi trồng thủy sản thấp hơn nơi khác.', {
    petitionerName: 'Bùi Văn Thắng',
  })
  const [fresh] = await receive('Đề nghị lắp thêm đèn chiếu sáng đường ven biển.', {
    petitionerKind: 'unnamed',
    petitionerName: '',
  })
  const [secret] = await receive('Phản ánh việc thu tiền không đúng quy định.', {
    confidential: 'on',
    confidentialReason: 'bảo vệ người phản ánh',
  })
  const [denunciation] = await receive('Tố cáo cán bộ địa chính nhận tiền.', {
    kinds: 'denunciation',
    contents: 'Tố cáo cán bộ địa chính nhận tiền.',
  })
  await world.done(people.clerk, classifyPetition, {
    id: road!,
    version: 1,
    kind: 'request',
    subjectArea: 'transport',
    disposition: 'verifyAndReplyLater',
    sphere: 'government',
  })
  for (const id of [road!, water!, power!, ferry!, land!]) await assign(id)
  await world.done(people.supporter, contributeToAnswer, {
    id: road!,
    contribution: 'Đoạn qua trường học cần ưu tiên trước năm học mới.',
  })
  await world.done(people.specialist, draftAnswer, {
    id: water!,
    text: 'Đã làm việc với nhà máy nước, lắp thêm bơm tăng áp trước 15/11/2025.',
  })
  await world.done(people.specialist, submitAnswer, { id: water!, answerVersion: 1 })
  await world.done(people.head, approveAnswer, { id: water!, answerVersion: 2 })
  world.clock.setDay('2025-11-10' as Day)
  await world.held()
  await world.done(people.clerk, recordAnswerAtConference, {
    id: water!,
    version: await version(water!),
    text: 'Đã lắp bơm tăng áp; từ 15/11/2025 nước về ổn định.',
    answeredByName: 'Ông Đinh Văn Lực, Trưởng phòng Kinh tế',
  })
  await world.done(people.clerk, transferPetition, {
    id: power!,
    version: await version(power!),
    toAgencyId: agencies.power,
    transferredOn: '2025-11-03',
    petitionerToldOn: '2025-11-04',
    reason: 'Lưới điện do ngành điện quản lý.',
  })
  await world.done(people.clerk, escalatePetition, {
    id: ferry!,
    version: await version(ferry!),
    toAgencyId: agencies.city,
    sentOn: '2025-11-05',
    content: 'Kiến nghị thành phố đưa dự án cầu vào kế hoạch trung hạn.',
  })
  await world.done(people.specialist, draftReply, {
    id: road!,
    text: 'Đoạn đường đã có trong kế hoạch sửa chữa quý I/2026, kinh phí 1,2 tỷ đồng.',
  })
  await world.done(people.specialist, submitReply, { id: road!, answerVersion: 1 })
  await world.done(people.head, approveReply, { id: road!, answerVersion: 2 })
  await world.db
    .insertInto('numberBook')
    .values({
      authorityId: world.authorityId,
      name: 'Công văn',
      issuerAgencyId: agencies.economy,
      paperKinds: ['replyLetter'],
      mode: 'ours',
      period: 'year',
      pattern: '{n}/PKT',
      fromDay: '2025-01-01' as Day,
    })
    .execute()
  const { paperId } = await world.done(people.specialist, issueReply, {
    ...{ id: road!, version: await version(road!), title: 'V/v trả lời kiến nghị sửa đường thôn Trân Châu' },
    ...{ datedOn: '2025-11-10', signerName: 'Đinh Văn Lực', signerTitle: 'Trưởng phòng', signCapacity: 'head' },
    localityAgencyId: agencies.village,
  })
  const first = await world.db
    .selectFrom('paperRecipient')
    .select('id')
    .where('paperId', '=', paperId)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  await world.done(people.specialist, sendReply, {
    id: road!,
    recipientIds: [first.id],
    sentOn: '2025-11-10',
    channel: 'post',
  })
  return {
    road: road!,
    water: water!,
    power: power!,
    ferry: ferry!,
    land: land!,
    fresh: fresh!,
    secret: secret!,
    denunciation: denunciation!,
  }
}
