/**
 * The life of an API key.
 * `active` works · `rotating` works, and a secondary waits beside it · `secondary` works, not promoted yet ·
 * `retiring` works until `retires_at` · `disabled` switched off for now · `expired`, `revoked` for ever.
 */
export const KEY_STATUSES = ['active', 'rotating', 'secondary', 'retiring', 'disabled', 'expired', 'revoked'] as const;
export type KeyStatus = (typeof KEY_STATUSES)[number];

/** Which status may become which. Any other pair is refused with `wrong_state`. `active` to `secondary` is a rollback: the old key is primary again. */
export const KEY_TRANSITIONS: Readonly<Record<KeyStatus, readonly KeyStatus[]>> = {
  active: ['rotating', 'secondary', 'disabled', 'expired', 'revoked'],
  rotating: ['retiring', 'active', 'expired', 'revoked'],
  secondary: ['active', 'expired', 'revoked'],
  retiring: ['rotating', 'expired', 'revoked'],
  disabled: ['active', 'expired', 'revoked'],
  expired: ['revoked'],
  revoked: [],
};

/** Whether calls with a key in this status are accepted (`expires_at` and `retires_at` are judged besides). */
export function keyWorks(status: KeyStatus): boolean {
  return status === 'active' || status === 'rotating' || status === 'secondary' || status === 'retiring';
}

/** Whether `from` may become `to`. */
export function mayBecome(from: KeyStatus, to: KeyStatus): boolean {
  return KEY_TRANSITIONS[from].includes(to);
}
