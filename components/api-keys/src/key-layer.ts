import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ApiKey, KeyCaller } from '@caas/contract/api-keys.js';
import type { Connection } from '@caas/base/connection.js';
import type { ApiError } from '@caas/base/errors.js';
import { Localize } from '@caas/base/localize.js';
import { QueryController } from '@caas/base/query.controller.js';
import { controls } from '@caas/ui/controls.styles.js';
import { icon } from '@caas/ui/icon.js';
import { triangleAlert } from '@caas/ui/icons.js';
import { Layer } from '@caas/ui/layer.js';
import { LIVE, explain, usageQuery, type KeyUsage } from './key-actions.data.js';
import { styles } from './key-layer.styles.js';
import { actionMessages } from './messages.js';
import { Patience } from './patience.js';

/** What every dialog and drawer over one key shares: its texts and the live use of the key. */
export abstract class KeyLayer extends Layer {
  static override styles: CSSResultGroup = [controls, styles];

  /** Whose keys these are. */
  @property({ attribute: false }) connection: Connection | null = null;
  /** The key it is about. */
  @property({ attribute: false }) key: ApiKey | null = null;

  protected readonly texts = new Localize(this, actionMessages);
  protected readonly patience = new Patience(this);

  /** The gateway's clock, in ms. */
  protected get now(): number {
    return this.connection?.client.now() ?? Date.now();
  }

  /** A write runs for as long as one waits without a word: until it takes longer, what asked for it stays open. */
  protected holds(busy = this.busy): boolean {
    return busy && !this.patience.over;
  }

  protected override attempt(run: () => Promise<unknown>): Promise<boolean> {
    return super.attempt(() => this.patience.of(run()));
  }

  /** The button of the footer that gives up; once an answer is late it closes. */
  protected renderLeave(busy = this.busy): TemplateResult {
    return this.renderCancel(this.texts.text(this.patience.over ? 'close' : 'cancel'), this.holds(busy));
  }

  /** Says that an answer is late, and what comes of closing. */
  protected renderPatience(mayLeave: 'mayLeave' | 'mayLeaveAct'): TemplateResult {
    const { patience, texts } = this;
    const late = html`<div class="note info" id="patience">${texts.text('stillWaiting')} ${texts.text(mayLeave)}</div>`;
    return html`<div role="status">${patience.over ? late : nothing}</div>`;
  }

  /** What went wrong, in the reader's language. */
  protected explain(error: ApiError): string {
    return explain(this.texts, this.base, error);
  }

  /** The calls of a key, counted again every two seconds. */
  protected liveUsage(key: () => ApiKey | null): QueryController<KeyUsage> {
    return new QueryController<KeyUsage>(this, () => {
      const id = key()?.id;
      return { connection: this.connection, query: id ? usageQuery(id, this.now, 1, LIVE) : null };
    });
  }

  /** Says that this very page stops with the key; nothing where it does not. */
  protected renderOwn({ data }: QueryController<KeyUsage>): TemplateResult | typeof nothing {
    if (!data?.mints_this_session) return nothing;
    return html`<div class="note danger" role="status">
      <span class="ic-danger">${icon(triangleAlert)}</span><span>${this.texts.text('ownKey')}</span>
    </div>`;
  }

  /** How much a key is used and from where, as a warning where it is. */
  protected renderImpact(usage: QueryController<KeyUsage>, safer: string | null): TemplateResult {
    const { data, error } = usage;
    if (!data) {
      const text = error ? this.texts.text('usageUnknown') : this.texts.text('usageLoading');
      return html`<div class="note info" role="status">${icon(triangleAlert)}<span>${text} ${safer}</span></div>`;
    }
    if (data.calls_24h === 0) return html`<p role="status">${this.texts.text('unused')}</p>`;
    const last = data.last_call ? this.texts.format.ago(data.last_call.at, this.now) : null;
    const from = data.last_call?.ip ?? null;
    return html`<div class="note danger" role="status">
      <span class="ic-danger">${icon(triangleAlert)}</span>
      <span><b>${this.texts.text('inUse')}</b> ${this.texts.text('impact', data.calls_24h, last, from)} ${safer}</span>
    </div>`;
  }

  /** Who calls with a key; `label` says within what time. */
  protected renderCallers(
    callers: readonly KeyCaller[],
    label = this.texts.text('callers'),
  ): TemplateResult | typeof nothing {
    if (callers.length === 0) return nothing;
    const { texts } = this;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${label}>
      <table class="callers">
        <thead>
          <tr>
            <th scope="col">${texts.text('ip')}</th>
            <th scope="col">${texts.text('client')}</th>
            <th scope="col" class="end">${texts.text('calls')}</th>
            <th scope="col" class="end">${texts.text('lastCall')}</th>
          </tr>
        </thead>
        <tbody>
          ${callers.map(
            (caller) =>
              html`<tr>
                <td><span class="mono">${caller.ip}</span></td>
                <td class="agent" title=${caller.user_agent ?? nothing}>
                  <bdi>${caller.user_agent ?? texts.text('unknownClient')}</bdi>
                </td>
                <td class="end num">${texts.format.number(caller.calls)}</td>
                <td class="end num" title=${texts.format.dateTime(caller.last_seen_at)}>
                  ${texts.format.ago(caller.last_seen_at, this.now)}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}
