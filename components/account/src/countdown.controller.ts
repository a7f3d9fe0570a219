import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Counts down whole seconds by the monotonic clock and re-renders its host once a second until zero. */
export class Countdown implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #endsAt = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.left > 0) this.#tick();
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  /** Seconds left, 0 when over. */
  get left(): number {
    return Math.max(0, Math.ceil((this.#endsAt - performance.now()) / 1000));
  }

  /** Minutes and seconds left, as `14:32`. */
  get clock(): string {
    const { left } = this;
    return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  }

  /** Starts over with this many seconds. */
  start(seconds: number): void {
    this.#endsAt = performance.now() + seconds * 1000;
    this.#tick();
  }

  #tick(): void {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      if (this.left === 0) clearInterval(this.#timer);
      this.#host.requestUpdate();
    }, 1000);
    this.#host.requestUpdate();
  }
}
