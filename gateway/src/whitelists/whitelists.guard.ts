import type { Call } from '../platform/call.js';
import { problem } from '../platform/problem.js';
import { Whitelist } from '../platform/whitelist-list.js';
import { parseSource } from '../platform/whitelist-rules.js';
import type { WhitelistKind } from '../platform/whitelist-tables.js';
import type { Caller, ListKind } from './whitelists.callers.js';
import type { EntryRow, Settings } from './whitelists.repository.js';

/** Callers that a refusal names. */
const NAMED = 100;

/** A list as calls would be judged by it. */
export type Judge = Pick<Whitelist, 'judge' | 'bindConsole'>;

/** Makes a list of these entries ready to judge. */
export function judgeOf(
  kind: WhitelistKind,
  { mode, bindConsole }: Pick<Settings, 'mode' | 'bindConsole'>,
  entries: readonly Pick<EntryRow, 'value' | 'expires_at'>[],
): Whitelist {
  return new Whitelist(kind, {
    revision: 0,
    mode,
    bindConsole,
    entries: entries.map(({ value, expires_at }) => ({
      value,
      expiresAt: expires_at === null ? null : Date.parse(expires_at),
    })),
    now: Date.now(),
  });
}

/** Where the caller of this request comes from, in normal form; null: from no web page. */
export function yoursOf(kind: WhitelistKind, { request }: Pick<Call, 'request'>): string | null {
  const source = kind === 'ip' ? request.ip : request.origin;
  if (source === null) return null;
  const verdict = parseSource(kind, source);
  return verdict.ok ? verdict.value : source;
}

/** Those in use that are let in before and refused after, the caller of this request among them where the list binds it. */
export function cutOff<Shown extends { you: boolean }>(
  { kind, you }: ListKind<Shown>,
  call: Pick<Call, 'request' | 'actor'>,
  callers: readonly Caller<Shown>[],
  before: Judge,
  after: Judge,
): Shown[] {
  const loses = (source: string): boolean => before.judge(source).allowed && !after.judge(source).allowed;
  const found = callers.filter(({ source, accepted }) => accepted > 0 && loses(source)).map(({ shown }) => shown);
  const yours = yoursOf(kind, call);
  if (yours === null || found.some((shown) => shown.you)) return found;
  if (!(kind === 'ip' ? losesConsole(call, yours, before, after) : call.actor.type === 'embed' && loses(yours)))
    return found;
  return [callers.find(({ source }) => source === yours)?.shown ?? you(yours), ...found];
}

function losesConsole({ actor }: Pick<Call, 'actor'>, yours: string, before: Judge, after: Judge): boolean {
  const held = !before.bindConsole || before.judge(yours).allowed;
  return actor.type === 'user' && held && after.bindConsole && !after.judge(yours).allowed;
}

/** The refusal of a change that would cut somebody off. */
export function wouldLockOut(uncovered: readonly object[]) {
  return problem('would_lock_out', {
    detail:
      uncovered.length === 1
        ? 'One caller in use would be refused.'
        : `${uncovered.length} callers in use would be refused.`,
    uncovered: uncovered.slice(0, NAMED),
    uncovered_total: uncovered.length,
  });
}
