import type { OfficeRoute } from '../office-route.ts'
import { postPrintInstead, postResend, showMail } from './mail-page.tsx'
import { OUTBOX, showOutbox } from './outbox-page.tsx'
import { downloadLetters, postPrinted, showLetters } from './print-letters-page.tsx'

const read = 'mail:read' as const
const resend = 'mail:resend' as const

/** What goes out: the list, one message, the letters to print. */
export const mailRoutes: readonly OfficeRoute[] = [
  { method: 'GET', url: OUTBOX, permission: read, handle: showOutbox },
  { method: 'GET', url: `${OUTBOX}/in-thu`, permission: read, handle: showLetters },
  { method: 'GET', url: `${OUTBOX}/in-thu.pdf`, permission: read, handle: downloadLetters },
  { method: 'POST', url: `${OUTBOX}/in-thu`, permission: resend, handle: postPrinted },
  { method: 'GET', url: `${OUTBOX}/:id`, permission: read, handle: (request) => showMail(request) },
  { method: 'POST', url: `${OUTBOX}/:id/gui-lai`, permission: resend, handle: postResend },
  { method: 'POST', url: `${OUTBOX}/:id/in-giay`, permission: resend, handle: postPrintInstead },
]
