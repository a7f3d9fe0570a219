import type { ReactiveController, ReactiveControllerHost } from 'lit';

const BACK_FOR = 3_000;

/** Tells an element whether the browser is online, and for three seconds that it is back. */
export class OnlineController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** `back` for three seconds after `offline`. */
  state: 'online' | 'offline' | 'back' = 'online';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('online', this.#onChange);
    addEventListener('offline', this.#onChange);
    this.state = navigator.onLine ? 'online' : 'offline';
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#onChange);
    removeEventListener('offline', this.#onChange);
    clearTimeout(this.#timer);
  }

  get offline(): boolean {
    return this.state === 'offline';
  }

  readonly #onChange = (): void => {
    clearTimeout(this.#timer);
    if (!navigator.onLine) this.state = 'offline';
    else if (this.state === 'offline') {
      this.state = 'back';
      this.#timer = setTimeout(() => {
        this.state = 'online';
        this.#host.requestUpdate();
      }, BACK_FOR);
    }
    this.#host.requestUpdate();
  };
}
