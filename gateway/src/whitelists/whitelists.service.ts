import type * as z from 'zod/mini';
import { RULE_CODES, type Refused } from '@caas/contract/whitelist/rule-codes.js';
import type {
  Added,
  EntryChange,
  ModeChange,
  Revert,
  Verdict,
  WhitelistEntry,
  WhitelistState,
} from '@caas/contract/whitelists.js';
import type { ApiKeyUsage } from '../platform/api-key-usage.js';
import { recordEvent, recordEvents, type AuditEntry } from '../platform/audit.js';
import type { Call } from '../platform/call.js';
import type { Tx } from '../platform/db.js';
import type { Platform } from '../platform/platform.js';
import { problem } from '../platform/problem.js';
import { parseEntry, parseSource } from '../platform/whitelist-rules.js';
import { planAddition, type Addition, type WantedEntry } from './whitelists.add.js';
import { NAMES, actorOf, changeList, listEvent, type Edit, type LockedList } from './whitelists.change.js';
import type { ListKind } from './whitelists.callers.js';
import { cutOff, judgeOf, yoursOf } from './whitelists.guard.js';
import { whitelistState } from './whitelists.list.js';
import {
  changeEntry,
  entriesById,
  livingEntries,
  lockList,
  readSettings,
  type EntryRow,
  type ListName,
} from './whitelists.repository.js';
import { confirmRevert } from './whitelists.reverts.js';

/** What can be done with the lists of one kind, for whichever tenant calls. */
export class WhitelistService<Shown extends { you: boolean }> {
  readonly #platform: Platform;
  readonly #usage: ApiKeyUsage;
  readonly #of: ListKind<Shown>;

  constructor(platform: Platform, usage: ApiKeyUsage, of: ListKind<Shown>) {
    this.#platform = platform;
    this.#usage = usage;
    this.#of = of;
  }

  /** Adds entries: each is added or named with a reason. */
  async add(
    call: Call,
    wanted: readonly WantedEntry[],
    { merge, forced }: { merge: boolean; forced: boolean },
  ): Promise<Added> {
    const { kind } = this.#of;
    return this.#change(call, forced, async (tx, list, change) => {
      let done: Addition = { added: [], merged: [], rejected: [] };
      let merged: WhitelistEntry[] = [];
      const revert = await change(async ({ entries }) => {
        done = planAddition(wanted, { kind, entries, merge, by: actorOf(call), now: Date.now() });
        if (done.added.length === 0) return null;
        merged = await entriesById(
          tx,
          list,
          done.merged.map(({ row }) => row.id),
        );
        return {
          add: done.added,
          remove: done.merged.map(({ row }) => row),
          events: [
            ...done.added.map((row) => this.#entryEvent('added', row, described(row))),
            ...done.merged.map(({ row, into }) => this.#entryEvent('removed', row, { merged_into: into })),
          ],
        };
      });
      const added = await entriesById(
        tx,
        list,
        done.added.map(({ id }) => id),
      );
      return { added, merged, rejected: done.rejected, revert };
    });
  }

  /** Changes label or end of an entry. Throws `not_found`, `version_conflict` and `invalid_request` for an end that has passed. */
  async update(
    call: Call,
    id: string,
    { label, expires_at: end, version }: z.output<typeof EntryChange>,
  ): Promise<WhitelistEntry> {
    if (end != null && Date.parse(end) <= Date.now())
      throw problem('invalid_request', {
        errors: [{ path: 'expires_at', code: 'expires_in_past', message: 'The end of an entry lies ahead.' }],
      });
    return this.#change(call, false, async (tx, list, change) => {
      const present = async (): Promise<WhitelistEntry> => {
        const [entry] = await entriesById(tx, list, [id]);
        if (!entry) throw problem('not_found', { detail: 'There is no such entry.' });
        return entry;
      };
      const row = await present();
      if (row.version !== version)
        throw problem('version_conflict', { detail: 'Somebody else changed this entry.', current: row });
      const changes = [
        ...(label === undefined || label === row.label ? [] : [{ field: 'label', before: row.label, after: label }]),
        ...(end === undefined || sameTime(end, row.expires_at)
          ? []
          : [{ field: 'expires_at', before: row.expires_at, after: end }]),
      ];
      if (changes.length === 0) return row;
      const events = [this.#entryEvent('updated', row, null, changes)];
      await changeEntry(tx, id, {
        ...(label === undefined ? {} : { label }),
        ...(end === undefined ? {} : { expires_at: end }),
      });
      // A label lets nobody in or out: what waits for its confirmation goes on waiting.
      if (changes.some(({ field }) => field === 'expires_at')) await change(() => ({ events }));
      else await recordEvents(tx, call, events);
      return present();
    });
  }

  /** Removes an entry, named in any form the rules accept. Null: there is nothing to confirm. */
  async remove(call: Call, text: string, forced: boolean): Promise<Revert | null> {
    const verdict = parseEntry(this.#of.kind, text);
    return this.#change(call, forced, (_tx, _list, change) =>
      change(({ entries }) => {
        const row = verdict.ok ? entries.find(({ value }) => value === verdict.value) : undefined;
        if (!row) throw problem('not_found', { detail: 'There is no such entry on the list.' });
        return { remove: [row], events: [this.#entryEvent('removed', row, described(row))] };
      }),
    );
  }

  /** Changes how the list is applied. */
  async setMode(
    call: Call,
    { mode, bind_console: bind }: z.output<typeof ModeChange>,
    forced: boolean,
  ): Promise<WhitelistState> {
    return this.#change(call, forced, async (tx, list, change) => {
      await change(({ settings }) => {
        const bindConsole = bind ?? settings.bindConsole;
        const changes = [
          ...(mode === settings.mode ? [] : [{ field: 'mode', before: settings.mode, after: mode }]),
          ...(bindConsole === settings.bindConsole
            ? []
            : [{ field: 'bind_console', before: settings.bindConsole, after: bindConsole }]),
        ];
        if (changes.length === 0) return null;
        return { settings: { mode, bindConsole }, events: [listEvent(list, 'updated', { changes })] };
      });
      return whitelistState(tx, list);
    });
  }

  /** Keeps a forced change. Throws `not_found` when it is another one, or was undone. */
  async confirm(call: Call, revertId: string): Promise<void> {
    const list = this.#list(call);
    await call.tenant.write(async (tx) => {
      await lockList(tx, list);
      if (!(await confirmRevert(tx, list, revertId)))
        throw problem('not_found', { detail: 'Nothing waits for this confirmation: it was undone or replaced.' });
      await recordEvent(tx, call, listEvent(list, 'confirmed', { details: { revert_id: revertId } }));
    });
  }

  /** Whether an address or origin, or all of a range or wildcard, would be let in if the list were enforced. */
  async check(call: Call, text: string, field: string): Promise<Verdict> {
    const { kind } = this.#of;
    const [source, entry] = [parseSource(kind, text), parseEntry(kind, text)];
    if (!source.ok && !entry.ok) throw unreadable(field, source);
    const list = this.#list(call);
    return call.tenant.read(async (tx) => {
      const entries = await livingEntries(tx, list);
      const judge = judgeOf(kind, { mode: 'enforce', bindConsole: false }, entries);
      const values = (source.ok ? judge.match(source.value) : entry.ok ? judge.covering(entry.value) : []).map(
        ({ value }) => value,
      );
      const ids = values.flatMap((value) => entries.find((one) => one.value === value)?.id ?? []);
      return { allowed: judge.empty || ids.length > 0, matched: await entriesById(tx, list, ids) };
    });
  }

  /** What a change would refuse, and let in, of the calls of the last day. Throws `invalid_request` for what is no entry. */
  async dryRun(
    call: Call,
    { add, remove }: { add: readonly string[]; remove: readonly string[] },
  ): Promise<{ would_block: Shown[]; would_allow: Shown[] }> {
    const { kind } = this.#of;
    const added = add.map((text, index) => this.#value(text, `add.${index}`));
    const removed = new Set(remove.map((text, index) => this.#value(text, `remove.${index}`)));
    await this.#flush();
    const list = this.#list(call);
    return call.tenant.read(async (tx) => {
      const settings = await readSettings(tx, list);
      const entries = await livingEntries(tx, list);
      const missing = [...removed].findIndex((value) => !entries.some((entry) => entry.value === value));
      if (missing >= 0) throw notListed(missing);
      const kept = entries.filter(({ value }) => !removed.has(value));
      const fresh = added.map((value) => ({ value, expires_at: null }));
      const before = judgeOf(kind, settings, entries);
      const after = judgeOf(kind, { ...settings, mode: 'enforce' }, [...kept, ...fresh]);
      const callers = await this.#of.callers(tx, list.tenantId, yoursOf(kind, call));
      return {
        would_block: cutOff(this.#of, call, callers, before, after),
        would_allow: callers
          .filter(({ source }) => !before.judge(source).allowed && after.judge(source).allowed)
          .map(({ shown }) => shown),
      };
    });
  }

  /** A change in one transaction; `change` makes it and may be called once. */
  async #change<T>(
    call: Call,
    forced: boolean,
    fn: (
      tx: Tx,
      list: ListName,
      change: (plan: (locked: LockedList) => Edit | null | Promise<Edit | null>) => Promise<Revert | null>,
    ) => Promise<T>,
  ): Promise<T> {
    await this.#flush();
    const list = this.#list(call);
    return call.tenant.write(async (tx) => {
      // Before anything is read: two admins at once are judged one after the other.
      const settings = await lockList(tx, list);
      return fn(tx, list, (plan) =>
        changeList(tx, this.#platform, call, { of: this.#of, list, settings, forced }, plan),
      );
    });
  }

  /** What this process counted within the last half second belongs to the question who is in use. */
  async #flush(): Promise<void> {
    await Promise.all([this.#usage.flush(), this.#platform.whitelists.traffic.flush()]);
  }

  #list({ tenant }: Pick<Call, 'tenant'>): ListName {
    return { tenantId: tenant.id, kind: this.#of.kind };
  }

  #value(text: string, path: string): string {
    const verdict = parseEntry(this.#of.kind, text);
    if (!verdict.ok) throw unreadable(path, verdict);
    return verdict.value;
  }

  #entryEvent(
    verb: string,
    { id, value }: Pick<EntryRow, 'id' | 'value'>,
    details: AuditEntry['details'],
    changes: NonNullable<AuditEntry['changes']> | null = null,
  ): AuditEntry {
    const { entry } = NAMES[this.#of.kind];
    return {
      action: `${entry}.${verb}`,
      resource: { type: entry, id, name: value },
      details: details ?? null,
      changes,
    };
  }
}

function described({ label, expires_at }: EntryRow): AuditEntry['details'] {
  return label === null && expires_at === null ? null : { label, expires_at };
}

function sameTime(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && Date.parse(a) === Date.parse(b));
}

function unreadable(path: string, { code }: Refused) {
  return problem('invalid_request', {
    detail: `${path}: ${RULE_CODES[code]}`,
    errors: [{ path, code, message: RULE_CODES[code] }],
  });
}

function notListed(index: number) {
  const message = 'This entry is not on the list.';
  return problem('invalid_request', { errors: [{ path: `remove.${index}`, code: 'not_listed', message }] });
}
