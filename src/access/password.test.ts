import { describe, expect, it } from 'vitest'
import { hashPassword, verifyNobody, verifyPassword } from './password.ts'
import { passwordProblem } from './password-policy.ts'

describe('a password', () => {
  it('is kept as argon2id with a salt of its own and recognised again', async () => {
    const [one, two] = await Promise.all([
      hashPassword('mưa trên mái đình Cát Bà'),
      hashPassword('mưa trên mái đình Cát Bà'),
    ])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(one).not.toBe(two)
    expect(await verifyPassword('mưa trên mái đình Cát Bà', one)).toBe(true)
    expect(await verifyPassword('mưa trên mái đình Cát Bá', one)).toBe(false)
    expect(await verifyPassword('', one)).toBe(false)
  })

  it('agrees with the reference implementation of argon2', async () => {
    const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
    expect(await verifyPassword('password', reference)).toBe(true)
    expect(await verifyPassword('passwort', reference)).toBe(false)
  })

  it('is the same whether the keyboard composes its diacritics or not', async () => {
    const stored = await hashPassword('tiếng sóng vỗ bờ'.normalize('NFC'))
    expect(await verifyPassword('tiếng sóng vỗ bờ'.normalize('NFD'), stored)).toBe(true)
  })

  it('never opens with a stored value that is no hash', async () => {
    for (const stored of [
      '',
      'plain',
      '$argon2i$v=19$m=8,t=1,p=1$c29tc2FsdA$aaaa',
      '$argon2id$v=19$m=8,t=1,p=1$c29t$aaaa',
    ]) {
      expect(await verifyPassword('plain', stored)).toBe(false)
    }
    expect(await verifyNobody('anything')).toBe(false)
  })
})

describe('a new password', () => {
  it.each(['ngắn quá', '12 ký tự!', 'abcdefghijk'])('is refused when it is shorter than twelve: %s', (text) => {
    expect(passwordProblem(text)).toBe('access/password-too-short')
  })

  it.each([
    'password1234',
    'Password@2026',
    'P4ssw0rd12345',
    'matkhau123456',
    'Mật khẩu 2026!',
    'anhyeuem1234567',
    'qwertyuiop123',
    '1qaz2wsx3edc',
    '123456789012',
    '0912345678901',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'vietnam2025@@',
    'DoiThoai2025!',
    'ubnd-cathai-2025',
    'zxcvbnm,./123',
  ])('is refused when anybody would try it: %s', (text) => {
    expect(passwordProblem(text)).toBe('access/password-too-common')
  })

  it('is refused when it is made of the own login and name', () => {
    expect(passwordProblem('nguyenvanbinh1975', ['binh.nguyen', 'Nguyễn Văn Bình'])).toBe('access/password-too-common')
    expect(passwordProblem('binh.nguyen.2026', ['binh.nguyen'])).toBe('access/password-too-common')
  })

  it.each([
    'cá thu kho riềng ba lửa',
    'tram-huong-bay-qua-gieng',
    'k7mq-x2pd-9rtw-hn4c',
    'Sáng nào cũng tưới 7 chậu lan',
    'thuyền về bến lúc 4 giờ',
  ])('is taken when it is one’s own: %s', (text) => {
    expect(passwordProblem(text, ['binh.nguyen', 'Nguyễn Văn Bình'])).toBeNull()
  })
})
