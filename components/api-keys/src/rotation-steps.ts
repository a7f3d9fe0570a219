import type { ApiKey } from '@caas/contract/api-keys.js';
import type { Localize } from '@caas/base/localize.js';
import type { Step } from '@caas/ui/stepper.js';
import type { Rotation } from './api-keys.data.js';
import { isSecretLost } from './key-actions.data.js';
import type en from './locales/en.actions.js';

/** A rotation at one moment. */
export interface RotationState extends Rotation {
  texts: Localize<typeof en>;
  /** The gateway's clock, in ms. */
  now: number;
  /** When the shown state arrived, as a Unix time in ms, while the page is offline; else null. */
  offlineSince: number | null;
}

/** Whether a call came with the key that waits, or it passed the gateway's test and somebody has its secret. */
export function isTested(rotation: Rotation): boolean {
  const { last_used_at: used, tested_at: tested } = rotation.beside;
  return (used ?? tested) !== null && !isSecretLost(rotation);
}

/** The four steps of a rotation: what is done with who did it and when, what is next, and when the old key ends. */
export function rotationSteps(state: RotationState): Step[] {
  return state.beside.status === 'retiring' ? afterPromote(state) : beforePromote(state);
}

function beforePromote(state: RotationState): Step[] {
  const { beside, texts } = state;
  const tested = isTested(state);
  const overlap = beside.overlap_seconds ?? 0;
  return [
    created(beside, state),
    {
      label: texts.text(tested ? 'stepTested' : 'stepTest'),
      detail: firstCall(beside, state) ?? gatewayTest(state) ?? texts.text(untested(state)),
      state: tested ? 'done' : 'current',
    },
    { label: texts.text('stepPromote'), detail: texts.text('promoteDetail'), state: tested ? 'current' : 'todo' },
    {
      label: texts.text('stepRetires'),
      detail: overlap > 0 ? texts.text('retiresAfter', overlap) : texts.text('retiresAtOnce'),
      state: 'todo',
    },
  ];
}

function afterPromote(state: RotationState): Step[] {
  const { beside, primary, texts } = state;
  const unused = primary?.last_used_at === null;
  const tested = !unused || primary.tested_at !== null;
  const { replaced_by: who, replaced_at: when } = beside;
  return [
    created(primary, state),
    {
      label: texts.text(tested ? 'stepTested' : 'stepTest'),
      detail: unused ? texts.text('neverCalled') : firstCall(primary, state),
      state: tested ? 'done' : 'todo',
    },
    {
      label: texts.text('stepPromoted'),
      detail: who && when ? byWhom(who, when, state) : texts.text('promotedDetail'),
      state: 'done',
    },
    { label: texts.text('stepRetires'), detail: countdown(state), state: 'current' },
  ];
}

/** `fresh` is the new key; null where it is not known. */
function created(fresh: ApiKey | null, state: RotationState): Step {
  const detail = fresh ? byWhom(fresh.created_by, fresh.created_at, state) : undefined;
  return { label: state.texts.text('stepCreated'), detail, state: 'done' };
}

function untested(state: RotationState): 'lostDetail' | 'waitingForCall' {
  return isSecretLost(state) ? 'lostDetail' : 'waitingForCall';
}

/** Who let the gateway test the new key, and when. */
function gatewayTest(state: RotationState): string | undefined {
  const { tested_at: when, tested_by: who } = state.beside;
  return when && who && isTested(state)
    ? `${byWhom(who, when, state)}. ${state.texts.text('testedByGateway')}`
    : undefined;
}

function byWhom({ name }: ApiKey['created_by'], at: string, { texts, now }: RotationState): string {
  return texts.text('madeBy', name, texts.format.ago(at, now));
}

function firstCall(fresh: ApiKey | null, { texts, now }: RotationState): string | undefined {
  if (!fresh?.last_used_at) return undefined;
  return texts.text('firstCall', texts.format.ago(fresh.last_used_at, now), fresh.last_used_ip);
}

function countdown({ beside, now, offlineSince, texts }: RotationState): string {
  const left = beside.retires_at ? (Date.parse(beside.retires_at) - now) / 1_000 : 0;
  const shown = left > 0 ? texts.text('stopsIn', left) : texts.text('stopsNow');
  return offlineSince === null ? shown : `${shown} ${texts.text('asOf', offlineSince)}`;
}
