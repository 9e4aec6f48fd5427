import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** The whole HTML document of a page made with `PageLayout`. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`
}
