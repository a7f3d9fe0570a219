import type { Localize } from '@caas/base/localize.js';
import type { en } from './locales/en.policy.js';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** What a session may go unused for, in seconds: from a shared desk to a phone at home. */
export const IDLE_SECONDS: readonly number[] = [900, HOUR, 8 * HOUR, DAY, 7 * DAY, 30 * DAY];
/** How long a session may live at all, in seconds. */
export const MAX_SECONDS: readonly number[] = [8 * HOUR, DAY, 7 * DAY, 30 * DAY, 90 * DAY];

/** The choices with the present value among them, whoever set it. */
export function withPresent(choices: readonly number[], present: number): readonly number[] {
  return choices.includes(present) ? choices : [...choices, present].sort((a, b) => a - b);
}

/** Seconds in the largest unit that says them exactly. */
export function duration(texts: Localize<typeof en>, seconds: number): string {
  if (seconds % DAY === 0) return texts.text('days', seconds / DAY);
  if (seconds % HOUR === 0) return texts.text('hours', seconds / HOUR);
  return texts.text('minutes', Math.round(seconds / 60));
}
