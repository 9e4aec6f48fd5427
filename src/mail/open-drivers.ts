import { fileURLToPath } from 'node:url'
import type { MailConfig } from '../platform/config.ts'
import { fileDriver } from './file-driver.ts'
import type { MailDriver } from './mail-driver.ts'
import type { MailChannel } from './outbox-message.ts'
import { smtpDriver } from './smtp-driver.ts'

/** The ways of sending that this installation has; letters are printed by people. */
export type MailDrivers = Partial<Record<Exclude<MailChannel, 'letter'>, MailDriver>>

/** Opens what the configuration names. Throws RangeError naming the variable that is wrong. */
export function openDrivers(config: MailConfig): MailDrivers {
  const drivers: MailDrivers = {}
  if (config.smtpUrl) {
    if (config.smtpUrl.startsWith('file:')) drivers.email = fileOf('SMTP_URL', config.smtpUrl, 'email')
    else drivers.email = smtpOf(config.smtpUrl, config.from)
  }
  if (config.smsUrl) drivers.sms = fileOf('SMS_URL', config.smsUrl, 'sms')
  if (config.zaloUrl) drivers.zalo = fileOf('ZALO_URL', config.zaloUrl, 'zalo')
  return drivers
}

function smtpOf(url: string, from: string | undefined): MailDriver {
  if (!/^smtps?:\/\/./.test(url)) throw new RangeError('SMTP_URL: phải bắt đầu bằng smtp://, smtps:// hoặc file://')
  if (!from || !/[^\s<>@]+@[^\s<>@]+/.test(from))
    throw new RangeError('MAIL_FROM: cần địa chỉ người gửi, ví dụ “Đối thoại Cát Hải <doithoai@example.vn>”.')
  return smtpDriver(url, from)
}

function fileOf(name: string, url: string, channel: string): MailDriver {
  try {
    return fileDriver(fileURLToPath(url), channel)
  } catch {
    throw new RangeError(`${name}: hiện chỉ nhận file:///…; xem docs/kenh-gui-tin.md.`)
  }
}
