import type { Journey } from './http-journey.ts'
import { type Fillings, wordsOf } from './page-form.ts'
import type { PageReader } from './page-reader.ts'

/** A signed page as a scanner gives it: small, and told from a text by its first bytes. */
export function scannedPage(name: string): { file: Buffer; name: string } {
  const text = `%PDF-1.4\n% ${name}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`
  return { file: Buffer.from(text), name }
}

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
    'Tệp văn bản đã ký': scannedPage('trang-ky.pdf'),
    ...(reply.reportTo ? { 'Báo cáo cấp ủy, chính quyền, người chủ trì': reply.reportTo } : {}),
  })
}

/** Puts a scanned page into every entry of the dossier that still lacks one, each by its own link; says which. */
export async function fillDossier(person: PageReader, dossier: string): Promise<string[]> {
  const filled: string[] = []
  for (;;) {
    await person.open(dossier)
    const { $ } = person
    const entry = $('main .panel')
      .toArray()
      .find((panel) => wordsOf($(panel).text()).includes('Còn thiếu') && $(panel).find('a[href$="/tep"]').length > 0)
    if (!entry) return filled
    const label = wordsOf($(entry).find('h3').first().text())
    if (filled.includes(label)) throw new Error(`${label} is still missing after its upload`)
    await person.open($(entry).find('a[href$="/tep"]').first().attr('href')!, { outside: true })
    const paper = scannedPage(`${filled.length + 1}.pdf`)
    await person.press('Tải tệp vào', { 'Tên tài liệu': label.slice(0, 120), Tệp: paper })
    filled.push(label)
  }
}
