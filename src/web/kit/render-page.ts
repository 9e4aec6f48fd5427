import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** The whole HTML document of a page made with `PageLayout`. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`
}

const HEAD_ENDS = '</head>'

/** The same of a page whose components add rules of their own, and these as the one `style` of its head, else ''. */
export function renderWithRules(page: VNode, rules: readonly string[]): { html: string; style: string } {
  const html = renderPage(page)
  const style = rules.join('')
  if (style === '') return { html, style }
  const at = html.indexOf(HEAD_ENDS)
  return { html: `${html.slice(0, at)}<style>${style}</style>${html.slice(at)}`, style }
}
