import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { confirmNotClassified } from '../../src/dialogues/confirm-not-classified.ts'
import { registerSpeech } from '../../src/dialogues/register-speech.ts'
import { findHall } from '../../src/hall/hall-store.ts'
import { openHall } from '../../src/hall/open-hall.ts'
import { dayOf } from '../../src/platform/day.ts'
import { openDialogue } from '../../src/procedures/open-dialogue.ts'
import { openCutLine } from '../support/cut-line.ts'
import { createDialogueWorld, type DialogueWorld } from '../support/dialogue-world.ts'
import { RunningProgram } from '../support/running-program.ts'
import { chromiumFlags, chromiumPath, openBrowser } from './open-browser.ts'

const PASSWORD = 'cá thu kho riềng ba lửa'

export interface OpenedHall {
  id: number
  screen: string
  phone: string
}

/**
 * One house with the program in a process of its own, and six windows on two lines that can be cut: the first secretary and
 * the door on one, everybody else on the other.
 */
export class HallDay {
  readonly pages = {} as Record<'desk' | 'second' | 'chair' | 'door' | 'screen' | 'phone', Page>
  private first: BrowserContext | null = null
  private program: RunningProgram | null = null
  private readonly world: DialogueWorld
  private readonly browser: Browser
  private readonly folder: string
  readonly line: Awaited<ReturnType<typeof openCutLine>>
  readonly steady: Awaited<ReturnType<typeof openCutLine>>

  private constructor(
    world: DialogueWorld,
    browser: Browser,
    folder: string,
    lines: Awaited<ReturnType<typeof openCutLine>>[],
  ) {
    this.world = world
    this.browser = browser
    this.folder = folder
    this.line = lines[0]!
    this.steady = lines[1]!
  }

  static async begin(): Promise<{ day: HallDay; world: DialogueWorld }> {
    const world = await createDialogueWorld({
      ...{ password: PASSWORD, regulation: 'thanh-hoa-2543', kind: 'commune', today: dayOf(new Date()) },
      agencies: { communeOffice: 'Văn phòng UBND xã', communePolice: 'Công an xã' },
      posts: { policeChief: 'Trưởng Công an xã' },
    })
    world.clock.set(new Date())
    const [browser, folder] = await Promise.all([openBrowser(), mkdtemp(join(tmpdir(), 'doi-thoai-hall-'))])
    let day: HallDay
    const port = () => Number(new URL(day.program!.address).port)
    day = new HallDay(world, browser, folder, await Promise.all([openCutLine(port), openCutLine(port)]))
    await day.startProgram()
    return { day, world }
  }

  async startProgram(): Promise<void> {
    this.program = await RunningProgram.start(join(this.folder, 'var'), this.world)
  }

  /** SIGKILL: nothing is said, nothing is written down on the way out. */
  async killProgram(): Promise<void> {
    await this.program?.kill()
  }

  /** A conference with its registered speakers, its hall open. */
  async openHall(chairModel: string, title: string, speakers: readonly string[]): Promise<OpenedHall> {
    const { people, done, db, authorityId } = this.world
    const heldOn = dayOf(new Date())
    const opening = { title, kind: 'periodic', form: 'inPerson', chairModel, heldOn, venue: 'Hội trường' }
    const { id } = await done(people.clerk, openDialogue, opening)
    await done(people.clerk, confirmNotClassified, { id, confirmed: 'on' })
    for (const speakerName of speakers)
      await done(people.secretary, registerSpeech, {
        id,
        registered: 'before',
        speakerName,
        village: 'Thôn 1',
        minutes: 5,
      })
    await done(people.secretary, openHall, { id })
    const { screenToken, phoneToken } = (await findHall(db, authorityId, id))!
    return {
      id,
      screen: `${this.steady.address}/man-hinh/${screenToken}`,
      phone: `${this.steady.address}/dt/${phoneToken}`,
    }
  }

  at(which: 'line' | 'steady', id: number, desk: string): string {
    return `${this[which].address}/${this.world.slug}/hoi-nghi/${id}/hoi-truong/${desk}`
  }

  /** Everybody sits down; whoever has an account signs in once for the whole day. */
  async sitDown(hall: OpenedHall): Promise<void> {
    if (!this.first) {
      this.pages.desk = await this.openFirst()
      await this.signIn(this.pages.desk, this.line.address, 'secretary')
      for (const [name, role, width] of [
        ['second', 'clerk', 1366],
        ['chair', 'chair', 1366],
        ['door', 'recordsClerk', 360],
      ] as const) {
        this.pages[name] = await this.openPage(width, width === 360 ? 780 : 850)
        await this.signIn(this.pages[name], name === 'door' ? this.line.address : this.steady.address, role)
      }
      this.pages.screen = await this.openPage(1920, 1080)
      this.pages.phone = await this.openPage(360, 780)
    }
    const { desk, second, chair, door, screen, phone } = this.pages
    await Promise.all([
      desk.goto(this.at('line', hall.id, 'thu-ky')),
      second.goto(this.at('steady', hall.id, 'thu-ky')),
      chair.goto(this.at('steady', hall.id, 'chu-tri')),
      door.goto(this.at('line', hall.id, 'cua')),
      screen.goto(hall.screen),
      phone.goto(hall.phone),
    ])
  }

  private async openPage(width: number, height: number): Promise<Page> {
    return (await this.browser.newContext({ viewport: { width, height } })).newPage()
  }

  /** The browser of the first secretary, with a profile on the disk that outlives it. */
  private async openFirst(): Promise<Page> {
    this.first = await chromium.launchPersistentContext(join(this.folder, 'profile'), {
      executablePath: chromiumPath(),
      args: [...chromiumFlags, '--disable-features=LockProfileCookieDatabase'],
      viewport: { width: 1366, height: 850 },
    })
    return this.first.pages()[0] ?? this.first.newPage()
  }

  private async signIn(page: Page, address: string, role: string): Promise<void> {
    await page.goto(`${address}/dang-nhap`)
    await page.getByLabel('Tên đăng nhập').fill(`${role}-${this.world.authorityId}`)
    await page.getByLabel('Mật khẩu').fill(PASSWORD)
    await page.locator('main').getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/dang-nhap'))
  }

  /** The power of the first secretary's laptop goes. */
  async killBrowser(): Promise<void> {
    process.kill(await browserOf(join(this.folder, 'profile')), 'SIGKILL')
    await this.first?.close().catch(() => {})
  }

  /** Its session ended with it: signed in again, back to the desk. */
  async reopenBrowser(hall: OpenedHall): Promise<Page> {
    this.pages.desk = await this.openFirst()
    await this.signIn(this.pages.desk, this.line.address, 'secretary')
    await this.pages.desk.goto(this.at('line', hall.id, 'thu-ky'))
    return this.pages.desk
  }

  async end(): Promise<void> {
    await this.first?.close().catch(() => {})
    await this.browser.close()
    this.line.close()
    this.steady.close()
    await this.program?.stop()
    await this.world.close()
    await rm(this.folder, { recursive: true, force: true })
  }
}

/** The process of the browser that works on a profile: it alone names it and is nobody's child process of a kind. */
async function browserOf(folder: string): Promise<number> {
  for (const name of (await readdir('/proc')).filter((one) => /^\d+$/.test(one))) {
    const line = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')
    if (line.includes(`--user-data-dir=${folder}`) && !line.includes('--type=')) return Number(name)
  }
  throw new Error(`no browser works on ${folder}`)
}
