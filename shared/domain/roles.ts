// What a person may do, where the office gave names: each role may do all that the ones before it may.

export const roles = ['view', 'enter', 'approve', 'administer'] as const
export type Role = (typeof roles)[number]

/** What a call asks for: a role, or nothing at all, as signing in does. */
export type RoleNeeded = Role | 'anyone'

export function mayDo(held: Role, needed: RoleNeeded): boolean {
  return needed === 'anyone' || roles.indexOf(held) >= roles.indexOf(needed)
}
