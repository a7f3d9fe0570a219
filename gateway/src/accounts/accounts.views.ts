import type { User } from '@caas/contract/accounts.js';
import type { Tenant } from '@caas/contract/tenant.js';
import type { Member, TenantRow, UserRow } from './accounts.repository.js';

/** Where a member's picture is on the gateway; null: there is none. */
export function avatarUrl({ avatar_token: token }: Pick<UserRow, 'avatar_token'>): string | null {
  return token === null ? null : `/avatars/${token}`;
}

/** A member as the API shows them. */
export function toUser({ user, role }: Pick<Member, 'user' | 'role'>): User {
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    role,
    mfa_enabled: user.mfa_enabled,
    email_verified: user.email_verified,
    avatar_url: avatarUrl(user),
    locale: user.locale,
    timezone: user.timezone,
    created_at: user.created_at.toISOString(),
  };
}

/** A tenant as the API shows it. */
export function toTenant(row: TenantRow): Tenant {
  return { ...row, created_at: row.created_at.toISOString() };
}
