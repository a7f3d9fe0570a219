import type { User } from '@caas/contract/accounts.js';
import type { Tenant } from '@caas/contract/tenant.js';
import type { Member, TenantRow } from './accounts.repository.js';

/** A member as the API shows them. */
export function toUser({ user, role }: Pick<Member, 'user' | 'role'>): User {
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    role,
    mfa_enabled: user.mfa_enabled,
    email_verified: user.email_verified,
    created_at: user.created_at.toISOString(),
  };
}

/** A tenant as the API shows it. */
export function toTenant(row: TenantRow): Tenant {
  return { ...row, created_at: row.created_at.toISOString() };
}
