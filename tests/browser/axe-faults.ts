import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Every rule of WCAG 2.2 AA. */
export const WCAG_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * What axe finds on the open page, a line each; empty when nothing. Every rule unless `tags` choose.
 * The program of axe is put into a page once and may be asked again after the page has changed.
 */
export async function axeFaults(page: Page, tags?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const options: RunOptions = {
    resultTypes: ['violations'],
    preload: false,
    ...(tags ? { runOnly: { type: 'tag', values: [...tags] } } : {}),
  }
  const violations = await page.evaluate(async (asked) => {
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run(document, asked)
    return violations.map(({ id, nodes }) => ({ id, places: nodes.map((node) => node.html.slice(0, 160)) }))
  }, options)
  return violations.map(({ id, places }) => `${id}: ${places.join(' | ')}`)
}
