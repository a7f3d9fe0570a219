import { html, nothing, svg, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ApiKey } from '@caas/contract/api-keys.js';
import { QueryController } from '@caas/base/query.controller.js';
import '@caas/ui/caas-copy-button.js';
import '@caas/ui/caas-drawer.js';
import '@caas/ui/caas-skeleton.js';
import { fieldStyles } from '@caas/ui/field.js';
import { icon } from '@caas/ui/icon.js';
import { triangleAlert } from '@caas/ui/icons.js';
import { select } from '@caas/ui/select.js';
import { usageQuery, type KeyUsage } from './key-actions.data.js';
import { KeyLayer } from './key-layer.js';

const HOUR = 3_600_000;
const REFRESH = 10_000;
/** Bars of each period: hours for a day, then quarter days, then days. */
const PERIODS = [
  { days: 1, bars: 24 },
  { days: 7, bars: 28 },
  { days: 30, bars: 30 },
] as const;

/** One bar: calls between two moments. */
interface Bar {
  from: number;
  calls: number;
  errors: number;
}

/** How much one key is used, by whom, and what it is. */
export class UsageDrawer extends KeyLayer {
  static override styles = [KeyLayer.styles, fieldStyles];

  /** How many days back. */
  @property({ type: Number }) days: number = PERIODS[0].days;

  @state() private since = 0;

  readonly #usage = new QueryController<KeyUsage>(this, () => ({
    connection: this.connection,
    query: this.key ? usageQuery(this.key.id, this.since || this.now, this.days, REFRESH) : null,
  }));

  override render(): TemplateResult | typeof nothing {
    const { key, texts } = this;
    if (!key) return nothing;
    return html`<caas-drawer
      open
      heading=${texts.text('usageTitle', key.name)}
      @caas-dialog-closed=${() => this.closed()}
    >
      <div class="stack">
        ${select({
          name: 'period',
          label: texts.text('range'),
          value: String(this.days),
          options: PERIODS.map(({ days }) => ({
            value: String(days),
            label: texts.text(days === 1 ? 'day' : days === 7 ? 'week' : 'month'),
          })),
          onChange: (value) => this.#choose(Number(value)),
        })}
        ${this.#renderUsage()} ${this.#renderFacts(key)}
      </div>
    </caas-drawer>`;
  }

  #renderUsage(): TemplateResult {
    const { data, error } = this.#usage;
    const { texts } = this;
    if (!data) {
      if (!error)
        return html`<caas-skeleton lines="4"></caas-skeleton>
          <p class="vh" role="status">${texts.text('usageLoading')}</p>`;
      return html`<div class="note" role="alert">
        ${icon(triangleAlert)}
        <div class="stack tight">
          <span>${texts.text('usageUnknown')} ${this.explain(error)}</span>
          <button class="btn default sm" type="button" @click=${() => void this.#usage.refetch()}>
            ${texts.text('retry')}
          </button>
        </div>
      </div>`;
    }
    const bars = barsOf(data, this.days, this.now);
    const counted = data.series.reduce((sum, hour) => sum + hour.calls, 0);
    // The hours of a day are 25, as the first and the last are not whole: the gateway counts the day itself.
    const calls = this.days === 1 ? data.calls_24h : counted;
    const errors = data.series.reduce((sum, hour) => sum + hour.errors, 0);
    return html`<p role="status">
        <b>${texts.text('callsIn', calls)}</b
        >${errors > 0 ? html` <span class="muted">${texts.text('errorsIn', errors)}</span>` : nothing}
      </p>
      ${calls > 0 ? this.#renderBars(bars, calls, errors) : html`<p class="muted">${texts.text('noCalls')}</p>`}
      ${
        calls > 0
          ? html`<h3>${texts.text('callers')}</h3>
              ${data.callers.length > 0 ? this.renderCallers(data.callers) : html`<p class="muted">${texts.text('unused')}</p>`}`
          : nothing
      }`;
  }

  #renderBars(bars: readonly Bar[], calls: number, errors: number): TemplateResult {
    const { format } = this.texts;
    const most = Math.max(1, ...bars.map((bar) => bar.calls));
    const name = (bar: Bar | undefined) =>
      bar ? (this.days === 1 ? format.time(bar.from) : format.date(bar.from)) : '';
    const label = this.texts.text('barsOf', calls, errors, name(bars[0]), name(bars.at(-1)));
    return html`<div>
      <svg class="bars" viewBox="0 0 ${bars.length * 10} 100" preserveAspectRatio="none" role="img" aria-label=${label}>
        ${bars.map((bar, index) => {
          const height = (bar.calls / most) * 100;
          const bad = (bar.errors / most) * 100;
          return svg`<g>
            <title>${this.texts.text('bar', name(bar), bar.calls, bar.errors)}</title>
            <rect x=${index * 10} y="0" width="10" height="100" fill="transparent"></rect>
            <rect class="ok" x=${index * 10 + 1} y=${100 - height} width="8" height=${height - bad}></rect>
            <rect class="bad" x=${index * 10 + 1} y=${100 - bad} width="8" height=${bad}></rect>
          </g>`;
        })}
      </svg>
      <div class="axis num" aria-hidden="true"><span>${name(bars[0])}</span><span>${name(bars.at(-1))}</span></div>
    </div>`;
  }

  #renderFacts(key: ApiKey): TemplateResult {
    const { texts } = this;
    const fact = (name: string, value: unknown) =>
      html`<div>
        <dt>${name}</dt>
        <dd>${value}</dd>
      </div>`;
    const ips = key.ip_restrictions;
    return html`<dl class="facts">
      ${fact(
        texts.text('keyId'),
        html`<span class="row"
          ><span class="mono">${key.id}</span><caas-copy-button value=${key.id}></caas-copy-button
        ></span>`,
      )}
      ${key.note ? fact(texts.text('note'), html`<bdi>${key.note}</bdi>`) : nothing}
      ${fact(texts.text('scopes'), html`<span class="scopes">${key.scopes.map((scope) => html`<span class="scope">${scope}</span>`)}</span>`)}
      ${fact(texts.text('created'), texts.text('createdBy', texts.format.dateTime(key.created_at), key.created_by.name))}
      ${fact(texts.text('expires'), key.expires_at ? texts.format.dateTime(key.expires_at) : texts.text('never'))}
      ${fact(texts.text('allowedFrom'), ips.length > 0 ? html`<span class="mono">${ips.join(', ')}</span>` : texts.text('anywhere'))}
    </dl>`;
  }

  #choose(days: number): void {
    this.since = this.now; // one start for all reads of this period, so that they share a name in the cache
    this.days = days;
  }
}

/** The calls of a period in even bars, hours without calls included. */
export function barsOf(usage: KeyUsage, days: number, now: number): Bar[] {
  const count = PERIODS.find((period) => period.days === days)?.bars ?? PERIODS[0].bars;
  const length = (days * 24 * HOUR) / count;
  const end = Math.ceil(now / HOUR) * HOUR;
  const bars = Array.from({ length: count }, (_, index) => ({
    from: end - (count - index) * length,
    calls: 0,
    errors: 0,
  }));
  for (const { t, calls, errors } of usage.series) {
    // The hour in which the period opens has no bar: in the first one it would look like a peak.
    const bar = bars[Math.floor((Date.parse(t) - (end - count * length)) / length)];
    if (bar) {
      bar.calls += calls;
      bar.errors += errors;
    }
  }
  return bars;
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-api-keys-usage': UsageDrawer;
  }
}
