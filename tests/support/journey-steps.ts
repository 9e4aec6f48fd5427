import type { Journey } from './http-journey.ts'
import { actOn } from './journey-acts.ts'
import { type Fillings, wordsOf } from './page-form.ts'
import type { PageReader } from './page-reader.ts'
import { checkedSums, unpackedZip } from './unpacked-zip.ts'

/** Does an act on a petition as its page offers it: the link with the verb, the form, the button with the same verb. */
export async function onPetition(
  journey: Journey,
  who: string,
  petition: number,
  verb: string,
  fill: Fillings = {},
): Promise<PageReader> {
  return actOn(await journey.as(who), petition, verb, fill)
}

/** Opens a page of a dialogue through the links to its pages; the steps of the chain have some of the same words. */
export async function dialoguePage(journey: Journey, who: string, dialogue: string, name: string): Promise<PageReader> {
  const reader = await journey.as(who)
  await reader.open(dialogue)
  await reader.follow('Ban hành, nơi nhận')
  return name === 'Ban hành, nơi nhận' ? reader : reader.follow(name)
}

/** Whoever approves a plan, gives it its number and publishes it, one after the other on the same day. */
export async function issuePlan(
  journey: Journey,
  plan: string,
  people: { approves: string; numbers: string; publishes: string },
  signer: Fillings,
): Promise<PageReader> {
  const head = await journey.as(people.approves)
  await head.open('/')
  await head.follow('Duyệt kế hoạch')
  await head.press('Duyệt kế hoạch')
  const records = await journey.as(people.numbers)
  await records.open('/')
  await records.follow('Ban hành kế hoạch')
  await records.follow('Ban hành')
  await records.press('Ban hành', signer)
  const publisher = await journey.as(people.publishes)
  await publisher.open(plan)
  await publisher.press('Công khai')
  return records
}

interface HandedIn {
  title: string
  issuer: string
  approves: string
  signer: Fillings
  sentOn: string
}

/** A report from its page: drafted by the clerk, approved, numbered and sent to everybody it is owed to. */
export async function handInReport(journey: Journey, address: string, report: HandedIn): Promise<void> {
  const clerk = await journey.as('clerk')
  await clerk.open(address, { outside: true })
  await clerk.follow('Soạn báo cáo')
  await clerk.press('Soạn báo cáo', { 'Cơ quan ban hành': report.issuer, 'Trích yếu': report.title })
  const head = await journey.as(report.approves)
  await head.open('/')
  await head.follow('Duyệt văn bản')
  await head.press('Duyệt')
  const records = await journey.as('records')
  await records.open('/')
  await records.follow('Ban hành')
  await records.press('Ban hành', report.signer)
  await records.follow('Ghi nhận gửi')
  await records.press('Ghi nhận gửi', { 'Ngày gửi': report.sentOn, 'Cách gửi': 'documentAxis' })
}

/**
 * The list of deadlines of the whole authority as `due day · duty · what it is about · agency`, for those that are met
 * with how they ended.
 */
export async function listDue(reader: PageReader, when: 'open' | 'met' = 'open'): Promise<string[]> {
  await reader.open(`/han?whose=authority&when=${when}`)
  const { $ } = reader
  return $('main tbody tr')
    .toArray()
    .map((row) => {
      const cell = (label: string) => wordsOf($(row).find(`[data-label="${label}"]`).text())
      const left = when === 'met' ? [wordsOf($(row).find('.due-left').text())] : []
      const day = wordsOf($(row).find('.due-day').text()).replace('Chậm nhất ', '')
      const whole = cell('Về').split(' · ')[0]!
      const about = /^\p{Lu}+-\d{4}-\d{4}/u.exec(whole)?.[0] ?? whole
      return [day, cell('Việc phải làm'), about, cell('Cơ quan'), ...left].join(' · ')
    })
}

/** Downloads the archive and checks `SHA256SUMS` line by line as `sha256sum -c` does; gives the sums by path. */
export async function downloadDossier(reader: PageReader): Promise<Map<string, string>> {
  const { bytes, mediaType } = await reader.download(reader.linkTo('Tải hồ sơ (ZIP)'))
  if (mediaType !== 'application/zip') throw new Error(`the dossier comes as ${mediaType}`)
  return checkedSums(await unpackedZip(bytes))
}
