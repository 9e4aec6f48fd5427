import type { Actor } from './actor.ts'

/** The program itself, at work when the clock says so; its changes are logged like anybody's, without an account. */
export function programActor(authorityId: number): Actor {
  return {
    accountId: null,
    displayName: 'Đối Thoại',
    homeAuthorityId: authorityId,
    agencyId: null,
    role: 'program',
    may: () => true,
  }
}
