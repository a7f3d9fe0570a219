import { LitElement, css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Localize } from '@caas/base/localize.js';
import { forms } from './messages.forms.js';

const TICK = 15_000;

/**
 * A point in time: relative under seven days, with the absolute time and its zone in a tooltip; a date beyond.
 *
 * @element caas-time
 * @csspart base - The native `time`.
 * @example <caas-time datetime="2026-11-13T09:41:07Z"></caas-time>
 */
export class Time extends LitElement {
  /** All shown relative times: one timer for the page. Holds elements only, and only while they are attached. */
  static readonly #shown = new Set<Time>();
  static #timer: ReturnType<typeof setInterval> | undefined;
  static override styles = css`
    :host {
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
  `;

  /** ISO 8601. */
  @property() datetime = '';
  /** How far off, or the full date and time; `ago` for what has happened: never in the future, whatever the reader's clock says. */
  @property() mode: 'relative' | 'ago' | 'absolute' = 'relative';
  /** What time it is, in ms: the gateway's clock where the page knows it, else the browser's. */
  @property({ attribute: false }) now: () => number = Date.now;

  readonly #localize = new Localize(this, forms);

  static #watch(time: Time): void {
    this.#shown.add(time);
    this.#timer ??= setInterval(() => {
      if (!document.hidden) for (const each of this.#shown) each.requestUpdate();
    }, TICK);
  }

  static #leave(time: Time): void {
    this.#shown.delete(time);
    if (this.#shown.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    Time.#watch(this);
    this.requestUpdate(); // time went on while it was away
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    Time.#leave(this);
  }

  protected override render(): TemplateResult {
    if (Number.isNaN(Date.parse(this.datetime))) return html`<span part="base">–</span>`;
    const { format } = this.#localize;
    const absolute = format.dateTime(this.datetime);
    if (this.mode === 'absolute') return html`<time part="base" datetime=${this.datetime}>${absolute}</time>`;
    const text =
      this.mode === 'ago' ? format.ago(this.datetime, this.now()) : format.relative(this.datetime, this.now());
    return html`<time part="base" datetime=${this.datetime} title=${absolute}>${text}</time>`;
  }
}
