import nodemailer from 'nodemailer'
import { DeliveryFailed, type MailDriver, type OutgoingMail } from './mail-driver.ts'

/** What a slow server may take for each answer; the lease of a message lasts longer than all of them together. */
export interface SmtpTimes {
  connectMs: number
  answerMs: number
}

const TIMES: SmtpTimes = { connectMs: 20_000, answerMs: 60_000 }

/** Hands mails to an SMTP server. `from` is the sender's address with its name. */
export function smtpDriver(url: string, from: string, times: SmtpTimes = TIMES): MailDriver {
  const transport = nodemailer.createTransport(
    {
      url,
      connectionTimeout: times.connectMs,
      greetingTimeout: times.connectMs,
      dnsTimeout: times.connectMs,
      socketTimeout: times.answerMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  )
  return {
    async send(mail) {
      await transport.sendMail(messageOf(mail)).catch((error: unknown) => {
        throw failureOf(error)
      })
    },
    close: async () => transport.close(),
  }
}

function messageOf(mail: OutgoingMail) {
  return {
    messageId: mail.messageId,
    to: { name: mail.toName, address: mail.toAddress },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: mail.at,
    headers: {
      // no answering machine is to answer, and no list server to reply
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(mail.settingsAddress ? { 'List-Unsubscribe': `<${mail.settingsAddress}>` } : {}),
      ...(mail.settingsAddress && mail.oneClick ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
    },
  }
}

interface SmtpFault {
  code?: string
  command?: string
  responseCode?: number
  response?: string
  message?: string
}

/** Steps at which a refusal is about this letter; elsewhere (greeting, sign-in) it is about the server. */
const ABOUT_THE_LETTER = new Set(['RCPT TO', 'DATA'])

function failureOf(error: unknown): DeliveryFailed {
  const fault = (error ?? {}) as SmtpFault
  const permanent = (fault.responseCode ?? 0) >= 500 && ABOUT_THE_LETTER.has(fault.command ?? '')
  // refused before a word was said to any server: the address is none
  const noSuchAddress = fault.code === 'EENVELOPE' && fault.responseCode === undefined
  const said = [fault.code, fault.response ?? fault.message].filter(Boolean).join(': ')
  return new DeliveryFailed(said.slice(0, 500), permanent || noSuchAddress)
}
