import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'

type Conduct = 'take' | 'refuseAddress' | 'notNow' | 'refuseText' | 'hangUp' | 'silent'

export interface TakenMail {
  to: string[]
  raw: string
  mail: Email
}

/** A real SMTP server on the loopback, whose conduct can be changed between two mails. */
export async function openSmtpHouse() {
  const taken: TakenMail[] = []
  let conduct: Conduct = 'take'
  let port = 0
  const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })
  let server = make()
  function make(): SMTPServer {
    return new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onRcptTo(_address, _session, done) {
        if (conduct === 'refuseAddress') return done(refusal(550, 'No such mailbox'))
        if (conduct === 'notNow') return done(refusal(451, 'Greylisted, try again later'))
        done()
      },
      onData(stream, session, done) {
        // mid-data: the line is cut while the letter is being handed over
        if (conduct === 'hangUp') return cut(stream)
        void read(stream).then(async (raw) => {
          if (conduct === 'silent') return
          if (conduct === 'refuseText') return done(refusal(554, 'Looks like spam'))
          const to = session.envelope.rcptTo.map((one) => one.address)
          taken.push({ to, raw, mail: await PostalMime.parse(raw) })
          done()
        })
      },
    })
  }
  function cut(stream: SMTPServerDataStream): void {
    stream.resume()
    for (const connection of server.connections)
      (connection as unknown as { _socket: { destroy(): void } })._socket.destroy()
  }
  const listen = () =>
    new Promise<void>((resolve) => {
      server.on('error', () => {})
      server.listen(port, '127.0.0.1', () => {
        port = (server.server.address() as AddressInfo).port
        resolve()
      })
    })
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  await listen()
  return {
    taken,
    get url() {
      return `smtp://127.0.0.1:${port}`
    },
    behave(next: Conduct) {
      conduct = next
    },
    close,
    async reopen() {
      server = make()
      await listen()
    },
  }
}

async function read(stream: NodeJS.ReadableStream): Promise<string> {
  let raw = ''
  for await (const part of stream) raw += part
  return raw
}

export type SmtpHouse = Awaited<ReturnType<typeof openSmtpHouse>>
