/** Asks what shows whether leaving would lose it, as `caas-secret` describes: any page with a router of its own may ask the same. */
const LEAVE = 'caas-before-page-leave';

/** Within this time, in ms, a second secret shows that waited behind the first. */
const NEXT = 100;

/** Waits for what leaving the page, or ending its session, would lose for good: a secret nobody has stored. Null where there is nothing. */
export function held(): Promise<void> | null {
  const waits: Promise<unknown>[] = [];
  const detail = { waitUntil: (wait: Promise<unknown>) => void waits.push(wait) };
  dispatchEvent(new CustomEvent(LEAVE, { cancelable: true, detail }));
  return waits.length > 0 ? released(waits) : null;
}

async function released(waits: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(waits);
  await new Promise((resolve) => setTimeout(resolve, NEXT));
  await held();
}
