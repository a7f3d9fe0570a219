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

  /** Minutes and seconds left, as `14:32`; with hours from one on, as `23:59:08`. */
  get clock(): string {
    const { left } = this;
    const parts = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60];
    const shown = left < 3600 ? parts.slice(1) : parts;
    return shown.map((part, at) => String(part).padStart(at ? 2 : 1, '0')).join(':');
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
