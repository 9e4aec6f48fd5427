import type { Block, Sheet, SheetHead, Table } from '../../src/papers/sheet.ts'
import { parseDay } from '../../src/platform/day.ts'

/** Papers as the kinds make them, with invented content; used by the tests of the writers and by the bench. */

export const STATE_HEAD: SheetHead = {
  superior: ['Ủy ban nhân dân huyện Hoằng Hóa'],
  issuer: ['Ủy ban nhân dân', 'xã Hoằng Phú'],
  number: '05/KH-UBND',
  symbol: 'KH-UBND',
  place: 'Hoằng Phú',
  date: parseDay('2023-06-05'),
}

export const PARTY_HEAD: SheetHead = {
  superior: ['Đảng bộ thành phố Hải Phòng'],
  issuer: ['Đảng ủy đặc khu Cát Hải'],
  number: '127-TB/ĐU',
  symbol: 'TB/ĐU',
  place: 'Cát Hải',
  date: parseDay('2025-11-04'),
}

export const FRONT_HEAD: SheetHead = {
  superior: ['Ủy ban MTTQ Việt Nam thành phố Hải Phòng'],
  issuer: ['Ban Thường trực', 'Ủy ban MTTQ Việt Nam đặc khu Cát Hải'],
  number: null,
  symbol: 'BC-MTTQ',
  place: 'Cát Hải',
  date: null,
  year: 2025,
}

const AGENDA: Table = {
  type: 'table',
  columns: [
    { label: 'STT', width: 1, align: 'center' },
    { label: 'Thời gian', width: 2.4, align: 'center' },
    { label: 'Nội dung công việc', width: 6 },
    { label: 'Người thực hiện', width: 4 },
    { label: 'Ghi chú', width: 2 },
  ],
  rows: [
    { group: 'Buổi sáng' },
    { cells: ['1', '7 giờ 30', 'Đón tiếp đại biểu, phát tài liệu', 'Văn phòng HĐND và UBND', ''] },
    { cells: ['2', '8 giờ 00', 'Tuyên bố lý do, giới thiệu đại biểu, thông qua nội quy', 'Chủ tịch UBMTTQ xã', ''] },
    {
      cells: [
        '3',
        '8 giờ 15',
        [{ text: 'Đối thoại', bold: true }, { text: ' trực tiếp với Nhân dân' }],
        'Người chủ trì',
        '',
      ],
    },
  ],
}

const REGISTRATION: Block[] = [
  { type: 'field', label: 'Họ và tên', value: null },
  { type: 'field', label: 'Thôn, tổ dân phố', value: 'Thôn Trung' },
  {
    type: 'paragraph',
    flush: true,
    text: [{ text: 'Số điện thoại: ' }, { blank: 50 }, { text: ' Thời lượng (phút): ' }, { blank: 25 }],
  },
  { type: 'field', label: 'Nội dung (tóm tắt)', value: null, lines: 4 },
  {
    type: 'choices',
    label: 'Đăng ký',
    options: [
      { text: 'Phát biểu trực tiếp', ticked: true },
      { text: 'Gửi bằng văn bản', ticked: false },
    ],
    inline: true,
  },
  { type: 'choices', options: [{ text: 'Đồng ý công khai họ tên', ticked: false }] },
]

/** A plan of a commune with an appendix laid across and a form. */
export const STATE_PLAN: Sheet = {
  head: STATE_HEAD,
  name: 'Kế hoạch',
  subject:
    'Tổ chức hội nghị đối thoại giữa người đứng đầu cấp ủy, chính quyền với Mặt trận Tổ quốc, các đoàn thể chính trị - xã hội và Nhân dân năm 2023',
  bases: [
    'Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022',
    'Căn cứ Quyết định số 2543-QĐ/TU ngày 17 tháng 9 năm 2018 của Ban Thường vụ Tỉnh ủy về ban hành Quy chế đối thoại',
  ],
  body: [
    { type: 'paragraph', text: 'Ủy ban nhân dân xã xây dựng Kế hoạch tổ chức hội nghị đối thoại năm 2023 như sau:' },
    { type: 'heading', level: 1, text: 'Mục đích, yêu cầu' },
    { type: 'heading', level: 2, text: 'Mục đích' },
    {
      type: 'list',
      items: [
        'Trực tiếp nắm bắt tâm tư, nguyện vọng, phản ánh, kiến nghị, đề xuất của các tầng lớp Nhân dân về xây dựng Đảng, xây dựng chính quyền và thực hiện các nhiệm vụ chính trị của địa phương;',
        'Nâng cao trách nhiệm của người đứng đầu trong việc tiếp thu, giải quyết kiến nghị hợp pháp, chính đáng.',
      ],
    },
    { type: 'heading', level: 2, text: 'Yêu cầu' },
    { type: 'paragraph', text: 'Đối thoại dân chủ, công khai, đúng trọng tâm; trả lời rõ trách nhiệm, rõ thời hạn.' },
    { type: 'heading', level: 1, text: 'Nội dung' },
    {
      type: 'clause',
      level: 2,
      text: [{ text: 'Thời gian: ', bold: true }, { text: '7 giờ 30, ngày 20 tháng 6 năm 2023.' }],
    },
    { type: 'clause', level: 2, text: 'Chương trình cụ thể:' },
    AGENDA,
    { type: 'heading', level: 3, text: 'Phần trao đổi' },
    { type: 'clause', level: 3, text: 'Mỗi ý kiến không quá 05 phút;' },
    {
      type: 'paragraph',
      text: 'Trên đây là Kế hoạch tổ chức hội nghị đối thoại năm 2023; yêu cầu các ngành nghiêm túc thực hiện.',
    },
  ],
  signatures: [
    {
      capacities: [
        { capacity: 'onBehalf', of: 'Ủy ban nhân dân' },
        { capacity: 'deputyFor', of: 'Chủ tịch' },
      ],
      post: 'Phó Chủ tịch',
      name: 'Lê Văn Mẫu',
    },
  ],
  recipients: {
    items: [
      { name: 'Huyện ủy, UBND huyện', purpose: 'b/c' },
      { name: 'Thường trực Đảng ủy, HĐND xã' },
      { name: 'UBMTTQ, trưởng các ngành, công chức chuyên môn xã' },
      { name: 'Đài truyền thanh, Trang thông tin điện tử xã' },
    ],
    archive: 'VT, VP',
  },
  appendices: [
    {
      label: 'Phụ lục I',
      title: 'Phân công chuẩn bị trả lời',
      attachedTo: 'Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 6 năm 2023 của Ủy ban nhân dân xã Hoằng Phú',
      landscape: true,
      body: [
        {
          type: 'table',
          columnNumbers: true,
          columns: [
            { label: 'STT', width: 1, align: 'center' },
            { label: 'Nội dung', width: 8 },
            { label: 'Chủ trì', width: 4, over: 'Cơ quan' },
            { label: 'Phối hợp', width: 4, over: 'Cơ quan' },
            { label: 'Thời hạn', width: 3, align: 'center' },
          ],
          rows: Array.from({ length: 24 }, (_, at) => ({
            cells: [
              String(at + 1),
              'Sửa chữa đường liên thôn đoạn qua nhà văn hóa',
              'Địa chính - Xây dựng',
              'Công an xã',
              '15/6/2023',
            ],
          })),
        },
      ],
    },
    {
      label: null,
      title: 'Phiếu đăng ký nội dung phát biểu',
      attachedTo: null,
      head: { ...STATE_HEAD, number: null, symbol: null, date: null, year: 2023 },
      body: REGISTRATION,
      signatures: [{ post: 'Người đăng ký', note: '(Ký, ghi rõ họ tên)', name: null }],
    },
  ],
}

/** A conclusion notice with as many items as asked for. */
export function conclusionNotice(items: number): Sheet {
  return {
    head: PARTY_HEAD,
    name: 'Thông báo',
    subject: 'Kết luận của đồng chí Bí thư Đảng ủy tại hội nghị đối thoại với Nhân dân đặc khu Cát Hải năm 2025',
    body: [
      { type: 'heading', level: 1, text: 'Đánh giá chung' },
      { type: 'paragraph', text: `Hội nghị có 186 đại biểu và Nhân dân tham dự, ${items} nội dung kiến nghị.` },
      { type: 'heading', level: 1, text: 'Kết luận từng nội dung' },
      {
        type: 'landscape',
        blocks: [
          {
            type: 'table',
            columns: [
              { label: 'STT', width: 1, align: 'center' },
              { label: 'Kiến nghị', width: 6 },
              { label: 'Người, nơi kiến nghị', width: 3.5 },
              { label: 'Kết luận', width: 7 },
              { label: 'Cơ quan chủ trì', width: 3.5 },
              { label: 'Thời hạn', width: 2.5, align: 'center' },
            ],
            rows: Array.from({ length: items }, (_, at) => ({
              cells: [
                String(at + 1),
                `Đề nghị sửa chữa tuyến đường liên thôn số ${at + 1} bị hư hỏng sau mưa bão, Nhân dân đi lại khó khăn`,
                'Ông Nguyễn Văn Mẫu, thôn Trung',
                'Giao Phòng Kinh tế kiểm tra hiện trạng, lập dự toán, báo cáo Ủy ban nhân dân đặc khu xem xét, bố trí kinh phí trong kế hoạch năm 2026',
                'Phòng Kinh tế',
                '15/12/2025',
              ],
            })),
          },
        ],
      },
      { type: 'heading', level: 1, text: 'Tổ chức thực hiện' },
      { type: 'clause', level: 2, text: 'Các cơ quan được giao báo cáo kết quả trước ngày 20/12/2025.' },
      { type: 'clause', level: 2, text: 'Văn phòng Đảng ủy theo dõi, đôn đốc việc thực hiện Thông báo này.' },
    ],
    signatures: [{ capacities: [{ capacity: 'onBehalf', of: 'Ban Thường vụ' }], post: 'Bí thư', name: 'Trần Thị Mẫu' }],
    recipients: {
      items: [
        { name: 'Ban Tuyên giáo và Dân vận Thành ủy', purpose: 'để b/c' },
        { name: 'Thường trực Đảng ủy, HĐND, UBND đặc khu' },
        { name: 'Các chi bộ, đảng bộ trực thuộc Đảng ủy đặc khu' },
      ],
      archive: 'Văn phòng Đảng ủy',
    },
  }
}

/** A report of the Front to several, still without number, marked as a draft and urgent. */
export const FRONT_REPORT: Sheet = {
  head: FRONT_HEAD,
  name: 'Báo cáo',
  subject: 'Tổng hợp ý kiến, kiến nghị của Nhân dân trước hội nghị đối thoại',
  urgency: 'urgent',
  draft: true,
  to: ['Đảng ủy đặc khu Cát Hải', 'Ủy ban nhân dân đặc khu Cát Hải'],
  body: [
    { type: 'paragraph', text: 'Ban Thường trực tổng hợp ý kiến, kiến nghị của Nhân dân như sau:' },
    { type: 'article', text: 'Tình hình chung' },
    { type: 'clause', level: 2, text: 'Có 35 ý kiến của 12 thôn, tổ dân phố.' },
    { type: 'article', text: 'Kiến nghị' },
    { type: 'paragraph', text: 'Ban Thường trực trân trọng báo cáo.' },
  ],
  signatures: [
    { capacities: [{ capacity: 'onBehalf', of: 'Ban Thường trực' }], post: 'Chủ tịch', name: 'Phạm Văn Mẫu' },
  ],
  recipients: { items: [{ name: 'Các thành viên Ủy ban MTTQ' }], archive: 'VT' },
}

/** A letter (công văn) of an office, signed by order. */
export const STATE_LETTER: Sheet = {
  head: { ...STATE_HEAD, number: '12/UBND-VP', symbol: 'UBND-VP' },
  name: null,
  subject: 'đôn đốc giải quyết kiến nghị sau đối thoại',
  to: ['Phòng Kinh tế'],
  body: [{ type: 'paragraph', text: 'Đề nghị Phòng Kinh tế báo cáo kết quả trước ngày 20 tháng 6 năm 2023.' }],
  signatures: [{ capacities: [{ capacity: 'byOrder', of: 'Chủ tịch' }], post: 'Chánh Văn phòng', name: 'Vũ Thị Mẫu' }],
  recipients: { items: [{ name: 'Chủ tịch UBND xã', purpose: 'để b/c' }], archive: 'VT' },
}

/** Minutes with two signatures. */
export const MINUTES: Sheet = {
  head: { ...STATE_HEAD, number: null, symbol: 'BB-UBND' },
  name: 'Biên bản',
  subject: 'Hội nghị đối thoại ngày 20 tháng 6 năm 2023',
  body: [
    { type: 'heading', level: 1, text: 'Thời gian, địa điểm' },
    { type: 'paragraph', text: 'Hội nghị khai mạc lúc 7 giờ 30, tại Nhà văn hóa xã.' },
    { type: 'paragraph', text: 'Biên bản lập thành 02 bản, đã đọc cho mọi người cùng nghe.' },
  ],
  signatures: [
    { post: 'Thư ký', name: 'Đỗ Thị Mẫu' },
    { post: 'Chủ trì', name: 'Lê Văn Mẫu' },
  ],
}
