import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase } from '../../src/platform/db/connection.ts'
import { accessDatabase } from '../../src/platform/db/database-access.ts'
import { draftPaperChange } from '../../src/procedures/paper-changes.ts'
import { OfficeClient } from '../support/office-client.ts'
import { createPetitionWorld } from '../support/petition-world.ts'
import { databaseFolder, type RunningProgram } from '../support/running-program.ts'

const PASSWORD = 'cá thu kho riềng ba lửa'

/** A data folder with one authority, its people and a paper; nothing runs on it afterwards. */
export async function prepareOffice(varFolder: string) {
  const access = await accessDatabase({ folder: databaseFolder(varFolder), purpose: 'serve' })
  const db = openDatabase(access.url)
  const database = { db, url: access.url, ownerUrl: access.ownerUrl, close: async () => {} }
  const world = await createPetitionWorld({ database, password: PASSWORD })
  const { paperId } = await world.done(world.people.clerk, draftPaperChange, {
    ...{ kind: 'taskAssignment', subjectKind: 'dialogue', subjectId: world.dialogueId, title: 'Phân công' },
    ...{ body: '', issuerAgencyId: world.agencies.office },
  })
  await db.destroy()
  await access.close()
  return { login: `clerk-${world.authorityId}`, paperId }
}

export type PreparedOffice = Awaited<ReturnType<typeof prepareOffice>>

/** What a writer sends; `text` names it in the database. */
type Write = (client: OfficeClient, text: string, key: string) => Promise<{ status: number; body: string }>

const receive: Write = (client, text, key) =>
  client.request(
    'POST',
    '/cat-hai/kien-nghi/moi',
    new URLSearchParams([
      ...Object.entries({ _csrf: client.token, _key: key, receivedOn: '20/10/2025', channel: 'letter' }),
      ...Object.entries({ raised: 'before', petitionerKind: 'person', petitionerName: text, text }),
      ...[`${text} a`, `${text} b`].map((content) => ['contents', content] as [string, string]),
    ]),
  )

const urge: Write = (client, text, key) =>
  client.request(
    'POST',
    '/cat-hai/giam-sat/moi/don-doc',
    new URLSearchParams({ _csrf: client.token, _key: key, content: text, toAgencyId: '2' }),
  )

const attach =
  (paperId: number): Write =>
  (client, text, key) => {
    const form = new FormData()
    for (const [name, value] of [
      ['_csrf', client.token],
      ['_key', key],
      ['label', 'annex'],
    ] as const)
      form.append(name, value)
    form.append('file', new Blob([`%PDF-1.7\n${text}\n%%EOF\n`], { type: 'application/pdf' }), `${text}.pdf`)
    return client.request('POST', `/cat-hai/van-ban/${paperId}/tep`, form)
  }

/**
 * Writers at the pages of a running program: each repeats what was not acknowledged under the same key until it is,
 * wherever the program then is. Anything but an acknowledgement or an honest “not now” is kept in `unexpected`.
 */
export class OfficeWriters {
  readonly acknowledged: { kind: string; text: string }[] = []
  readonly unexpected: string[] = []
  refusedNow = 0
  private writing = true
  private running: Promise<void>[] = []
  private readonly clients: OfficeClient[] = []

  constructor(private readonly office: PreparedOffice) {}

  async begin(program: RunningProgram): Promise<void> {
    const kinds = { submission: receive, urging: urge, file: attach(this.office.paperId) }
    for (const [kind, write] of Object.entries(kinds)) {
      const client = new OfficeClient(program.address)
      await client.signIn(this.office.login, PASSWORD)
      this.clients.push(client)
      this.running.push(this.writeOn(kind, write, client))
    }
  }

  /** The program was started again, perhaps at another port. */
  moveTo(program: RunningProgram): void {
    for (const client of this.clients) client.address = program.address
  }

  /** Waits until so many more writes were acknowledged. */
  async more(count: number): Promise<void> {
    const enough = this.acknowledged.length + count
    while (this.acknowledged.length < enough && this.unexpected.length === 0) await wait(5)
  }

  async end(): Promise<void> {
    this.writing = false
    await Promise.all(this.running)
  }

  private async writeOn(kind: string, write: Write, client: OfficeClient): Promise<void> {
    for (let number = 0; this.writing; number += 1) {
      const text = `${kind}-${number}`
      const key = randomUUID()
      for (let done = false; !done && this.unexpected.length === 0; ) {
        const reply = await write(client, text, key).catch(() => null)
        done = reply?.status === 303
        if (done) this.acknowledged.push({ kind, text })
        else if (reply?.status === 503) this.refusedNow += 1
        else if (reply) this.unexpected.push(`${kind} ${reply.status}: ${reply.body.replace(/<[^>]+>|\s+/g, ' ')}`)
        if (!done) await wait(20)
      }
    }
  }
}

/** Counts what is stored for each text, in the database the program left behind. */
export async function countStored(varFolder: string): Promise<Record<string, Map<string, number>>> {
  const access = await accessDatabase({ folder: join(varFolder, 'db'), purpose: 'serve', migrate: false })
  const db = openDatabase(access.url)
  const tally = (texts: readonly string[]) => {
    const counts = new Map<string, number>()
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
    return counts
  }
  try {
    const submissions = await db.selectFrom('submission').select('text').execute()
    const urgings = await db.selectFrom('supervisionAct').select('content').execute()
    const files = await db.selectFrom('attachment').select('name').execute()
    const petitions = await db.selectFrom('petition').select('content').execute()
    return {
      submission: tally(submissions.map((row) => row.text)),
      urging: tally(urgings.map((row) => row.content)),
      file: tally(files.map((row) => row.name.replace(/\.pdf$/, ''))),
      petition: tally(petitions.map((row) => row.content)),
    }
  } finally {
    await db.destroy()
    await access.close()
  }
}
