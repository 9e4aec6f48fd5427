import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import type { AssetUrls } from '../../src/web/kit/asset-urls.ts'
import { GALLERY } from './kit-gallery.tsx'

/** The policy of the real server: nothing inline, nothing from elsewhere. */
export const CSP =
  "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const KINDS: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

export interface GalleryServer {
  origin: string
  /** Bodies of the forms that were posted. */
  posted: string[]
  close: () => Promise<void>
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  })
}

/** Serves the gallery's pages under their names (`/listPage?theme=dark`) with the built assets, on loopback. */
export async function startGallery(folder: string, assets: AssetUrls): Promise<GalleryServer> {
  const posted: string[] = []
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://gallery')
    if (request.method === 'POST') {
      let body = ''
      for await (const chunk of request) body += chunk
      posted.push(body)
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    const page = GALLERY[(url.pathname.slice(1) || 'homePage') as keyof typeof GALLERY]
    response.setHeader('content-security-policy', CSP)
    if (url.pathname.startsWith('/assets/')) {
      const file = basename(url.pathname)
      response.setHeader('content-type', KINDS[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
      response.end(await readFile(join(folder, file)))
      return
    }
    response.setHeader('content-type', 'text/html; charset=utf-8')
    const theme = url.searchParams.get('theme') === 'dark' ? 'dark' : 'light'
    response.end((page ?? GALLERY.homePage)(assets, theme))
  })
  const origin = await listen(server)
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { origin, posted, close }
}
