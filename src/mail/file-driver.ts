import { appendFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DeliveryFailed, type MailDriver } from './mail-driver.ts'

/** Writes every message as one line of JSON instead of sending it: for trying out, and for a gateway that reads files. */
export function fileDriver(path: string, channel: string): MailDriver {
  return {
    async send(mail) {
      const line = JSON.stringify({ channel, ...mail, at: mail.at.toISOString() })
      try {
        await mkdir(dirname(path), { recursive: true })
        await appendFile(path, `${line}\n`, { mode: 0o600 })
      } catch (error) {
        throw new DeliveryFailed(String((error as Error).message).slice(0, 500), false)
      }
    },
  }
}
