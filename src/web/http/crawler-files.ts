import type { FastifyInstance } from 'fastify'

/** The people's pages may be found; where one signs in, and what a secret opens, may not. */
const ROBOTS = `User-agent: *
Allow: /cong
Disallow: /cong/*/gui-kien-nghi/
Disallow: /cong/*/bien-nhan/
Disallow: /cong/*/theo-doi/
Disallow: /cong/*/phat-bieu/
Disallow: /cong/*/yeu-cau/
Disallow: /cong/*/cung-ky/
Disallow: /cong/*/nhan-tin/
Disallow: /
`

/** What machines and old browsers ask for without being told: what may be searched, and the picture of the site. */
export function addCrawlerFiles(server: FastifyInstance, assets: { icon: string }): void {
  server.get('/robots.txt', (_request, reply) =>
    reply.header('cache-control', 'public, max-age=3600').type('text/plain; charset=utf-8').send(ROBOTS),
  )
  server.get('/favicon.ico', (_request, reply) => reply.redirect(assets.icon, 302))
}
