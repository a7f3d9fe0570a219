import type { Selectable } from 'kysely';
import type { Generated, Timestamp } from '../../platform/db.js';

interface TenantSecurityTable {
  tenant_id: string;
  mfa_required: Generated<boolean>;
  mfa_grace_days: Generated<number>;
  mfa_required_since: Timestamp | null;
  /** Null: the installation's. */
  session_idle_seconds: number | null;
  session_max_seconds: number | null;
  version: Generated<number>;
}

declare module '../../platform/db.js' {
  interface DB {
    tenant_security: TenantSecurityTable;
  }
}

/** A tenant's rules for signing in, as they are stored. */
export type TenantSecurityRow = Selectable<TenantSecurityTable>;
