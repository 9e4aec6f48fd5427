import { Ajv2020 } from 'ajv/dist/2020.js'
import jsQR from 'jsqr'
import Papa from 'papaparse'
import { SaxesParser } from 'saxes'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPetitionWorld, type PetitionWorld } from '../../../tests/support/petition-world.ts'
import { portalSteps } from '../../../tests/support/portal-world.ts'
import { createTestOffice } from '../../../tests/support/test-office.ts'
import { listSimilarEntries } from '../../public-record/similar-entry-store.ts'
import { gateRoutes, officeRoutes } from '../office/office-routes.ts'
import { portalTable } from './portal-routes.ts'

let world: PetitionWorld
let office: Awaited<ReturnType<typeof createTestOffice>>

beforeAll(async () => {
  world = await createPetitionWorld({ slug: 'cat-hai' })
  const steps = portalSteps(world)
  const ids = []
  for (const text of [
    '=HYPERLINK("x") đường hỏng, "gấp" & <b>nguy</b>',
    'Nước sạch thôn Trân Châu yếu',
    'Bến phà Gót quá tải',
  ])
    ids.push(await steps.receive({ text, contents: text }))
  await steps.publish(ids)
  await steps.announce('Ai cũng được dự; nhớ mang theo\nnước uống.')
  office = await createTestOffice(world.db, world.clock, {
    office: officeRoutes,
    gate: gateRoutes,
    portal: portalTable,
  })
}, 60_000)
afterAll(async () => {
  await office?.close()
  await world?.close()
})

const get = (path: string) =>
  office.server.inject({ method: 'GET', url: `/cong/cat-hai${path}`, headers: { host: 'cong.vn' } })
const found = async (query: string) => {
  const { body } = await get(`/ket-qua?${query}`)
  return [...body.matchAll(/class="entry-title"[^>]*>([^<]*)/g)].map((match) => match[1])
}

it('offers as much alike what says most of the same words itself, whatever was answered', async () => {
  const like = async (text: string) =>
    (await listSimilarEntries(world.db, world.authorityId, text)).map((entry) => entry.content)
  const water = 'Nước sạch thôn Trân Châu yếu'
  await world.db
    .updateTable('publicEntry')
    .set({ answer: 'Đã lắp biển báo ở dốc.' })
    .where('content', '=', water)
    .execute()
  expect(await like('Nước sạch yếu, tối không có dùng.')).toEqual([water])
  expect(await like('Đề nghị lắp biển báo ở dốc.')).toEqual([])
})

describe('open data', () => {
  it('fits the schema that describes it, field by field', async () => {
    const schema = (await get('/du-lieu/luoc-do.json')).json()
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema)
    const page = (await get('/du-lieu')).body
    for (const [path, name, rows] of [
      ['ket-qua', 'results', 3],
      ['hoi-nghi', 'dialogues', 1],
      ['ke-hoach', 'plans', 0],
    ] as const) {
      const reply = await get(`/du-lieu/${path}.json`)
      expect(validate(reply.json()), `${path}: ${JSON.stringify(validate.errors)}`).toBe(true)
      expect(reply.json()[name], path).toHaveLength(rows)
      expect(reply.headers['access-control-allow-origin']).toBe('*')
      for (const field of Object.keys(schema.$defs[name].properties[name].items.properties))
        expect(page).toContain(`<code>${field}</code>`)
    }
    expect(validate({ authority: 'cat-hai', generatedAt: '', results: [{ id: 1 }] })).toBe(false)
  })

  it('comes as a table in which no cell can become a formula', async () => {
    const { body } = await get('/du-lieu/ket-qua.csv')
    const { data, errors } = Papa.parse<string[]>(body.replace(/^\uFEFF/, ''), { skipEmptyLines: true })
    expect(errors).toEqual([])
    expect(data.map((row) => row.length)).toEqual([23, 23, 23, 23])
    expect(data.flat().filter((cell) => /^[=+\-@\t\r\uFF1D]/.test(cell))).toEqual([])
    expect(body).toContain(`"'=HYPERLINK(""x"") đường hỏng, ""gấp"" & <b>nguy</b>"`)
    expect(body.charCodeAt(0)).toBe(0xfeff)
    for (const path of ['/du-lieu/hoi-nghi.csv', '/du-lieu/hoi-nghi.json', '/du-lieu/ke-hoach.json'])
      expect((await get(path)).statusCode, path).toBe(200)
  })
})

describe('feeds and calendars', () => {
  it('tell what is new as Atom, whatever signs stand in the texts', async () => {
    const { body, headers } = await get('/tin.xml')
    expect(headers['content-type']).toContain('application/atom+xml')
    const faults: Error[] = []
    const names: string[] = []
    const parser = new SaxesParser({ xmlns: true })
    parser.on('error', (error) => faults.push(error))
    parser.on('opentag', ({ name, uri }) => names.push(uri === 'http://www.w3.org/2005/Atom' ? name : `?${name}`))
    parser.write(body).close()
    expect(faults).toEqual([])
    // what RFC 4287 asks of a feed: id, title, updated, and an author for the whole
    expect(names.filter((name) => name === 'entry')).toHaveLength(3)
    expect(names).toEqual(expect.arrayContaining(['id', 'title', 'updated', 'author', 'name', 'summary']))
    expect(names.filter((name) => name.startsWith('?'))).toEqual([])
    expect(body).toContain('http://cong.vn/cong/cat-hai/ket-qua/')
    expect(body).not.toContain('<b>nguy</b>')
  })

  it('tell day, hours and place as iCalendar, with lines folded and commas escaped', async () => {
    for (const path of ['/lich.ics', `/hoi-nghi/${world.dialogueId}/lich.ics`]) {
      const { body, headers } = await get(path)
      expect(headers['content-type']).toContain('text/calendar')
      expect(body).toMatch(/^BEGIN:VCALENDAR\r\n/)
      expect(body).toContain('BEGIN:VEVENT')
      expect(body).toContain(`UID:cat-hai-${world.dialogueId}@doi-thoai`)
      for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    }
  })

  it('and the pages say the day in the language of the reader', async () => {
    for (const path of ['', '/hoi-nghi', `/hoi-nghi/${world.dialogueId}`, '/nhung']) {
      expect((await get(path)).body, path).toMatch(/(thứ \p{L}+|Chủ nhật) \d\d\/\d\d\/\d{4}/u)
      const english = (await get(`${path}?lang=en`)).body
      expect(english, path).toMatch(/\w+day \d\d\/\d\d\/\d{4}/)
      expect(english, path).not.toMatch(/(thứ \p{L}+|Chủ nhật) \d/u)
    }
  })

  it('put the address of the dialogue into a QR code that a camera can read', async () => {
    const { rawPayload } = await get(`/hoi-nghi/${world.dialogueId}/qr.svg`)
    const { data, info } = await sharp(rawPayload).resize(400).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    const read = jsQR(new Uint8ClampedArray(data), info.width, info.height)
    expect(read?.data).toBe(`http://cong.vn/cong/cat-hai/hoi-nghi/${world.dialogueId}`)
  })
})

describe('looking for results', () => {
  it('finds words with and without their marks, in any order, from their beginning', async () => {
    for (const words of ['nước sạch', 'nuoc sach', 'sach nuoc', 'tran chau nuo'])
      expect(await found(`q=${encodeURIComponent(words)}`), words).toEqual(['Nước sạch thôn Trân Châu yếu'])
    expect(await found('q=kh%C3%B4ng-c%C3%B3')).toEqual([])
    for (const odd of ['%25', '%27%20or%201=1', '(((', '%00', '%F0%9F%98%80'])
      expect((await get(`/ket-qua?q=${odd}`)).statusCode, odd).toBe(200)
  })

  it('filters by state and agency, and takes nothing it does not know', async () => {
    expect(await found('tinh-trang=received')).toHaveLength(3)
    expect(await found('tinh-trang=settled')).toEqual([])
    expect(await found('tinh-trang=drop%20table')).toHaveLength(3)
    expect(await found('co-quan=Kh%C3%B4ng')).toEqual([])
    for (const page of ['0', '-1', '1e9', 'abc', '2', '99999'])
      expect((await get(`/ket-qua?trang=${page}`)).statusCode, page).toBe(200)
  })
})

describe('the results of a dialogue', () => {
  it('say how many petitions are not read there, as a number only when it is too great to point at somebody', async () => {
    const { db, authorityId, dialogueId } = world
    const steps = portalSteps(world)
    const said = async () => {
      const { body } = await get(`/hoi-nghi/${dialogueId}`)
      return body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    }
    await world.held('held')
    // the same is said whether there is none or one that is kept confidential
    const few = '3 kiến nghị đọc được ở đây. Có thể còn kiến nghị không đăng nội dung'
    expect(await said()).toContain(few)
    await world.held('preparing')
    await steps.receive({ contents: 'Điều kín', confidential: 'on', confidentialReason: 'x' })
    const others = []
    for (const text of ['Một', 'Hai', 'Ba']) others.push(await steps.receive({ text, contents: text }))
    await world.held('held')
    const page = await said()
    expect(page).toContain(few)
    expect(page).not.toContain('Điều kín')
    await world.held('preparing')
    others.push(await steps.receive({ text: 'Bốn', contents: 'Bốn' }))
    await world.held('held')
    expect(await said()).toContain('Đã nhận 8 kiến nghị: 3 kiến nghị đọc được ở đây, 5 kiến nghị không đăng nội dung')
    // nothing is told of a denunciation
    await db
      .updateTable('petition')
      .set({ kind: 'denunciation' })
      .where('authorityId', '=', authorityId)
      .where('id', '=', others[0]!)
      .execute()
    expect(await said()).toContain(few)
  })
})
