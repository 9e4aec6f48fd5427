import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { idToken, isIdToken, readIdToken } from './id-token.ts'
import { openInstallationKey, temporaryKey } from './installation-key.ts'

const of = { purpose: 'follow', authorityId: 2, id: 4711, nonce: 'a1' }

it('makes the same token again, and no other thing, nonce, purpose or key gives it', () => {
  const key = temporaryKey()
  const token = idToken(key, of)
  expect(token).toBe(idToken(key, of))
  expect(isIdToken(key, of, token)).toBe(true)
  expect(readIdToken(token)).toEqual({ id: 4711 })
  for (const other of [{ authorityId: 3 }, { id: 4712 }, { nonce: 'a2' }, { purpose: 'calendar' }]) {
    expect(isIdToken(key, { ...of, ...other }, token)).toBe(false)
  }
  expect(isIdToken(temporaryKey(), of, token)).toBe(false)
})

it('refuses what is longer, shorter, odd or of no thing', () => {
  const key = temporaryKey()
  const token = idToken(key, of)
  for (const wrong of [`${token}x`, token.slice(0, -1), '', 'đ'.repeat(40), `${token.slice(0, -1)}\u0000`]) {
    expect(isIdToken(key, of, wrong)).toBe(false)
  }
  expect(isIdToken(key, null, token)).toBe(false)
  for (const wrong of ['', '4711', 'x-y', '-'.repeat(50)]) expect(readIdToken(wrong)).toBeNull()
})

it('keeps the key in the data folder, readable by nobody else, or takes the one given', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'doi-thoai-key-'))
  const first = await openInstallationKey(folder, undefined)
  expect((await openInstallationKey(folder, undefined)).equals(first)).toBe(true)
  expect((await stat(join(folder, 'secret.key'))).mode & 0o077).toBe(0)
  expect(await readFile(join(folder, 'secret.key'), 'utf8')).toMatch(/^[0-9a-f]{64}$/)
  const given = await openInstallationKey(folder, 'một câu bí mật dài hơn ba mươi hai ký tự')
  expect(given.equals(first)).toBe(false)
  await expect(openInstallationKey(folder, 'ngắn')).rejects.toThrow(RangeError)
  await writeFile(join(folder, 'secret.key'), 'hỏng')
  await expect(openInstallationKey(folder, undefined)).rejects.toThrow(RangeError)
  await rm(folder, { recursive: true })
})
