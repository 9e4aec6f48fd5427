import type { Label } from '../regulations/regulation-vocabulary.ts'
import { recipientEntries } from './compose-ending.ts'
import { dateText } from './compose-head.ts'
import type { Layout } from './layout-profile.ts'
import type { FactVocabulary, PaperFacts } from './paper-facts.ts'
import type { PaperTemplate } from './paper-template.ts'
import type { Sheet } from './sheet.ts'
import { templatePlaces } from './template-places.ts'
import { readWords } from './template-words.ts'

/** Places of an authority's own Word file that come from the paper itself; all others are values of the facts. */
export const PAPER_PLACES: Readonly<Record<string, Label>> = {
  noiDung: { vi: 'Toàn bộ nội dung: tên loại, trích yếu, căn cứ, các phần, phụ lục', en: 'The whole text' },
  so: { vi: 'Số, ký hiệu', en: 'Number and symbol' },
  ngay: { vi: 'Địa danh, ngày, tháng, năm ban hành', en: 'Place and date of issue' },
  coQuan: { vi: 'Cơ quan ban hành', en: 'Issuer' },
  coQuanCapTren: { vi: 'Cơ quan cấp trên', en: 'Organ above the issuer' },
  tenLoai: { vi: 'Tên loại văn bản', en: 'Kind of paper' },
  trichYeu: { vi: 'Trích yếu', en: 'Subject' },
  kinhGui: { vi: 'Kính gửi', en: 'Addressed to' },
  noiNhan: { vi: 'Nơi nhận', en: 'Recipients' },
  chucVuNguoiKy: { vi: 'Thẩm quyền, chức vụ người ký', en: 'Capacity and post of the signer' },
  nguoiKy: { vi: 'Họ tên người ký', en: 'Name of the signer' },
}

/** A file without these could not be issued: the number and the day would have to be typed in by hand. */
const WANTED = ['so', 'ngay', 'nguoiKy']

/** What is wrong with the places of a file: those nobody can fill, and those of the wording it does not have. */
export function checkFormPlaces(
  places: readonly string[],
  template: PaperTemplate,
  vocabulary: FactVocabulary,
): { unknown: string[]; missing: string[] } {
  const known = (name: string) => Object.hasOwn(PAPER_PLACES, name) || Object.hasOwn(vocabulary.values, name)
  const used = places.includes('noiDung') ? [] : valuesOf(template, vocabulary)
  return {
    unknown: places.filter((name) => !known(name)),
    missing: [...WANTED, ...used].filter((name) => !places.includes(name)),
  }
}

/** Values that the words of a template name. */
function valuesOf(template: PaperTemplate, vocabulary: FactVocabulary): string[] {
  const names = templatePlaces(template).flatMap((place) => {
    if (place.kind !== 'words') return []
    const reading = readWords(place.words)
    return 'problem' in reading ? [] : reading.parts.flatMap((part) => ('name' in part ? [part.name] : []))
  })
  return [...new Set(names)].filter((name) => Object.hasOwn(vocabulary.values, name))
}

const DOTS = '……'

/** What each place of a file is filled with, `noiDung` apart, as the layout writes it; dots where nothing is known. */
export function formTexts(
  places: readonly string[],
  sheet: Sheet,
  layout: Layout,
  facts: PaperFacts,
): Record<string, string> {
  const own = paperTexts(sheet, layout)
  return Object.fromEntries(
    places
      .filter((name) => name !== 'noiDung')
      .map((name) => [name, (Object.hasOwn(own, name) ? own[name] : facts.values[name]) || DOTS]),
  )
}

function paperTexts(sheet: Sheet, layout: Layout): Readonly<Record<string, string>> {
  const { head, recipients } = sheet
  const [signature] = sheet.signatures ?? []
  const { marks } = layout.ending
  const capacities = (signature?.capacities ?? []).map(({ capacity, of }) => `${marks[capacity]} ${of}`)
  const entries = recipients ? recipientEntries(recipients, (sheet.to ?? []).length > 0, layout) : []
  return {
    so: head?.number ?? (head?.symbol ? `${DOTS}${layout.head.number.joiner}${head.symbol}` : ''),
    ngay: head ? dateText(head) : '',
    coQuan: head?.issuer.join(' ') ?? '',
    coQuanCapTren: head?.superior?.join('\n') ?? '',
    tenLoai: sheet.name ?? '',
    trichYeu: sheet.subject ?? '',
    kinhGui: (sheet.to ?? []).join('\n'),
    noiNhan: entries.join('\n'),
    chucVuNguoiKy: [...capacities, signature?.post ?? ''].filter(Boolean).join('\n').toLocaleUpperCase('vi'),
    nguoiKy: signature?.name ?? '',
  }
}
