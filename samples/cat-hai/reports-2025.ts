import type { SampleReport } from '../sample-oversight.ts'
import { boardSigner } from './cat-hai-voices.ts'

const board = { issuer: 'tgdv', signer: boardSigner, prepares: 'board', who: 'board' }

/** The reports to the city board: the third quarter, the year, the fourth quarter. */
export const reports2025: SampleReport[] = [
  {
    on: '2025-09-11',
    year: 2025,
    period: 'Q3',
    key: 'quarterReport',
    title: 'Báo cáo công tác đối thoại quý III/2025 (mẫu 1)',
    body: 'Quý III/2025: ban hành kế hoạch ngày 04/9/2025; chưa tổ chức hội nghị; 0 cuộc đột xuất.',
    ...board,
  },
  {
    on: '2025-11-13',
    year: 2025,
    period: 'year',
    key: 'annualReport',
    title: 'Báo cáo công tác đối thoại năm 2025 (mẫu 1, mẫu 2)',
    body: 'Năm 2025: 01 cuộc định kỳ, đồng chủ trì, trực tiếp; 258 người dự; 47 kiến nghị.',
    ...board,
    returned: {
      remark: 'Đề nghị rà lại số ý kiến đang giải quyết ở mẫu 1 với thông báo kết luận ngày 07/11/2025 rồi nộp lại.',
      again: '2025-11-14',
    },
  },
  {
    on: '2025-12-12',
    year: 2025,
    period: 'Q4',
    key: 'quarterReport',
    title: 'Báo cáo công tác đối thoại quý IV/2025 (mẫu 1)',
    body: 'Quý IV/2025: 01 cuộc định kỳ; đã trả lời bằng văn bản 25 kiến nghị, 04 kiến nghị trả lời chậm.',
    ...board,
  },
]
