/** A browser without script at a program in another process: keeps its cookies and its form token. */
export class OfficeClient {
  private readonly cookies = new Map<string, string>()
  token = ''

  constructor(public address: string) {}

  async request(method: 'GET' | 'POST', path: string, body?: URLSearchParams | FormData) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await fetch(this.address + path, {
      ...{ method, redirect: 'manual', headers: { cookie, connection: 'close' } },
      ...(body ? { body } : {}),
      signal: AbortSignal.timeout(30_000),
    })
    for (const text of reply.headers.getSetCookie()) {
      const [pair] = text.split(';')
      const at = pair!.indexOf('=')
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(text)) this.cookies.delete(pair!.slice(0, at))
      else this.cookies.set(pair!.slice(0, at), pair!.slice(at + 1))
    }
    return { status: reply.status, headers: reply.headers, body: await reply.text() }
  }

  async signIn(login: string, password: string): Promise<void> {
    const page = await this.request('GET', '/dang-nhap')
    const fields = new URLSearchParams({ _csrf: tokenIn(page.body), login, password })
    const reply = await this.request('POST', '/dang-nhap', fields)
    if (reply.status !== 303) throw new Error(`${login} could not sign in: ${reply.status}`)
    this.token = tokenIn((await this.request('GET', '/tai-khoan')).body)
  }
}

function tokenIn(page: string): string {
  const found = /name="_csrf" value="([^"]+)"/.exec(page)
  if (!found) throw new Error(`no form token on the page:\n${page.slice(0, 400)}`)
  return found[1]!
}
