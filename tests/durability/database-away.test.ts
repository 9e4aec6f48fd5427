import { connect, createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDatabase } from '../../src/platform/db/connection.ts'
import { withClient } from '../../src/platform/db/database-roles.ts'
import { gateRoutes, officeRoutes } from '../../src/web/office/office-routes.ts'
import { FormVisitor } from '../support/form-visitor.ts'
import { createPetitionWorld, type PetitionWorld } from '../support/petition-world.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { createTestOffice } from '../support/test-office.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const PASSWORD = 'cá thu kho riềng ba lửa'
const NEW = '/cat-hai/kien-nghi/moi'
const submission = (text: string) => ({
  ...{ receivedOn: '20/10/2025', channel: 'letter', raised: 'before', petitionerKind: 'person' },
  ...{ petitionerName: 'Vũ Thị Hải Yến', text },
})

/** The line between program and server, which can be cut and mended. */
async function openLine(target: URL) {
  const open = new Set<Socket>()
  let whole = true
  const listener = createServer((near) => {
    if (!whole) return void near.destroy()
    const far = connect(Number(target.port), target.hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done))
  const url = new URL(target)
  url.host = `127.0.0.1:${(listener.address() as { port: number }).port}`
  return {
    url: url.href,
    cut() {
      whole = false
      for (const socket of open) socket.destroy()
    },
    mend() {
      whole = true
    },
    close: () => new Promise((done) => listener.close(done)),
  }
}

let database: TestDatabase
let line: Awaited<ReturnType<typeof openLine>>
let world: PetitionWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
let visitor: FormVisitor

beforeAll(async () => {
  database = await createTestDatabase()
  line = await openLine(new URL(database.url))
  const db = openDatabase(line.url)
  world = await createPetitionWorld({ database: { ...database, db }, password: PASSWORD })
  office = await createTestOffice(db, world.clock, { office: officeRoutes, gate: gateRoutes })
  visitor = new FormVisitor(office.server)
  await visitor.open('/dang-nhap')
  await visitor.post('/dang-nhap', { login: `clerk-${world.authorityId}`, password: PASSWORD })
})
afterAll(async () => {
  line?.mend()
  await office?.close()
  await world?.db.destroy()
  await line?.close()
  await database?.close()
})

const stored = async (text: string) => {
  const { rows } = await withClient(database.ownerUrl, (client) =>
    client.query('SELECT count(*)::int AS n FROM submission WHERE text = $1', [text]),
  )
  return rows[0].n as number
}

describe('while the database is away', () => {
  it('every page says so in Vietnamese, with the status that tells to come back', async () => {
    line.cut()
    const reply = await visitor.send('GET', '/cat-hai/kien-nghi')
    expect(reply.status).toBe(503)
    expect(reply.body).toContain('Chưa kết nối được cơ sở dữ liệu')
    line.mend()
    expect(await visitor.open('/cat-hai/kien-nghi')).toBe(200)
  })

  it('keeps a form that was sent, and takes it once when it is sent again, without a restart', async () => {
    const text = 'Đường vào thôn Trân Châu "ngập" <sâu> & lâu'
    await visitor.open(NEW)
    const hidden = visitor.hiddenFields(NEW)
    line.cut()
    const refused = await visitor.send('POST', NEW, { ...hidden, ...submission(text) })
    expect(refused.status).toBe(503)
    expect(refused.body).toContain('Đường vào thôn Trân Châu')
    expect(refused.body).toContain('Vũ Thị Hải Yến')
    line.mend()
    expect(await stored(text)).toBe(0)
    const again = unescapedFields(refused.body)
    expect(again).toMatchObject({ _key: hidden['_key'], text })
    for (let time = 0; time < 2; time += 1) {
      expect((await visitor.send('POST', NEW, again)).status).toBe(303)
      expect(await stored(text)).toBe(1)
    }
  })

  it('shows no password again', async () => {
    const guest = new FormVisitor(office.server)
    await guest.open('/dang-nhap')
    const hidden = guest.hiddenFields('/dang-nhap')
    line.cut()
    const refused = await guest.send('POST', '/dang-nhap', { ...hidden, login: 'clerk', password: PASSWORD })
    line.mend()
    expect(refused.status).toBe(503)
    expect(refused.body).not.toContain(PASSWORD)
  })
})

/** The hidden fields of the form on the page, as a browser reads them. */
function unescapedFields(page: string): Record<string, string> {
  const plain = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  const form = /<main[\s\S]*?<form[\s\S]*?<\/form>/.exec(page)![0]
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  return Object.fromEntries(inputs.map(([, name, value]) => [plain(name!), plain(value!)]))
}
