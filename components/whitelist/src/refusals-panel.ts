import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { QueryController } from '@caas/base/query.controller.js';
import { icon } from '@caas/ui/icon.js';
import { ban, eye, plus } from '@caas/ui/icons.js';
import type { Caller } from './list-acts.js';
import type { ListKind } from './list-kind.js';
import { ListLayer } from './list-layer.js';
import { styles } from './refusals-panel.styles.js';
import { listKey } from './whitelist.data.js';

/** Refusals shown before somebody asks for all of them. */
const SHOWN = 5;
const REFRESH = 15_000;

/** Who was refused within the last 24 h, or would have been; each can be added by one click. */
export class RefusalsPanel extends ListLayer {
  static override styles = [ListLayer.styles, styles];

  /** Which list it is. */
  @property({ attribute: false }) kind: ListKind | null = null;
  /** Whether entries may be added. */
  @property({ type: Boolean }) mayWrite = false;
  /** Level of the title among the page's headings. */
  @property({ type: Number }) headingLevel = 3;
  /** Adds one of them. */
  @property({ attribute: false }) add: (source: string) => Promise<void> = () => Promise.resolve();

  @state() private all = false;
  @state() private adding: string | null = null;

  readonly #read = new QueryController<readonly Caller[]>(this, () => {
    const { connection, kind } = this;
    return {
      connection,
      query: kind && {
        key: [listKey(kind), 'refusals'],
        run: async (client, signal) => (await kind.acts()).refusals(client, signal),
        every: REFRESH,
      },
    };
  });

  override render(): TemplateResult {
    const { headingLevel, texts } = this;
    const name = this.kind?.name ?? 'ip';
    const { data, error } = this.#read;
    return html`<section class="panel" aria-label=${texts.text('refusals')}>
      <header>
        <div class="title" role="heading" aria-level=${headingLevel}>${texts.text('refusals')}</div>
        <span class="muted">${texts.text('last24h')}</span>
      </header>
      ${
        data && data.length > 0
          ? html`<ul>
              ${(this.all ? data : data.slice(0, SHOWN)).map((refusal) => this.#renderRefusal(refusal))}
            </ul>`
          : html`<p class="none muted">
              ${data ? texts.text(`noRefusals.${name}`) : error ? texts.text('refusalsFailed') : texts.text('loading')}
            </p>`
      }
      ${
        data && data.length > SHOWN && !this.all
          ? html`<button class="btn ghost sm more" type="button" @click=${() => (this.all = true)}>
              ${texts.text('showAll', data.length)}
            </button>`
          : nothing
      }
    </section>`;
  }

  #renderRefusal(refusal: Caller): TemplateResult {
    const { texts } = this;
    const { calls, keys, lastAt, observed, source } = refusal;
    const busy = this.adding === source;
    return html`<li>
      <span class=${observed ? 'ic-info' : 'ic-danger'}>${icon(observed ? eye : ban)}</span>
      <span class="grow">
        <span class="mono">${source}</span>
        <small>
          ${texts.text(observed ? 'observedCalls' : 'refusedCalls', calls)}
          ${lastAt ? html`· ${texts.format.ago(lastAt, this.now)}` : nothing}
          ${keys.length > 0 ? html`· ${texts.text('withKeys', keys)}` : nothing}
        </small>
      </span>
      ${
        this.mayWrite
          ? html`<button
              class="btn default sm"
              type="button"
              aria-label=${texts.text('addSource', source)}
              aria-busy=${busy ? 'true' : nothing}
              aria-disabled=${this.offline || this.adding !== null ? 'true' : nothing}
              @click=${() => void this.#onAdd(source)}
            >
              ${icon(plus, 14)}${texts.text('addShort')}
            </button>`
          : nothing
      }
    </li>`;
  }

  async #onAdd(source: string): Promise<void> {
    if (this.offline || this.adding !== null) return;
    this.adding = source;
    await this.add(source).finally(() => (this.adding = null));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-whitelist-refusals': RefusalsPanel;
  }
}
