import { Secret, TOTP } from 'otpauth'

/** RFC 6238 as every authenticator app reads it. */
const PERIOD_SECONDS = 30
const DIGITS = 6
/** One step to either side, for telephones whose clock is a little off. */
const WINDOW = 1

function totp(secret: string, label = ''): TOTP {
  return new TOTP({
    issuer: 'Đối Thoại',
    label,
    algorithm: 'SHA1',
    digits: DIGITS,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  })
}

/** A new shared secret of 160 bits, in base 32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What the QR code says to the app. */
export function totpUri(secret: string, login: string): string {
  return totp(secret, login).toString()
}

/** The code of a moment; for tests and for the program's own journeys. */
export function totpCode(secret: string, now: Date): string {
  return totp(secret).generate({ timestamp: now.getTime() })
}

/**
 * The step a typed code belongs to, or null when it is wrong or its step was used before: a code that somebody looked
 * on serves nobody a second time. The caller keeps the returned step.
 */
export function verifyTotp(secret: string, typed: string, now: Date, lastStep: number | null): number | null {
  const code = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(code)) return null
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: WINDOW })
  if (delta === null) return null
  const step = Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta
  return lastStep !== null && step <= lastStep ? null : step
}
