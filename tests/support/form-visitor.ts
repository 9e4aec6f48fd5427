import type { FastifyInstance } from 'fastify'

export interface VisitorReply {
  status: number
  body: string
  location: string | null
}

/**
 * Somebody with a browser without script: keeps cookies, follows redirects, and posts a form with the hidden fields it
 * was served with.
 */
export class FormVisitor {
  readonly cookies = new Map<string, string>()
  /** where the last followed request ended */
  address = '/'
  page = ''
  private readonly server: FastifyInstance
  private readonly from: string

  constructor(server: FastifyInstance, from = '127.0.0.1') {
    this.server = server
    this.from = from
  }

  /** One request, nothing followed. */
  async send(
    method: 'GET' | 'POST',
    url: string,
    fields?: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<VisitorReply> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await this.server.inject({
      ...{ method, url, remoteAddress: this.from },
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(fields ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...headers,
      },
      ...(fields ? { payload: new URLSearchParams(fields).toString() } : {}),
    })
    for (const { name, value, maxAge, expires } of reply.cookies) {
      const gone = maxAge === 0 || (expires !== undefined && expires.getTime() <= 0) || value === ''
      if (gone) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    const location = reply.headers['location']
    return { status: reply.statusCode, body: reply.body, location: typeof location === 'string' ? location : null }
  }

  /** Opens a page, redirects followed; returns the status at the end. */
  async open(url: string): Promise<number> {
    return this.follow(url, await this.send('GET', url))
  }

  /** Posts the form of the present page with this action, filled in; redirects followed. */
  async post(action: string, fields: Record<string, string>): Promise<number> {
    const hidden = this.hiddenFields(action)
    return this.follow(action, await this.send('POST', action, { ...hidden, ...fields }))
  }

  /** The hidden fields of a form of the present page. */
  hiddenFields(action: string): Record<string, string> {
    const forms = this.page.match(/<form[\s\S]*?<\/form>/g) ?? []
    const form = forms.find((text) => text.includes(`action="${action}"`))
    if (!form) throw new Error(`no form to ${action} on ${this.address}:\n${this.text().slice(0, 800)}`)
    const inputs = form.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []
    const attribute = (input: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? ''
    return Object.fromEntries(inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')]))
  }

  /** What a reader sees of the page's main part. */
  text(): string {
    const main = /<main[\s\S]*?<\/main>/.exec(this.page)?.[0] ?? this.page
    return main
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  }

  private async follow(from: string, first: VisitorReply): Promise<number> {
    let [reply, address] = [first, from]
    for (let hops = 0; reply.location !== null; hops += 1) {
      if (hops > 6) throw new Error(`redirects without end at ${reply.location}`)
      address = reply.location
      reply = await this.send('GET', address)
    }
    this.address = address
    this.page = reply.body
    return reply.status
  }
}
