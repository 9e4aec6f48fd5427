import { type CheerioAPI, load } from 'cheerio'
import type { AnyNode } from 'domhandler'
import { type FilledForm, type Fillings, fillForm, findButton, wordsOf } from './page-form.ts'

interface Press {
  /** only in the row, list item, card or section that says this */
  near?: string
  /** the office is expected to refuse: the page stays, with this said */
  refused?: string
}

/**
 * Somebody at a browser without script: opens addresses, follows links by their words, fills the forms found on the
 * page and presses buttons by their words. Hidden fields, tokens, keys and versions come from the page alone.
 */
export class PageReader {
  address = '/'
  status = 0
  html = ''
  $: CheerioAPI = load('')
  private readonly cookies = new Map<string, string>()

  constructor(
    private readonly origin: string,
    private readonly slug: string,
  ) {}

  /** Opens a page of the authority (`/kien-nghi`), or one outside; it must be there. */
  async open(path: string, options: { outside?: boolean; status?: number } = {}): Promise<this> {
    const full =
      options.outside || path.startsWith(`/${this.slug}/`) ? path : `/${this.slug}${path === '/' ? '' : path}`
    await this.#go('GET', full)
    const expected = options.status ?? 200
    if (this.status !== expected) throw new Error(`${full} answers ${this.status}: ${this.text.slice(0, 600)}`)
    return this
  }

  /** Follows the link with these words, or whose words begin with them; of several the one that stands nearest to `near`. */
  async follow(words: string, options: { near?: string } = {}): Promise<this> {
    return this.open(this.linkTo(words, options), { outside: true })
  }

  /** The address behind a link of the page. */
  linkTo(words: string, { near }: { near?: string } = {}): string {
    const { $ } = this
    const links = $('a[href]').toArray()
    const say = (link: (typeof links)[number]) => [wordsOf($(link).text()), wordsOf($(link).attr('aria-label') ?? '')]
    const exact = links.filter((link) => say(link).includes(words))
    const called = exact.length > 0 ? exact : links.filter((link) => say(link).some((said) => said.startsWith(words)))
    const found = near === undefined ? called : nearestTo($, called, near)
    const targets = [...new Set(found.map((link) => new URL($(link).attr('href')!, this.origin + this.address)))]
    const addresses = [...new Set(targets.map((url) => url.pathname + url.search))]
    if (addresses.length !== 1) {
      const seen = [
        ...new Set(
          $('main a')
            .toArray()
            .map((link) => wordsOf($(link).text())),
        ),
      ].join(' · ')
      throw new Error(`${addresses.length} links “${words}” on ${this.address}: ${addresses.join(' ')}; seen: ${seen}`)
    }
    return addresses[0]!
  }

  /** Fills the form that has this button and sends it; unless a refusal is expected, the office must accept it. */
  async press(label: string, fill: Fillings = {}, { near, refused }: Press = {}): Promise<this> {
    const before = this.address
    let filled: FilledForm
    try {
      filled = fillForm(this.$, findButton(this.$, label, { near, fill }), fill)
    } catch (error) {
      throw new Error(`${this.address}: ${(error as Error).message}`, { cause: error })
    }
    await this.#send(filled)
    const said = this.text
    if (refused !== undefined) {
      if (this.status < 400 || !said.includes(refused))
        throw new Error(`“${label}” on ${before}: expected “${refused}”, ${this.status}: ${said.slice(0, 900)}`)
    } else if (this.status >= 400) {
      const errors = this.$('.field-error, [role=alert]')
        .toArray()
        .map((one) => wordsOf(this.$(one).text()))
      throw new Error(
        `“${label}” on ${before} refused with ${this.status}: ${errors.join(' | ') || said.slice(0, 900)}`,
      )
    }
    return this
  }

  /** A second window of the same browser: same cookies, a page of its own. */
  another(): PageReader {
    const window = new PageReader(this.origin, this.slug)
    for (const [name, value] of this.cookies) window.cookies.set(name, value)
    return window
  }

  /** The words of the page's main part. */
  get text(): string {
    const main = this.$('main')
    return wordsOf((main.length > 0 ? main : this.$('body')).text())
  }

  /** The words of the row, list item, card or section (the smallest) that says all of these. */
  piece(...words: string[]): string {
    const pieces = this.$('main tr, main li, main article, main dl > div, main section, main')
      .toArray()
      .map((piece) => wordsOf(this.$(piece).text()))
      .filter((said) => words.every((word) => said.includes(word)))
    const smallest = pieces.sort((a, b) => a.length - b.length)[0]
    if (smallest === undefined)
      throw new Error(`${this.address} nowhere says ${words.join(' + ')}:\n${this.text.slice(0, 3000)}`)
    return smallest
  }

  /** Whether a button or link with these words is offered. */
  offers(words: string): boolean {
    const { $ } = this
    return $('main button, main a[href]')
      .toArray()
      .some((one) => wordsOf($(one).text()) === words || wordsOf($(one).attr('aria-label') ?? '') === words)
  }

  /** The number at the end of the address: the record one stands on. */
  get id(): number {
    const found = /\/(\d+)(?:[/?#].*)?$/.exec(this.address)
    if (!found) throw new Error(`${this.address} is no record`)
    return Number(found[1])
  }

  /** Fetches a file: its bytes and the name it is offered under. */
  async download(path: string): Promise<{ bytes: Buffer; name: string; mediaType: string }> {
    const full = path.startsWith(`/${this.slug}/`) ? path : `/${this.slug}${path}`
    const reply = await this.#fetch('GET', full)
    if (reply.status !== 200) throw new Error(`${full} answers ${reply.status}: ${(await reply.text()).slice(0, 300)}`)
    const said = reply.headers.get('content-disposition') ?? ''
    const name = decodeURIComponent(
      /filename\*=UTF-8''([^;]+)/.exec(said)?.[1] ?? /filename="([^"]+)"/.exec(said)?.[1] ?? '',
    )
    return { bytes: Buffer.from(await reply.arrayBuffer()), name, mediaType: reply.headers.get('content-type') ?? '' }
  }

  async #send({ method, action, multipart, entries }: FilledForm): Promise<void> {
    const target = new URL(action || this.address, this.origin + this.address)
    const address = target.pathname + target.search
    if (method === 'GET') {
      const query = new URLSearchParams(entries.map(([name, value]) => [name, String(value)]))
      return this.#go('GET', `${target.pathname}?${query}`)
    }
    if (!multipart) {
      return this.#go('POST', address, new URLSearchParams(entries.map(([name, value]) => [name, String(value)])))
    }
    const body = new FormData()
    for (const [name, value] of entries) {
      if (typeof value === 'string') body.append(name, value)
      else body.append(name, new Blob([new Uint8Array(value.file)]), value.name)
    }
    return this.#go('POST', address, body)
  }

  async #go(method: 'GET' | 'POST', path: string, body?: URLSearchParams | FormData): Promise<void> {
    let [at, reply] = [path, await this.#fetch(method, path, body)]
    for (let hops = 0; reply.status >= 300 && reply.status < 400; hops += 1) {
      if (hops > 6) throw new Error(`redirects without end at ${at}`)
      await reply.body?.cancel()
      const next = new URL(reply.headers.get('location')!, this.origin + at)
      at = next.pathname + next.search
      reply = await this.#fetch('GET', at)
    }
    this.address = at
    this.status = reply.status
    this.html = await reply.text()
    this.$ = load(this.html)
  }

  async #fetch(method: 'GET' | 'POST', path: string, body?: URLSearchParams | FormData): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, ...(method === 'POST' ? { origin: this.origin } : {}) }
    const reply = await fetch(this.origin + path, { method, headers, redirect: 'manual', ...(body ? { body } : {}) })
    for (const text of reply.headers.getSetCookie()) {
      const [name, value = ''] = text.split(';')[0]!.split(/=(.*)/s)
      if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(text)) this.cookies.delete(name!)
      else this.cookies.set(name!, value)
    }
    return reply
  }
}

/** Those that stand in the smallest piece of the page that also says the words. */
function nearestTo<T extends AnyNode>($: CheerioAPI, found: T[], near: string): T[] {
  const sizes = found.map((one) => {
    const around = $(one)
      .parents()
      .toArray()
      .map((piece) => wordsOf($(piece).text()))
    return around.find((said) => said.includes(near))?.length ?? Number.POSITIVE_INFINITY
  })
  const smallest = Math.min(...sizes)
  return smallest === Number.POSITIVE_INFINITY ? [] : found.filter((_, at) => sizes[at] === smallest)
}
