import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { createContext } from '@lit/context';
import { tokens } from '@caas/tokens/tokens.js';
import { ContextConsumer, ContextProvider } from './context.js';
import type { watchBackground } from './detect-scheme.js';
import { LocalizedElement } from './localized-element.js';

/** `inherit` follows the page's `color-scheme`, `system` the operating system, `detect` the painted background. */
export type Theme = 'inherit' | 'light' | 'dark' | 'system' | 'detect';

/** Tells elements below that the tokens are declared already. */
const themeRootContext = createContext<boolean>(Symbol.for('caas-theme-root'));

/**
 * Declares the design tokens for itself and everything inside, unless an ancestor theme root did: then it inherits them, so that
 * what a host overrode further out survives.
 */
export class ThemeRoot extends LocalizedElement {
  static override styles = [tokens];

  /** Colour scheme: `inherit` (default), `light`, `dark`, `system` or `detect`. */
  @property({ reflect: true }) theme: Theme = 'inherit';
  /** `more` for high contrast, `standard` to ignore the system's wish for it. */
  @property({ reflect: true }) contrast: 'standard' | 'more' | null = null;
  /** Space, never type size: `comfortable` (default) or `compact`. */
  @property({ reflect: true }) density: 'comfortable' | 'compact' = 'comfortable';
  /** Set by the element itself inside another theme root. */
  @property({ type: Boolean, reflect: true, attribute: 'inherit-theme' }) inheritTheme = false;

  readonly #outer = new ContextConsumer(this, { context: themeRootContext });
  readonly #internals = this.attachInternals();
  #watch: typeof watchBackground | null = null;
  #stopDetecting: (() => void) | null = null;

  constructor() {
    super();
    new ContextProvider(this, { context: themeRootContext, initialValue: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.inheritTheme = this.#outer.value === true && !this.hasAttribute('theme');
    this.#detect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopDetecting?.();
    this.#stopDetecting = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('theme')) this.#detect();
  }

  /** Shows nothing before the background has been read: dark after light would flash. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    if (this.theme !== 'detect' || this.#watch) return super.scheduleUpdate();
    return this.#bringDetection().then(() => super.scheduleUpdate());
  }

  async #bringDetection(): Promise<void> {
    try {
      this.#watch = (await import('./detect-scheme.js')).watchBackground;
    } catch {
      this.#watch = () => () => undefined; // its chunk can't be had: it stays light
    }
    this.#detect();
  }

  #detect(): void {
    this.#stopDetecting?.();
    const detecting = this.theme === 'detect' && this.isConnected;
    this.#stopDetecting = (detecting && this.#watch?.(this, this.#internals.states)) || null;
  }
}
