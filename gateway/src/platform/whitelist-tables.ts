import type { WhitelistMode } from '@caas/contract/whitelists.js';
import type { DefaultedTimestamp, Generated, Json, Timestamp } from './db.js';

/** Allowed addresses, or allowed origins. */
export type WhitelistKind = 'ip' | 'origin';

interface WhitelistSettingsTable {
  tenant_id: string;
  kind: WhitelistKind;
  mode: Generated<WhitelistMode>;
  bind_console: Generated<boolean>;
  revision: Generated<number>;
}

interface WhitelistEntriesTable {
  id: string;
  tenant_id: string;
  kind: WhitelistKind;
  value: string;
  label: string | null;
  created_at: DefaultedTimestamp;
  created_by: Json<{ id: string | null; name: string }>;
  expires_at: Timestamp | null;
  version: Generated<number>;
}

interface WhitelistRevertsTable {
  id: string;
  tenant_id: string;
  kind: WhitelistKind;
  at: Timestamp;
  undo: Json<unknown>;
  created_by: Json<{ id: string | null; name: string }>;
}

interface WhitelistHitsTable {
  tenant_id: string;
  kind: WhitelistKind;
  value: string;
  hour: Timestamp;
  hits: number;
}

interface WhitelistMatchesTable {
  tenant_id: string;
  kind: WhitelistKind;
  value: string;
  last_matched_at: Timestamp;
}

interface WhitelistRefusalsTable {
  tenant_id: string;
  kind: WhitelistKind;
  hour: Timestamp;
  /** Address or origin; empty: those beyond the number that is told apart. */
  source: string;
  /** Empty: the call came without a key. */
  key_id: string;
  observed: boolean;
  calls: number;
  last_at: Timestamp;
}

interface OriginCallersTable {
  tenant_id: string;
  /** Empty: those beyond the number that is told apart. */
  origin: string;
  hour: Timestamp;
  calls: number;
  refused: number;
  last_seen_at: Timestamp;
}

declare module './db.js' {
  interface DB {
    whitelist_settings: WhitelistSettingsTable;
    whitelist_entries: WhitelistEntriesTable;
    whitelist_reverts: WhitelistRevertsTable;
    whitelist_hits: WhitelistHitsTable;
    whitelist_matches: WhitelistMatchesTable;
    whitelist_refusals: WhitelistRefusalsTable;
    origin_callers: OriginCallersTable;
  }
}
