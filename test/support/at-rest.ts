import { accessible, everything } from './ui.js';

/** Waits until nothing inside moves any more: text that fades in has no contrast yet. */
export async function atRest(element: Element): Promise<void> {
  const moving = [element, ...everything(element)].flatMap((part) => part.getAnimations());
  const ending = moving.filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
  await Promise.all(ending.map((animation) => animation.finished));
}

/** No accessibility violation in an element that has come to rest. */
export async function accessibleAtRest(element: Element): Promise<void> {
  await atRest(element);
  await accessible(element);
}
