import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** The whole HTML document of a page made with `PageLayout`. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`
}

const HEAD_ENDS = '</head>'

/**
 * The same as bytes, of a page whose components add rules of their own, and these as the one `style` of its head, else
 * ''. Put in as bytes: to search and cut a long text makes two copies of it.
 */
export function renderWithRules(page: VNode, rules: readonly string[]): { html: Buffer; style: string } {
  const html = Buffer.from(renderPage(page))
  const style = rules.join('')
  if (style === '') return { html, style }
  const at = html.indexOf(HEAD_ENDS)
  const own = Buffer.from(`<style>${style}</style>`)
  return { html: Buffer.concat([html.subarray(0, at), own, html.subarray(at)]), style }
}
