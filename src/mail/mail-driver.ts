/** What a way of sending is handed. Text messages use `text` alone. */
export interface OutgoingMail {
  /** the same at every try of one message */
  messageId: string
  toName: string
  toAddress: string
  subject: string
  text: string
  html: string
  /** where the reader may switch such mails off; null where that is not possible */
  settingsAddress: string | null
  /** whether a POST to that address switches them off at once, without a page (RFC 8058) */
  oneClick: boolean
  at: Date
}

/** A way of sending: resolves when the other side has taken the message over, else throws `DeliveryFailed`. */
export interface MailDriver {
  send(mail: OutgoingMail): Promise<void>
  close?(): Promise<void>
}

/** Why a message did not go out. `forGood`: the address was refused, trying again would change nothing. */
export class DeliveryFailed extends Error {
  constructor(
    message: string,
    readonly forGood: boolean,
  ) {
    super(message)
    this.name = 'DeliveryFailed'
  }
}
