import type { SampleRoundConclusion } from '../sample-round.ts'
import { communeSigner } from './hoang-phu-house.ts'

const implementation =
  'Văn phòng UBND xã theo dõi, tổng hợp; đề nghị Ủy ban MTTQ xã giám sát việc thực hiện thông báo kết luận.'
const later = 'verifyAndReplyLater' as const
const done = 'answeredAtConference' as const

export const springConclusion: SampleRoundConclusion = {
  draftedOn: '2023-06-16',
  assessment:
    'Hội nghị diễn ra dân chủ, đúng chương trình; 08 ý kiến về công tác chính quyền, 02 về công tác đảng, 02 về an ninh trật tự. Lấy phiếu đánh giá sự hài lòng: phát ra 150, thu về 146, hợp lệ 143.',
  implementation,
  items: [
    {
      content: 'Hoàn trả mặt đường thôn Phú Thượng',
      conclusion: 'Đôn đốc đơn vị thi công hoàn trả 420 m.',
      group: later,
      lead: 'diachinh',
      due: '2023-07-31',
      done: { on: '2023-08-04', result: 'Hoàn trả 360/420 m, còn 60 m.' },
      covers: ['duong-phu-thuong'],
    },
    {
      content: 'Cấp giấy chứng nhận đất xen kẹt thôn Phú Khê',
      conclusion: 'Kiểm tra sổ địa chính, trả lời bằng văn bản.',
      group: later,
      lead: 'diachinh',
      due: '2023-06-30',
      done: { on: '2023-06-29', result: 'Đã trả lời, chuyển hồ sơ lên huyện.' },
      covers: ['cap-giay-dat-xen-ket'],
    },
    {
      content: 'Trợ cấp người khuyết tật nặng',
      conclusion: 'Kiểm tra hồ sơ, trả lời bằng văn bản.',
      group: later,
      lead: 'vhxh',
      due: '2023-06-30',
      done: { on: '2023-06-27', result: 'Đã trả lời, xác nhận khuyết tật nặng.' },
      covers: ['che-do-nguoi-khuyet-tat'],
    },
    {
      content: 'Điểm tập kết rác, chiếu sáng đường liên thôn',
      conclusion: 'Chuyển điểm tập kết từ 01/7; hoàn thành chiếu sáng trước 02/9.',
      group: done,
      lead: 'diachinh',
      covers: ['rac-thai-sinh-hoat', 'dien-chieu-sang-thon'],
    },
    {
      content: 'An ninh trật tự thôn Trinh Thôn',
      conclusion: 'Duy trì tuần tra đêm, lắp camera an ninh.',
      group: done,
      lead: 'congan',
      covers: ['trom-vat-tai-san', 'lam-can-cuoc'],
    },
  ],
  issuedOn: '2023-06-20',
  signer: communeSigner,
  sends: [{ on: '2023-06-21', channel: 'villageHead' }],
  receipts: [{ on: '2023-06-22' }],
}

export const autumnConclusion: SampleRoundConclusion = {
  draftedOn: '2023-11-17',
  assessment:
    'Hội nghị diễn ra dân chủ, đúng chương trình; các ý kiến tập trung vào đường giao thông, an ninh trật tự, đất đai. Có 01 trường hợp không đối thoại do đang trong tình trạng sử dụng rượu. Lấy phiếu đánh giá sự hài lòng: phát ra 160, thu về 155, hợp lệ 152.',
  implementation,
  items: [
    {
      content: 'Hoàn trả nốt 60 m đường thôn Phú Thượng (kiến nghị lần 2)',
      conclusion: 'Hoàn thành trước ngày 30/11/2023.',
      group: later,
      lead: 'diachinh',
      due: '2023-11-30',
      done: { on: '2023-11-29', result: 'Đã đổ xong 60 m.' },
      covers: ['duong-hoan-tra'],
    },
    {
      content: 'Mốc giới mở rộng quốc lộ 1A',
      conclusion: 'Vượt thẩm quyền, báo cáo Ủy ban nhân dân huyện.',
      group: 'noteAndReportUp',
      lead: 'diachinh',
      covers: ['mo-rong-quoc-lo'],
    },
    {
      content: 'Xả thải chăn nuôi, tranh chấp ranh giới',
      conclusion: 'Kiểm tra, đo đạc, trả lời bằng văn bản.',
      group: later,
      lead: 'diachinh',
      due: '2023-12-08',
      done: { on: '2023-12-05', result: 'Đã xử phạt, hòa giải thành.' },
      covers: ['xa-thai-chan-nuoi', 'tranh-chap-ranh-gioi'],
    },
    {
      content: 'Ma túy, lừa đảo qua mạng, cư trú',
      conclusion: 'Công an xã tiếp tục tuyên truyền, quản lý đối tượng.',
      group: done,
      lead: 'congan',
      covers: ['ma-tuy-thanh-nien', 'lua-dao-qua-mang', 'dang-ky-thuong-tru'],
    },
    {
      content: 'Trường mầm non, nhà văn hóa Đức Thành',
      conclusion: 'Khởi công tháng 12; hỗ trợ 30 triệu đồng sửa nhà văn hóa.',
      group: done,
      lead: 'vhxh',
      covers: ['truong-mam-non', 'nha-van-hoa-duc-thanh'],
    },
  ],
  issuedOn: '2023-11-21',
  signer: communeSigner,
  sends: [{ on: '2023-11-22', channel: 'villageHead' }],
  receipts: [{ on: '2023-11-23' }],
}
