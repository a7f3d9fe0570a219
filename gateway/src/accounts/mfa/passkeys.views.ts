import type { Passkey } from '@caas/contract/mfa.js';
import type { PasskeyRow } from './passkeys.repository.js';

/** A passkey as its member sees it. */
export function toPasskey({ id, name, created_at, last_used_at, synced }: PasskeyRow): Passkey {
  return {
    id,
    name,
    created_at: created_at.toISOString(),
    last_used_at: last_used_at?.toISOString() ?? null,
    synced,
  };
}
