import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import writeExcelFile from 'write-excel-file/node'
import { ZipFile } from 'yazl'

type Cell = string | number | Date | null

/** A workbook as people keep it; `null` is an empty cell, a merged one has its words in the first. */
export async function workbook(rows: readonly (readonly Cell[])[], sheet = 'Sheet1'): Promise<Buffer> {
  const data = rows.map((row) =>
    row.map((value) => {
      if (value === null) return null
      if (value instanceof Date) return { value, type: Date, format: 'dd/mm/yyyy' }
      return typeof value === 'number' ? { value, type: Number } : { value, type: String }
    }),
  )
  // biome-ignore lint/suspicious/noExplicitAny: the library's types know no mixed rows
  return (writeExcelFile as any)(data, { sheet }).toBuffer()
}

/** Title rows above, a merged head, sections, one person over two rows, signatures below. */
export const villageSheet = () =>
  workbook(
    [
      ['ỦY BAN MTTQ VIỆT NAM ĐẶC KHU', null, null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['BAN CÔNG TÁC MẶT TRẬN THÔN TRÂN CHÂU', null, null, null, 'Độc lập - Tự do - Hạnh phúc'],
      [],
      ['BẢNG TỔNG HỢP Ý KIẾN, KIẾN NGHỊ CỦA NHÂN DÂN'],
      [],
      ['TT', 'Họ và tên cử tri', 'Địa chỉ', 'ĐT', 'Nội dung kiến nghị, phản ánh', 'Ngày nhận', 'Ý kiến trả lời'],
      ['I', 'Lĩnh vực giao thông'],
      [
        1,
        'Nguyễn Văn Sáng',
        'Thôn Trân Châu',
        912345678,
        'Đường liên thôn từ nhà văn hóa đến bến hỏng nặng',
        new Date(Date.UTC(2025, 9, 12)),
      ],
      [null, null, null, null, 'Cống thoát nước ngang đường bị tắc, mưa là ngập'],
      [
        2,
        'Trần Thị Hoa',
        'Thôn Trân Châu',
        '0987 654 321',
        'Đèn chiếu sáng đoạn dốc không hoạt động',
        45942,
        'Đã tiếp thu',
      ],
      ['II', 'Lĩnh vực điện'],
      [3, 'Phạm Văn Đức', 'Xóm Đình', null, 'Điện yếu vào giờ cao điểm buổi tối', '14/10/2025'],
      [],
      [null, null, null, null, 'Trân Châu, ngày 15 tháng 10 năm 2025'],
      [null, 'NGƯỜI LẬP BIỂU', null, null, 'TM. BAN CÔNG TÁC MẶT TRẬN'],
      [null, 'Lê Thị Mai', null, null, 'Nguyễn Hữu Phước Thịnh'],
    ],
    'Thôn Trân Châu',
  )

/** Decomposed letters, semicolons, a byte order mark, quoted line ends: what a Mac exports. */
export function decomposedCsv(): Buffer {
  const text = [
    'STT;Người kiến nghị;Thôn;Nội dung',
    '1;Hoàng Thị Ngát;Trân Châu;"Đề nghị khám sức khỏe định kỳ; ưu tiên người cao tuổi"',
    '2;Vũ Đình Thảo;Trân Châu;"Trường tiểu học thiếu phòng học"',
    '3;Ngô Thị Lý;Trân Châu;',
  ].join('\r\n')
  return Buffer.from(`\uFEFF${text.normalize('NFD')}`)
}

/** A head of two rows, several contents in a cell in each of the ways people number them. */
export const deputySheet = () =>
  workbook([
    ['TỔ ĐẠI BIỂU SỐ 2', null, null, null, null],
    ['STT', 'Cử tri', null, 'Nội dung', 'Lĩnh vực'],
    [null, 'Họ tên', 'Nơi ở', null, null],
    ['A', 'B', 'C', 'D', 'E'],
    [
      1,
      'Đỗ Văn Hải',
      'Thôn Trân Châu',
      '1. Đề nghị nạo vét luồng lạch\n2. Đề nghị hỗ trợ lồng bè\n3. Giảm phí neo đậu',
      'Khác',
    ],
    [2, 'Bùi Thị Nga', 'Thôn Trân Châu', 'Kiến nghị: 1) Thu gom rác mỗi ngày; 2) Đặt thêm thùng rác ở bến', null],
    [3, 'Các hộ khu Bến Bèo', 'Thôn Trân Châu', '- Nước sạch chưa đến khu dân cư\n- Giá nước tính chưa đúng', null],
  ])

/** A ZIP written by hand. */
export async function zip(entries: Record<string, string | Buffer>): Promise<Buffer> {
  const file = new ZipFile()
  for (const [name, content] of Object.entries(entries)) file.addBuffer(Buffer.from(content), name)
  file.end()
  return buffer(file.outputStream as Readable)
}

const TYPES = (more = '') =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>${more}</Types>`
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook written by hand: what no library would write. `sheets` are their names, hidden ones with an asterisk. */
export async function rawWorkbook(
  rows: string,
  sheets: readonly string[] = ['Sheet1'],
  more: Record<string, string | Buffer> = {},
) {
  const names = sheets.map(
    (name, at) =>
      `<sheet name="${name.replace('*', '')}" sheetId="${at + 1}" ${name.endsWith('*') ? 'state="hidden" ' : ''}r:id="rId${at + 1}"/>`,
  )
  const relations = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  const package_ = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const pages = Object.fromEntries(
    sheets.map((_, at) => [
      `xl/worksheets/sheet${at + 1}.xml`,
      `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    ]),
  )
  return zip({
    '[Content_Types].xml': TYPES(),
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${package_}"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets>${names.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="${package_}">${relations.join('')}</Relationships>`,
    ...pages,
    ...more,
  })
}

/** A cell with its words in it. */
export const inline = (text: string, place: string) =>
  `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
