import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ErrorDetail } from '@caas/base/page-element.js';

/** `checking` while the gateway is asked whether it can be reached; `back` for three seconds after it could. */
export type ConnectionState = 'online' | 'offline' | 'checking' | 'back';

const BACK_FOR = 3_000;
/** How long to wait before asking again, in seconds; the last one is repeated. */
const PAUSES = [1, 2, 5, 10, 30];

/** Asks the gateway whether it can be reached; resolves with whether it answered, whatever it said. */
export type Probe = (signal: AbortSignal) => Promise<boolean>;

/**
 * Tells the console whether it has a connection. That the browser is online only says that it has some network: the gateway is asked
 * when the browser is online again, and when an element could not reach it; the console is back when it has answered, that or any call.
 */
export class ConnectionController implements ReactiveController {
  state: ConnectionState = 'online';
  readonly #host: ReactiveControllerHost;
  readonly #back: () => void;
  readonly #probe: Probe;
  readonly #seconds: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | null = null;
  #failures = 0;

  /**
   * @param back Called when the gateway answers again.
   * @param second How long a second takes, in ms: 1,000, except where a test is in a hurry.
   */
  constructor(host: ReactiveControllerHost, back: () => void, probe: Probe = reachable, second = 1_000) {
    this.#host = host;
    this.#back = back;
    this.#probe = probe;
    this.#seconds = second;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('online', this.#onOnline);
    addEventListener('offline', this.#onOffline);
    addEventListener('caas-error', this.#onError);
    addEventListener('caas-answered', this.#onAnswered);
    this.#set(navigator.onLine ? 'online' : 'offline');
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#onOnline);
    removeEventListener('offline', this.#onOffline);
    removeEventListener('caas-error', this.#onError);
    removeEventListener('caas-answered', this.#onAnswered);
    this.#stop();
  }

  get offline(): boolean {
    return this.state === 'offline' || this.state === 'checking';
  }

  /** Asks now, without waiting for the browser or the pause between two tries. */
  readonly retry = async (): Promise<void> => {
    this.#stop();
    const asking = new AbortController();
    this.#asking = asking;
    this.#set('checking');
    const answered = await this.#probe(asking.signal);
    if (this.#asking !== asking) return;
    this.#asking = null;
    if (answered) this.#comeBack();
    else if (navigator.onLine) this.#timer = setTimeout(() => void this.retry(), this.#pause());
    else this.#set('offline');
  };

  readonly #onOnline = (): void => {
    this.#failures = 0;
    if (this.state === 'offline') void this.retry();
  };

  readonly #onOffline = (): void => {
    this.#stop();
    this.#set('offline');
  };

  readonly #onError = (event: Event): void => {
    if (this.state === 'online' && (event as CustomEvent<ErrorDetail>).detail.code === 'network') void this.retry();
  };

  readonly #onAnswered = (): void => {
    if (this.state !== 'checking') return;
    this.#stop();
    this.#comeBack();
  };

  #comeBack(): void {
    this.#failures = 0;
    this.#back();
    this.#set('back');
    this.#timer = setTimeout(() => this.#set('online'), BACK_FOR);
  }

  /** Longer with each failure, and never the same for two consoles that lost the gateway together. */
  #pause(): number {
    const pause = PAUSES[Math.min(this.#failures, PAUSES.length - 1)] ?? 0;
    this.#failures += 1;
    return pause * this.#seconds * (0.75 + 0.5 * Math.random());
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#asking = null;
  }

  #set(state: ConnectionState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

function reachable(signal: AbortSignal): Promise<boolean> {
  return fetch('/health/live', {
    cache: 'no-store',
    signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]),
  }).then(
    () => true,
    () => false,
  );
}
