import { parseDay } from '../../src/platform/day.ts'
import type { ChainStep } from '../../src/web/kit/chain-steps.tsx'
import type { ReadinessItem } from '../../src/web/kit/readiness-list.tsx'
import type { YearStripItem } from '../../src/web/kit/year-strip.tsx'

export const CHAIN: readonly ChainStep[] = [
  { key: 'plan', label: 'Kế hoạch', state: 'done', note: '15/01/2025', href: '#plan' },
  { key: 'notice', label: 'Thông báo, giấy mời', state: 'done', note: '17/10/2025', href: '#notice' },
  { key: 'intake', label: 'Tiếp nhận ý kiến', state: 'done', note: '42 kiến nghị', href: '#intake' },
  { key: 'prepare', label: 'Chuẩn bị trả lời', state: 'late', note: 'còn 3 nội dung', href: '#prepare' },
  { key: 'conference', label: 'Hội nghị', state: 'current', note: '29/10/2025', href: '#conference' },
  { key: 'conclusion', label: 'Kết luận', state: 'next', note: 'chậm nhất 12/11' },
  { key: 'settlement', label: 'Giải quyết', state: 'next' },
  { key: 'dossier', label: 'Hồ sơ', state: 'next' },
]

export const READINESS: readonly ReadinessItem[] = [
  {
    key: 'security',
    label: 'Phương án bảo đảm an ninh, trật tự của Công an đặc khu',
    state: 'late',
    note: 'Chậm nhất 20/10/2025, quá hạn 2 ngày làm việc',
    action: { label: 'Đôn đốc', href: '#urge' },
  },
  {
    key: 'digest',
    label: 'Báo cáo tổng hợp ý kiến gửi người chủ trì',
    state: 'missing',
    action: { label: 'Tải lên', href: '#upload' },
  },
  {
    key: 'invite',
    label: 'Gửi giấy mời cho 36 đại biểu',
    state: 'next',
    note: '12 đại biểu đã trả lời',
    action: { label: 'Gửi giấy mời', href: '#send' },
  },
  { key: 'agenda', label: 'Chương trình hội nghị', state: 'ready', note: 'Số 31-CTr/ĐU, ngày 15/10/2025' },
  { key: 'interpreter', label: 'Người phiên dịch', state: 'notNeeded' },
]

const held = (key: string, day: string, label: string): YearStripItem => ({
  key,
  day: parseDay(day),
  state: 'held',
  label,
})

export const YEAR: readonly YearStripItem[] = [
  held('q1', '2025-02-20', 'Đối thoại định kỳ quý I'),
  held('youth', '2025-03-25', 'Đối thoại với thanh niên'),
  held('farm', '2025-03-27', 'Đối thoại chuyên đề nuôi trồng thủy sản'),
  { key: 'q2', day: parseDay('2025-06-12'), state: 'late', label: 'Đối thoại định kỳ quý II' },
  held('q3', '2025-10-29', 'Đối thoại với Nhân dân'),
  { key: 'q4', day: parseDay('2025-12-10'), state: 'planned', label: 'Đối thoại định kỳ quý IV' },
  { key: 'front', day: parseDay('2025-12-12'), state: 'planned', label: 'Đối thoại với MTTQ và các đoàn thể' },
]

export interface GalleryPetition {
  number: number
  title: string
  petitioner: string
  field: string
  lead: string
  due: string
  left: number
  met?: string
  state: 'answered' | 'waiting' | 'overdue' | 'transferred'
}

export const PETITIONS: readonly GalleryPetition[] = [
  {
    number: 12,
    title:
      'Đề nghị sớm nâng cấp tuyến đường liên thôn từ bến phà Gót vào tổ dân phố Hải Lộc, mùa mưa ngập không đi được',
    petitioner: 'Bà Phạm Thị Lụa, tổ dân phố Hải Lộc',
    field: 'Giao thông, hạ tầng',
    lead: 'Phòng Kinh tế, Hạ tầng và Đô thị',
    due: '2025-11-19',
    left: -2,
    state: 'overdue',
  },
  {
    number: 13,
    title: 'Việc cấp Giấy chứng nhận quyền sử dụng đất cho các hộ tái định cư',
    petitioner: 'Ông Vũ Đình Khoát, thôn Trân Châu',
    field: 'Đất đai',
    lead: 'Phòng Nông nghiệp và Môi trường',
    due: '2025-12-01',
    left: 3,
    state: 'waiting',
  },
  {
    number: 14,
    title: 'Nước sạch',
    petitioner: 'Hội Liên hiệp Phụ nữ đặc khu',
    field: 'Cấp nước',
    lead: 'Công ty Cổ phần Cấp nước',
    due: '2025-12-01',
    left: 8,
    met: '2025-11-14',
    state: 'answered',
  },
  {
    number: 15,
    title: 'Hỗ trợ chuyển đổi nghề cho hộ nuôi cá lồng bè phải di dời khỏi vịnh Cát Bà',
    petitioner: 'Ông Bùi Văn Thược, Hợp tác xã Bến Bèo',
    field: 'Thủy sản',
    lead: 'Sở Nông nghiệp và Môi trường thành phố',
    due: '2025-12-15',
    left: 18,
    state: 'transferred',
  },
]
