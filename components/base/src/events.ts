/** Dispatches a fact: bubbling and composed, so that a host can listen once, and not cancelable. */
export function emit(host: EventTarget, type: string, detail?: unknown): void {
  host.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
}

/** The detail of a `caas-before-…` event: the host may call `waitUntil` to decide later; a rejection stops the act. */
export type BeforeDetail<T> = T & { waitUntil(decision: Promise<unknown>): void };

/** Asks whoever listens whether an act may go on. False when it was cancelled, or when a promise given to `waitUntil` rejects. */
export async function mayProceed<T extends object>(host: EventTarget, type: string, detail: T): Promise<boolean> {
  const decisions: Promise<unknown>[] = [];
  const withWait: BeforeDetail<T> = { ...detail, waitUntil: (decision) => void decisions.push(decision) };
  const event = new CustomEvent(type, { bubbles: true, composed: true, cancelable: true, detail: withWait });
  if (!host.dispatchEvent(event)) return false;
  const outcomes = await Promise.allSettled(decisions);
  return outcomes.every((outcome) => outcome.status === 'fulfilled');
}
