import type { ListRules } from '@caas/contract/whitelist/bulk.js';
import type { IpNote } from '@caas/contract/whitelist/ip.js';
import type { Answer, Input } from '@caas/contract/endpoint.js';
import type { addIps, updateIpEntry } from '@caas/contract/calls/ip-whitelist.js';
import type { Revert, WhitelistEntry, WhitelistMode } from '@caas/contract/whitelists.js';
import type { ApiClient } from '@caas/base/client.js';

/** An entry by the rules, of either list. */
export interface RuleEntry {
  readonly value: string;
  /** What a reader should know of a range of addresses. */
  readonly notes?: readonly IpNote[];
  /** Of an origin: the same for the eye. */
  readonly unicode?: string;
  readonly matches?: readonly string[];
  readonly matchesNot?: readonly string[];
}

/** Somebody who calls, or was refused. */
export interface Caller {
  /** Address or origin. */
  readonly source: string;
  /** Within the last 24 h. */
  readonly calls: number;
  readonly lastAt: string | null;
  /** It is where this page calls from. */
  readonly you: boolean;
  /** Names of the keys it called with. */
  readonly keys: readonly string[];
  /** SDK sessions that live there now. */
  readonly sessions: number;
  /** Observe mode let it through; only of refusals. */
  readonly observed: boolean;
}

/** An entry to be added. */
export interface NewEntry {
  readonly value: string;
  readonly label: string | null;
  readonly expires_at: string | null;
}

export type Added = Answer<typeof addIps>;
export type EntryChange = Input<typeof updateIpEntry>['body'];

/** How a write goes out: a repeat has the same key; `force` cuts callers off and undoes itself unless confirmed. */
export interface Sending {
  readonly idempotencyKey: string;
  readonly force: boolean;
}

/** What would change for those who called within the last 24 h. */
export interface DryRun {
  readonly blocked: readonly Caller[];
  readonly allowed: readonly Caller[];
}

/** The calls that change a list, and its rules. */
export interface ListActs {
  /** What an entry is judged by. Brought when entries are added: that of origins is heavy. */
  rules(): Promise<ListRules<RuleEntry>>;
  add(client: ApiClient, entries: readonly NewEntry[], merge: boolean, sending: Sending): Promise<Added>;
  update(client: ApiClient, id: string, change: EntryChange, sending: Sending): Promise<WhitelistEntry>;
  /** Null: nobody was cut off. */
  remove(client: ApiClient, value: string, sending: Sending): Promise<Revert | null>;
  setMode(client: ApiClient, mode: WhitelistMode, bindConsole: boolean, sending: Sending): Promise<Revert | null>;
  confirm(client: ApiClient, revertId: string, sending: Sending): Promise<void>;
  dryRun(client: ApiClient, add: readonly string[], signal: AbortSignal): Promise<DryRun>;
  refusals(client: ApiClient, signal: AbortSignal): Promise<readonly Caller[]>;
  /** Whom a refused change would cut off, as the refusal lists them. */
  callers(uncovered: unknown): readonly Caller[];
}
