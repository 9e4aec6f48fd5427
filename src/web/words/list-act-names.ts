import { defineWords } from './words.ts'

/** What was done with sheets, lists and forms that come in. */
export const listActNames = defineWords({
  vi: {
    'list/keep-sheet': 'Đưa bảng tính lên',
    'list/check-sheet': 'Xác nhận các cột của bảng',
    'list/choose-rows': 'Chọn cách xử lý các dòng',
    'list/edit-row': 'Sửa một dòng của bảng',
    'list/queue-sheet': 'Cho ghi cả bảng',
    'list/take-sheet': 'Ghi cả bảng',
    'list/refuse-sheet': 'Không ghi được bảng',
    'list/drop-sheet': 'Bỏ bảng',
    'list/undo-sheet': 'Hoàn tác lần nhập bảng',
  },
  en: {
    'list/keep-sheet': 'Sheet brought in',
    'list/check-sheet': 'Columns of the sheet confirmed',
    'list/choose-rows': 'Chosen what becomes of rows',
    'list/edit-row': 'Row of a sheet corrected',
    'list/queue-sheet': 'Sheet sent to be recorded',
    'list/take-sheet': 'Sheet recorded',
    'list/refuse-sheet': 'Sheet not recorded',
    'list/drop-sheet': 'Sheet dropped',
    'list/undo-sheet': 'Sheet undone',
  },
})
