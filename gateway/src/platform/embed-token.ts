import { sql } from 'kysely';
import type { KeyScope } from '@caas/contract/endpoint.js';
import type { Permission } from '@caas/contract/permissions.js';
import { parseOrigin } from '@caas/contract/whitelist/origin.js';
import type { DefaultedTimestamp, Timestamp } from './db.js';

interface EmbedTokensTable {
  jti: string;
  tenant_id: string;
  key_id: string;
  token_hash: Buffer;
  scopes: Permission[];
  origin: string;
  actor_id: string;
  actor_name: string;
  created_at: DefaultedTimestamp;
  expires_at: Timestamp;
  revoked_at: Timestamp | null;
}

declare module './db.js' {
  interface DB {
    embed_tokens: EmbedTokensTable;
  }
}

/** The tenant's embed tokens changed: what is cached of them is dropped. */
export const EMBED_TOKENS_CHANGED = 'embed-tokens.changed';

/** Milliseconds a token still lives on the database's clock. */
export const TOKEN_LIFE_LEFT = sql<number>`extract(epoch from expires_at - clock_timestamp())::float8 * 1000`;

/** Those of `scopes` that a key with `keyScopes` may give: `read` gives what reads, `write` gives what changes. */
export function scopesWithin<T extends Permission>(scopes: readonly T[], keyScopes: ReadonlySet<KeyScope>): T[] {
  return scopes.filter((scope) => keyScopes.has(scope.endsWith(':read') ? 'read' : 'write'));
}

/** Hosts that a browser reaches without leaving the machine, where `http` gives nothing away. */
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * An origin as browsers send it (`https://app.example.com`, `http://localhost:5173`), or null when the text is anything but
 * scheme, host and port, or would send a token over plain `http`. Read as everywhere: preflights know no origin that is read otherwise.
 */
export function normalOrigin(text: string): string | null {
  const verdict = parseOrigin(text);
  if (!verdict.ok) return null;
  const { scheme, host, value } = verdict.origin;
  return scheme === 'http' && !LOOPBACK.has(host) ? null : value;
}
