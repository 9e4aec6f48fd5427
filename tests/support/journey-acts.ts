import type { AnyNode } from 'domhandler'
import type { Journey } from './http-journey.ts'
import { type Fillings, wordsOf } from './page-form.ts'
import type { PageReader } from './page-reader.ts'

/** A page with a signature, scanned. */
export const signedPage = { file: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'), name: 'trang-ky.pdf' }

/**
 * What stands on `/han` for the whole authority, filtered by its own form: `20/10/2025 · VP Đảng ủy · Gửi giấy mời`, with
 * what a petition, task or item is about behind it. Of what is done also when: `… · xong ngày 17/10/2025`.
 */
export async function dutiesOf(person: PageReader, state: 'Chưa xong' | 'Đã xong' | 'Quá hạn' = 'Chưa xong') {
  await person.open('/han')
  await person.press('Lọc', { 'Của ai': 'Của cả đơn vị', 'Tình trạng': state })
  const { $ } = person
  const rows = $('main tbody tr').toArray()
  return rows.map((row) => {
    const cell = (label: string) => wordsOf($(row).find(`[data-label="${label}"]`).first().text())
    const due = /Chậm nhất (\d\d\/\d\d\/\d{4})/.exec(cell('Hạn'))?.[1] ?? cell('Hạn')
    const done = /xong (?:muộn, )?ngày \d\d\/\d\d\/\d{4}/.exec(cell('Hạn'))?.[0]
    const about = cell('Về').split(' · ')[0]!
    const said = [
      due,
      cell('Cơ quan'),
      cell('Việc phải làm'),
      ...(/^(CH|HP|TU|SL|[A-Z]{2})-|^II\./.test(about) ? [about] : []),
    ]
    return [...said, ...(state === 'Đã xong' && done ? [done] : [])].join(' · ')
  })
}

/** Opens a petition and does what the verb on its page says. */
export async function actOn(person: PageReader, petitionId: number, verb: string, fill: Fillings = {}) {
  await person.open(`/kien-nghi/${petitionId}`)
  await person.follow(verb)
  return person.press(verb, fill)
}

/** Takes in what somebody says, from the list of petitions; returns the ids of the petitions it was split into. */
export async function receive(person: PageReader, dialogue: string, fill: Fillings, contents: readonly string[]) {
  await person.open('/kien-nghi')
  await person.follow('Tiếp nhận ý kiến, kiến nghị')
  const rows = Object.fromEntries(contents.map((content, at) => [`Nội dung ${at + 1}`, content]))
  await person.press('Tiếp nhận', { 'Hội nghị': dialogue, ...fill, ...rows })
  return contents.map((_, at) => person.id + at)
}

interface Reply {
  /** keys of the two accounts of the agency */
  desk: string
  head: string
  text: string
  signer: string
  title: string
  reportTo?: readonly string[]
}

/** A written reply from draft to number: drafted, submitted, approved by the head, issued with its signed page. */
export async function issueReply(journey: Journey, petitionId: number, reply: Reply): Promise<void> {
  const desk = await journey.as(reply.desk)
  await actOn(desk, petitionId, 'Soạn văn bản trả lời', { 'Nội dung trả lời': reply.text })
  await actOn(desk, petitionId, 'Trình duyệt văn bản trả lời')
  await actOn(await journey.as(reply.head), petitionId, 'Duyệt văn bản trả lời')
  await actOn(desk, petitionId, 'Phát hành văn bản trả lời', {
    'Người ký': reply.signer,
    'Chức vụ người ký': reply.title,
    Ký: 'Người đứng đầu cơ quan ký',
    'Tệp văn bản đã ký': signedPage,
    ...(reply.reportTo ? { 'Báo cáo cấp ủy, chính quyền, người chủ trì': reply.reportTo } : {}),
  })
}

/** Puts a signed page into every mandatory entry of the dossier that still lacks one, each by its own link. */
export async function fillDossier(person: PageReader, dossierId: number): Promise<void> {
  for (let left = 20; left > 0; left -= 1) {
    await person.open(`/ho-so/${dossierId}`)
    const { $ } = person
    const around = (link: AnyNode) =>
      $(link)
        .parents()
        .toArray()
        .map((piece) => wordsOf($(piece).text()))
    const lacking = $('main a[href*="/muc/"][href$="/tep"]')
      .toArray()
      .find((link) => entryAmong(around(link)).includes('Còn thiếu'))
    if (!lacking) return
    const address = $(lacking).attr('href')!
    await person.open(address, { outside: true })
    await person.press('Tải tệp vào', { 'Tên tài liệu': `Tài liệu ${address.split('/').at(-2)}`, Tệp: signedPage })
  }
  throw new Error('the dossier lacks entries without end')
}

/** What the entry says: the smallest of the pieces around with its need, “bắt buộc” or “nếu có”. */
function entryAmong(pieces: readonly string[]): string {
  return pieces.find((said) => /bắt buộc ·|nếu có ·/.test(said)) ?? ''
}
