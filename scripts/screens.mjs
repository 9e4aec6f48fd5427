#!/usr/bin/env node
// `node scripts/screens.mjs`: pictures of the chief pages of the demo at 360 and 1366 px, into docs/screens.
// `-- http://127.0.0.1:3000` takes them from a demo that is already running.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { installPackages } from './install.mjs'
import { node24, root, runOnNode24 } from './node-24.mjs'

installPackages()
runOnNode24()

const LOGIN = 'cathai.chuyenvien'
const PASSWORD = 'doi-thoai-cung-dan-2026'
const WIDTHS = [360, 1366]
const LONGEST = 2400
const folder = join(root, 'docs', 'screens')

/** Name → how to get there: an address, or the first link of a page that fits. */
const PAGES = [
  { name: 'trang-chu', at: '/cat-hai' },
  { name: 'hoi-nghi', from: '/cat-hai/hoi-nghi?nam=2026', link: /^\/cat-hai\/hoi-nghi\/\d+$/ },
  { name: 'hoi-nghi-da-luu', from: '/cat-hai/hoi-nghi?nam=2025', link: /^\/cat-hai\/hoi-nghi\/\d+$/ },
  { name: 'danh-sach-kien-nghi', at: '/cat-hai/kien-nghi' },
  { name: 'kien-nghi', from: '/cat-hai/kien-nghi?state=escalated', link: /^\/cat-hai\/kien-nghi\/\d+$/ },
  { name: 'thoi-han', from: '/cat-hai/han', link: /^\/cat-hai\/han\/\d+$/ },
]

const given = process.argv.slice(2).find((arg) => arg.startsWith('http'))
const demo = given ? null : await startDemo()
try {
  await takePictures(given ?? demo.address)
} finally {
  await demo?.stop()
}

async function startDemo() {
  const data = mkdtempSync(join(tmpdir(), 'doi-thoai-screens-'))
  const env = { ...process.env, DOI_THOAI_VAR: join(data, 'var'), PORT: '0' }
  delete env.DATABASE_URL
  const child = spawn(node24, [join(root, 'scripts', 'launch.mjs'), 'demo', '--json'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(data, { recursive: true, force: true })
  }
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) return { address: JSON.parse(line).address, stop }
  }
  await stop()
  throw new Error('the demo did not start')
}

async function takePictures(address) {
  const { chromium } = await import('playwright-core')
  const { default: sharp } = await import('sharp')
  const { ensureChromium } = await import('./chromium.mjs')
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-gpu'] })
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 860 } })).newPage()
  await page.goto(`${address}/dang-nhap`)
  await page.locator('input[name=login]').fill(LOGIN)
  await page.locator('input[name=password]').fill(PASSWORD)
  await Promise.all([page.waitForURL(/\/cat-hai/), page.locator('main form button').first().click()])
  for (const one of PAGES) {
    await page.goto(address + (one.at ?? (await linkOn(page, address + one.from, one.link))))
    await page.evaluate(() => document.fonts.ready)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 860 })
      const height = Math.min(LONGEST, await page.evaluate(() => document.documentElement.scrollHeight))
      // as high as the page, so that what is fixed to the window's foot stands at the foot of the picture
      await page.setViewportSize({ width, height })
      const picture = await page.screenshot()
      const file = join(folder, `${one.name}-${width}.png`)
      await sharp(picture).png({ palette: true, quality: 80, compressionLevel: 9 }).toFile(file)
      console.log(file)
    }
  }
  await browser.close()
}

async function linkOn(page, from, link) {
  await page.goto(from)
  const hrefs = await page.locator('main a[href]').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
  const found = hrefs.find((href) => link.test(href))
  if (!found) throw new Error(`no link like ${link} on ${from}`)
  return found
}
