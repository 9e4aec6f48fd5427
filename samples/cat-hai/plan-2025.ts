import type { SamplePlan } from '../sample-plan.ts'
import { partySigner } from './cat-hai-voices.ts'

/** The plan of 04/9/2025. */
export const plan2025: SamplePlan = {
  year: 2025,
  title: 'Kế hoạch thực hiện công tác đối thoại giữa người đứng đầu cấp ủy, chính quyền đặc khu với Nhân dân năm 2025',
  issuer: 'dangUy',
  drafter: 'board',
  drafted: '2025-08-27',
  approved: '2025-09-03',
  issued: '2025-09-04',
  number: '11',
  signer: partySigner,
  published: '2025-09-05',
  planned: [
    {
      key: 'hoi-nghi-2025',
      title: 'Hội nghị đối thoại định kỳ giữa người đứng đầu cấp ủy, chính quyền đặc khu với Nhân dân năm 2025',
      kind: 'periodic',
      chairModel: 'coPresiding',
      topic:
        'Kinh tế - xã hội, xây dựng Đảng, chính quyền; những vấn đề Nhân dân quan tâm khi thực hiện mô hình chính quyền 2 cấp',
      audience: ['people'],
      from: '2025-10-20',
      to: '2025-10-31',
      venue: 'Hội trường trung tâm đặc khu',
    },
  ],
  tasks: [
    {
      agency: 'tgdv',
      content:
        'Tham mưu kế hoạch; hướng dẫn, đôn đốc; tổng hợp, báo cáo Ban Tuyên giáo và Dân vận Thành ủy hằng quý và năm.',
      done: { on: '2025-12-15', result: 'Đã ban hành kế hoạch, gửi đủ báo cáo quý III, báo cáo năm, báo cáo quý IV.' },
    },
    {
      agency: 'vpdu',
      content: 'Chủ trì chuẩn bị hội nghị đồng chủ trì; gửi giấy mời; lập và lưu hồ sơ.',
      due: '2025-12-31',
      done: { on: '2025-12-30', result: 'Hội nghị tổ chức ngày 29/10/2025; hồ sơ đang hoàn thiện để đóng.' },
    },
    {
      agency: 'vphd',
      role: 'supporting',
      content: 'Phối hợp chuẩn bị hội nghị, báo cáo khái quát kinh tế - xã hội.',
      due: '2025-10-28',
      done: { on: '2025-10-28', result: 'Đã hoàn thành.' },
    },
    {
      agency: 'mttq',
      role: 'supporting',
      content: 'Phối hợp lấy ý kiến, tổng hợp ý kiến, kiến nghị của Nhân dân; giám sát.',
      due: '2025-10-20',
      done: { on: '2025-10-20', result: 'Đã gửi bản tổng hợp.' },
    },
    {
      agency: 'vhxh',
      content: 'Thông tin, tuyên truyền; thông báo trên Cổng thông tin điện tử.',
      due: '2025-10-17',
      done: { on: '2025-10-15', result: 'Đã đăng thông báo.' },
    },
    {
      agency: 'ttvh',
      content: 'Thông báo trên hệ thống phát thanh.',
      due: '2025-10-17',
      done: { on: '2025-10-27', result: 'Đã phát 06 lượt, lượt nhắc cuối ngày 27/10.' },
    },
  ],
  disseminated: [
    { on: '2025-09-05', channel: 'portal', note: 'Đăng kế hoạch trên Cổng thông tin điện tử đặc khu.', agency: 'vhxh' },
    {
      on: '2025-09-09',
      channel: 'staffMeeting',
      note: 'Quán triệt tại giao ban các chi bộ, đảng bộ trực thuộc.',
      agency: 'vpdu',
    },
    { on: '2025-09-10', channel: 'loudspeaker', note: 'Phát trên 16 cụm loa.', agency: 'ttvh' },
  ],
}
