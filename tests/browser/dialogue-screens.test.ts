import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAssets } from '../../scripts/build-assets.mjs'
import { addConclusionItem } from '../../src/dialogues/add-conclusion-item.ts'
import { addInvitee } from '../../src/dialogues/add-invitee.ts'
import { assignTask } from '../../src/dialogues/assign-task.ts'
import { confirmNotClassified } from '../../src/dialogues/confirm-not-classified.ts'
import { proposeTopic } from '../../src/dialogues/propose-topic.ts'
import { registerRequest } from '../../src/dialogues/register-request.ts'
import { registerSpeech } from '../../src/dialogues/register-speech.ts'
import { writeMinutes } from '../../src/dialogues/write-minutes.ts'
import { approveConclusion } from '../../src/procedures/approve-conclusion.ts'
import { holdConference } from '../../src/procedures/hold-conference.ts'
import { openDialogue } from '../../src/procedures/open-dialogue.ts'
import { recordNotice } from '../../src/procedures/record-notice.ts'
import { readAssetUrls } from '../../src/web/kit/asset-urls.ts'
import { gateRoutes, officeRoutes } from '../../src/web/office/office-routes.ts'
import { createDialogueWorld, type DialogueWorld } from '../support/dialogue-world.ts'
import { createTestOffice } from '../support/test-office.ts'
import { axeFaults, WCAG_TAGS } from './axe-faults.ts'
import { openBrowser } from './open-browser.ts'

const PASSWORD = 'cá thu kho riềng ba lửa'
let world: DialogueWorld
let office: Awaited<ReturnType<typeof createTestOffice>>
let browser: Browser
let context: BrowserContext
let page: Page
let origin = ''
let preparing = 0
let held = 0

beforeAll(async () => {
  world = await createDialogueWorld({ password: PASSWORD })
  await fillWorld()
  const { folder } = await buildAssets()
  const routes = { office: officeRoutes, gate: gateRoutes }
  office = await createTestOffice(world.db, world.clock, routes, { folder, urls: readAssetUrls(folder) })
  origin = await office.server.listen({ port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await office?.close()
  await world?.close()
})

/** One dialogue in preparation, one held with an approved conclusion; names as long as they really are. */
async function fillWorld(): Promise<void> {
  const { people, agencies, done } = world
  const title = 'Hội nghị đối thoại giữa người đứng đầu cấp ủy, chính quyền đặc khu với Nhân dân'
  const opening = {
    title,
    kind: 'periodic',
    form: 'inPerson',
    chairModel: 'coPresiding',
    venue: 'Hội trường trung tâm đặc khu',
  }
  held = (await done(people.clerk, openDialogue, { ...opening, heldOn: '2025-10-01' })).id
  preparing = (await done(people.clerk, openDialogue, { ...opening, heldOn: '2025-10-29' })).id
  const guest = { kind: 'people', name: 'Đại diện Nhân dân thôn Trân Châu', title: 'Thôn Trân Châu', headcount: '12' }
  await done(people.clerk, addInvitee, { id: preparing, ...guest })
  const task = {
    agencyId: agencies.economy,
    kind: 'securityPlan',
    content: 'Kế hoạch bảo đảm an ninh, trật tự',
    dueOn: '2025-09-20',
  }
  await done(people.clerk, assignTask, { id: preparing, ...task })
  await done(people.clerk, recordNotice, {
    id: preparing,
    channel: 'loudspeaker',
    doneOn: '2025-10-01',
    times: '2',
    place: 'Cụm loa số 1',
  })
  await done(people.secretary, registerSpeech, {
    id: preparing,
    registered: 'before',
    speakerName: 'Ông Lê Văn Thử',
    content: 'Bến cá',
  })
  await done(people.clerk, confirmNotClassified, { id: held, confirmed: 'on' })
  await done(people.secretary, holdConference, {
    id: held,
    heldOn: '2025-10-01',
    attendanceDelegates: '46',
    attendancePeople: '212',
  })
  await done(people.secretary, writeMinutes, {
    id: held,
    version: '',
    secretaryName: 'Thư ký',
    proceedings: 'Diễn biến',
    conclusion: '',
  })
  const item = {
    content: 'Cống thoát nước thôn Trân Châu',
    conclusion: 'Giao khảo sát',
    disposition: 'verifyAndReplyLater',
  }
  await done(people.clerk, addConclusionItem, { id: held, ...item, leadAgencyId: agencies.economy, openProposal: 'on' })
  await done(people.chair, approveConclusion, { id: held })
  const request = {
    requesterKind: 'voters',
    requesterName: 'Cử tri thôn Trân Châu',
    content: 'Bến cá',
    signerCount: '120',
  }
  await done(people.clerk, registerRequest, { receivedOn: '2025-09-30', ...request })
  const topic = {
    year: 2025,
    proposerAgencyId: agencies.economy,
    topic: 'Bến cá',
    reason: 'Bức xúc',
    proposedOn: '2025-09-30',
  }
  await done(people.clerk, proposeTopic, topic)
}

async function signInAs(role: string): Promise<void> {
  await context?.close()
  context = await browser.newContext({ viewport: { width: 1366, height: 800 } })
  page = await context.newPage()
  await page.goto(`${origin}/dang-nhap`)
  await page.getByLabel('Tên đăng nhập').fill(`${role}-${world.authorityId}`)
  await page.getByLabel('Mật khẩu').fill(PASSWORD)
  await page.locator('main').getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.waitForLoadState('load')
}

/** Opens a page; it fits every width and has no axe violation. */
async function looksRight(path: string): Promise<void> {
  const reply = await page.goto(`${origin}/${world.slug}${path}`)
  expect(reply?.status(), path).toBe(200)
  for (const width of [320, 1366]) {
    await page.setViewportSize({ width, height: 800 })
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(sideways, `${path} at ${width} px scrolls sideways by`).toBeLessThanOrEqual(0)
  }
  const said = await axeFaults(page, WCAG_TAGS)
  expect(said, path).toEqual([])
}

describe('the screens of the dialogues', () => {
  it('of the clerk fit a phone and a desk and are accessible', async () => {
    await signInAs('clerk')
    for (const path of [
      '/hoi-nghi',
      '/hoi-nghi/moi',
      '/yeu-cau-doi-thoai',
      '/yeu-cau-doi-thoai?sua=1',
      '/chu-de',
      '/chu-de/1',
    ]) {
      await looksRight(path)
    }
    const pages = [
      '',
      '/thong-tin',
      '/phan-cong?sua=1',
      '/thanh-phan?sua=1',
      '/thong-bao',
      '/chuong-trinh?sua=1',
      '/phat-bieu?sua=1',
      '/dieu-hanh',
    ]
    for (const path of pages) await looksRight(`/hoi-nghi/${preparing}${path}`)
    for (const path of ['', '/bien-ban', '/ket-luan', '/noi-nhan', '/rut-kinh-nghiem', '/uy-quyen']) {
      await looksRight(`/hoi-nghi/${held}${path}`)
    }
  }, 300_000)

  it('print each form that is handed out on one sheet of A4', async () => {
    const forms = `${origin}/${world.slug}/hoi-nghi/${preparing}/phieu-in`
    for (const kind of ['petitionForm', 'speechRegistration']) {
      await page.goto(forms)
      await page.check(`input[name=kind][value=${kind}]`)
      await page.fill('input[name=copies]', '2')
      await page.locator('main').getByRole('button', { name: 'In phiếu' }).click()
      await page.waitForLoadState('load')
      await page.goto(`${page.url()}/in`)
      const pdf = await page.pdf({ preferCSSPageSize: true })
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g), kind).toHaveLength(2)
    }
  }, 60_000)

  it('of the chair and the records clerk too', async () => {
    await signInAs('chair')
    for (const path of ['/thoi-gian', '/huy']) await looksRight(`/hoi-nghi/${preparing}${path}`)
    await signInAs('recordsClerk')
    await looksRight(`/hoi-nghi/${held}/noi-nhan`)
  }, 180_000)
})
