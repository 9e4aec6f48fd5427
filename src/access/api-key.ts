import type { KnownPermission } from './permission-table.ts'
import type { Role } from './role.ts'
import { newSessionToken } from './session-token.ts'

/** What a key may be limited to; each opens some rows of the table of permissions and never more than its role has. */
export const apiScopes = {
  'petition:read': ['petition:read'],
  'petition:raise': ['petition:receive'],
  'petition:assign': ['petition:assign'],
  'petition:reply': ['petition:draft-answer', 'petition:reply', 'petition:record-paper-approval'],
  'petition:settle': ['petition:settle'],
  'deadline:read': ['deadline:read'],
  'report:read': ['report:read'],
} as const satisfies Record<string, readonly KnownPermission[]>

export type ApiScope = keyof typeof apiScopes
export const apiScopeNames = Object.keys(apiScopes) as [ApiScope, ...ApiScope[]]

/** In which roles a system can work: those that enter and answer, none that decides, approves or administers. */
export const systemRoles = [
  'clerk',
  'recordsClerk',
  'agencySpecialist',
  'front',
  'collector',
  'massMobilization',
] as const satisfies readonly Role[]

/** A key as it is handed over, once: 256 bits. Only its SHA-256 is stored. */
export function newApiKey(): string {
  return `dt_${newSessionToken()}`
}

export function looksLikeApiKey(text: string): boolean {
  return /^dt_[\w-]{43}$/.test(text)
}

/** The permissions some scopes open together. */
export function permissionsOf(scopes: readonly string[]): ReadonlySet<string> {
  return new Set(scopes.flatMap((scope) => apiScopes[scope as ApiScope] ?? []))
}
