import type { DemoLoad } from './demo.company.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAYS = 92;
const CALLERS_HOURS = 24;
const SLOTS = 6;
/** How busy the hours of a day are, midnight first. */
const DAY = [
  0.28, 0.24, 0.22, 0.22, 0.25, 0.34, 0.5, 0.7, 0.88, 0.97, 1, 0.98, 0.92, 0.95, 0.99, 0.96, 0.9, 0.8, 0.68, 0.58, 0.5,
  0.44, 0.38, 0.32,
];

/** Counts of one hour. */
export interface DemoHour {
  key_id: string;
  hour: string;
  calls: number;
  errors: number;
}
/** Calls of one caller within one minute. */
export interface DemoCaller {
  key_id: string;
  minute: string;
  ip: string;
  user_agent: string;
  calls: number;
  last_seen_at: string;
}
/** A key's invented past. */
export interface DemoUsage {
  hours: DemoHour[];
  callers: DemoCaller[];
  last: { at: string; ip: string } | null;
}

/** Three months of calls up to `now`: busier by day, quieter at weekends, growing a little, never twice the same hour. */
export function inventUsage(keyId: string, load: DemoLoad, now: number, since: number): DemoUsage {
  const random = randomOf(keyId);
  const usage: DemoUsage = { hours: [], callers: [], last: null };
  const running = now - (now % HOUR_MS);
  for (let at = Math.max(running - DAYS * 24 * HOUR_MS, since - (since % HOUR_MS)); at < running; at += HOUR_MS) {
    const date = new Date(at);
    if (load.hours && !load.hours.includes(date.getUTCHours())) continue;
    const weekend = date.getUTCDay() % 6 === 0 ? 0.45 : 1;
    const growth = 1 - 0.25 * ((running - at) / (DAYS * 24 * HOUR_MS));
    const shape = load.hours ? 0.8 : (DAY[date.getUTCHours()] ?? 0.5);
    const calls = Math.round(load.peak * shape * weekend * growth * (0.85 + 0.3 * random()));
    if (calls === 0) continue;
    const errors = Math.round(calls * load.errors * 2 * random());
    usage.hours.push({ key_id: keyId, hour: date.toISOString(), calls, errors });
    if (at >= running - (CALLERS_HOURS - 1) * HOUR_MS) usage.callers.push(...callersOf(keyId, load, at, calls));
    usage.last = {
      at: new Date(at + HOUR_MS - 1 - Math.floor(random() * 5 * MINUTE_MS)).toISOString(),
      ip: load.callers[0]?.ip ?? '',
    };
  }
  return usage;
}

/** The calls of an hour spread over its minutes and callers, so that both figures agree. */
function callersOf(keyId: string, load: DemoLoad, hour: number, calls: number): DemoCaller[] {
  const shares = SLOTS * load.callers.length;
  return Array.from({ length: SLOTS }, (_, slot) =>
    load.callers.map(({ ip, agent }, index) => {
      const share = Math.floor(calls / shares) + (slot * load.callers.length + index < calls % shares ? 1 : 0);
      const minute = hour + slot * 10 * MINUTE_MS;
      return {
        key_id: keyId,
        minute: new Date(minute).toISOString(),
        ip,
        user_agent: agent,
        calls: share,
        last_seen_at: new Date(minute + 50_000).toISOString(),
      };
    }),
  )
    .flat()
    .filter((caller) => caller.calls > 0);
}

/** Numbers from 0 to 1 that look random and are the same for the same text. */
export function randomOf(text: string): () => number {
  let state = [...text].reduce((sum, char) => (Math.imul(sum, 31) + (char.codePointAt(0) ?? 0)) >>> 0, 2_166_136_261);
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
