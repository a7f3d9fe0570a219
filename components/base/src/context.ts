import type { Context, ContextType } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

// The context protocol of the Web Components Community Group, as `@lit/context` speaks it, in a third of its bytes: it travels with every
// first row. Both understand each other.

type Host = ReactiveControllerHost & HTMLElement;
type Callback<T> = (value: T, unsubscribe?: () => void) => void;

interface ContextEvent<T> extends Event {
  context: unknown;
  contextTarget: Element;
  callback: Callback<T>;
  subscribe?: boolean;
}

function tell(contextTarget: Element, type: string, detail: object): void {
  const event = new Event(type, { bubbles: true, composed: true });
  contextTarget.dispatchEvent(Object.assign(event, { contextTarget }, detail));
}

/** Hands a value down to every consumer inside its host. */
export class ContextProvider<C extends Context<unknown, unknown>> {
  #value: ContextType<C> | undefined;
  readonly #consumers = new Map<Callback<unknown>, { host: Element; unsubscribe: () => void }>();

  constructor(host: Host, { context, initialValue }: { context: C; initialValue?: ContextType<C> }) {
    this.#value = initialValue;
    const listen = (type: string, use: (event: ContextEvent<unknown>) => void): void =>
      host.addEventListener(type, (each) => {
        const event = each as ContextEvent<unknown>;
        if (event.context !== context || event.contextTarget === host) return;
        event.stopPropagation();
        use(event);
      });
    listen('context-request', ({ callback, contextTarget, subscribe }) => {
      if (subscribe && !this.#consumers.has(callback))
        this.#consumers.set(callback, {
          host: contextTarget,
          unsubscribe: () => void this.#consumers.delete(callback),
        });
      callback(this.#value, subscribe ? this.#consumers.get(callback)?.unsubscribe : undefined);
    });
    // Another provider has come between: who is inside that one asks again, and gets its value.
    listen('context-provider', () => {
      for (const [callback, consumer] of [...this.#consumers])
        tell(consumer.host, 'context-request', { context, callback, subscribe: true });
    });
    host.addController({ hostConnected: () => tell(host, 'context-provider', { context }) });
  }

  /** Tells every consumer, where it is another value. */
  setValue(value: ContextType<C>): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const [callback, { unsubscribe }] of [...this.#consumers]) callback(value, unsubscribe);
  }
}

/** Takes the value of the nearest provider around its host, and with `subscribe` each value after it; re-renders the host. */
export class ContextConsumer<C extends Context<unknown, unknown>> implements ReactiveController {
  /** Undefined until a provider has answered. */
  value: ContextType<C> | undefined;
  readonly #ask: () => void;
  #unsubscribe: (() => void) | undefined;

  constructor(host: Host, detail: { context: C; subscribe?: boolean }) {
    const callback: Callback<ContextType<C>> = (value, unsubscribe) => {
      if (unsubscribe !== this.#unsubscribe) this.#unsubscribe?.();
      this.#unsubscribe = unsubscribe;
      this.value = value;
      host.requestUpdate();
    };
    this.#ask = () => tell(host, 'context-request', { ...detail, callback });
    host.addController(this);
  }

  hostConnected(): void {
    this.#ask();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }
}
