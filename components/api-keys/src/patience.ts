import type { LitElement, ReactiveController } from 'lit';

/** How long an answer may take before somebody wants to hear of it, in ms. */
const PATIENCE = 5_000;

/** Tells when a write takes longer than one waits without a word. What says so, with the id `patience`, is brought into view. */
export class Patience implements ReactiveController {
  readonly #host: LitElement;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #over = false;
  #shown = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  hostUpdated(): void {
    if (this.#over && !this.#shown)
      this.#host.renderRoot.querySelector('#patience')?.scrollIntoView({ block: 'nearest' });
    this.#shown = this.#over;
  }

  /** The write runs and has been for long. */
  get over(): boolean {
    return this.#over;
  }

  /** Waits for a write. */
  async of<T>(write: Promise<T>): Promise<T> {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#set(true), PATIENCE);
    try {
      return await write;
    } finally {
      clearTimeout(this.#timer);
      this.#set(false);
    }
  }

  #set(over: boolean): void {
    this.#over = over;
    this.#host.requestUpdate();
  }
}
