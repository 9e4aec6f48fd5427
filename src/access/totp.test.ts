import { Secret } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes.ts'
import { newTotpSecret, totpCode, totpUri, verifyTotp } from './totp.ts'

const RFC_SECRET = Secret.fromUTF8('12345678901234567890').base32
const at = (seconds: number) => new Date(seconds * 1000)

describe('a code of the telephone', () => {
  // RFC 6238, appendix B (SHA-1), the last six of its eight digits
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('agrees with RFC 6238 at second %i', (seconds, code) => {
    expect(totpCode(RFC_SECRET, at(seconds))).toBe(code)
    expect(verifyTotp(RFC_SECRET, code, at(seconds), null)).toBe(Math.floor(seconds / 30))
  })

  it('is taken one step early or late, not two', () => {
    const secret = newTotpSecret()
    const code = totpCode(secret, at(3000))
    expect(verifyTotp(secret, code, at(3030), null)).toBe(100)
    expect(verifyTotp(secret, code, at(2970), null)).toBe(100)
    expect(verifyTotp(secret, code, at(3060), null)).toBeNull()
    expect(verifyTotp(secret, code, at(2940), null)).toBeNull()
  })

  it('is not taken a second time, nor one of an earlier step', () => {
    const secret = newTotpSecret()
    const step = verifyTotp(secret, totpCode(secret, at(3000)), at(3000), null)
    expect(verifyTotp(secret, totpCode(secret, at(3000)), at(3015), step)).toBeNull()
    expect(verifyTotp(secret, totpCode(secret, at(2970)), at(3000), step)).toBeNull()
    expect(verifyTotp(secret, totpCode(secret, at(3030)), at(3030), step)).toBe(101)
  })

  it('may be typed with a space and nothing else around it', () => {
    const code = totpCode(RFC_SECRET, at(59))
    expect(verifyTotp(RFC_SECRET, `${code.slice(0, 3)} ${code.slice(3)}`, at(59), null)).toBe(1)
    for (const typed of ['', code.slice(1), `${code}0`, `-${code}`, 'abcdef']) {
      expect(verifyTotp(RFC_SECRET, typed, at(59), null)).toBeNull()
    }
  })

  it('is set up by an address that names the program and the login', () => {
    const uri = new URL(totpUri(RFC_SECRET, 'van.thu'))
    expect(decodeURIComponent(uri.href)).toContain('otpauth://totp/Đối Thoại:van.thu')
    expect(uri.searchParams.get('secret')).toBe(RFC_SECRET)
  })
})

describe('recovery codes', () => {
  it('are ten different ones, known by their hash however they are typed', () => {
    const codes = newRecoveryCodes()
    expect(new Set(codes).size).toBe(10)
    const [code] = codes as [string]
    expect(code).toMatch(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/)
    expect(hashOfRecoveryCode(code.toLowerCase().replaceAll('-', ' '))).toBe(hashOfRecoveryCode(code))
    expect(hashOfRecoveryCode(code)).not.toContain(code.slice(0, 4))
    expect(hashOfRecoveryCode(code.slice(1))).toBeNull()
  })
})
