import { LitElement, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ApiKey } from '@caas/contract/api-keys.js';
import type { Connection } from '@caas/base/connection.js';
import { errorText } from '@caas/base/error-text.js';
import { toApiError } from '@caas/base/errors.js';
import { listOf } from '@caas/base/lists.js';
import { Localize } from '@caas/base/localize.js';
import { baseMessages } from '@caas/base/messages.js';
import { QueryController } from '@caas/base/query.controller.js';
import '@caas/ui/caas-stepper.js';
import { controls } from '@caas/ui/controls.styles.js';
import { icon } from '@caas/ui/icon.js';
import { triangleAlert } from '@caas/ui/icons.js';
import type { Step } from '@caas/ui/stepper.js';
import type { Rotation } from './api-keys.data.js';
import {
  LIVE,
  isSecretLost,
  primaryQuery,
  testKey,
  usageQuery,
  type KeyTest,
  type KeyUsage,
} from './key-actions.data.js';
import type { RotationAct } from './key-actions.js';
import { actionMessages } from './messages.js';
import { styles } from './rotation-panel.styles.js';
import { isTested, rotationSteps } from './rotation-steps.js';

const SECOND = 1_000;
/** How many of the old key's callers are named. */
const SHOWN_IPS = 3;

/** What the panels of all rotations share. */
export interface PanelContext extends Pick<
  RotationPanel,
  'connection' | 'mayRotate' | 'mayRevoke' | 'offlineSince' | 'headingLevel'
> {
  act: (act: RotationAct, rotation: Rotation) => void;
}

/** A panel for each rotation. */
export function rotationPanels(rotations: readonly Rotation[], context: PanelContext): TemplateResult {
  return html`${repeat(
    rotations,
    ({ beside }) => beside.id,
    (rotation) =>
      html`<caas-api-keys-rotation
        part="rotation"
        .rotation=${rotation}
        .connection=${context.connection}
        .mayRotate=${context.mayRotate}
        .mayRevoke=${context.mayRevoke}
        .offlineSince=${context.offlineSince}
        .headingLevel=${context.headingLevel}
        .act=${(act: RotationAct) => context.act(act, rotation)}
      ></caas-api-keys-rotation>`,
  )}`;
}

/** Where one rotation stands, what is next, and who still calls with the old key. */
export class RotationPanel extends LitElement {
  static override styles: CSSResultGroup = [controls, styles];

  /** The pair. */
  @property({ attribute: false }) rotation: Rotation | null = null;
  @property({ attribute: false }) connection: Connection | null = null;
  /** Whether the caller may test, promote, cancel and roll back. */
  @property({ attribute: false }) mayRotate = false;
  /** Whether the caller may retire the old key at once. */
  @property({ attribute: false }) mayRevoke = false;
  /** When the shown state arrived, as a Unix time in ms, while the page is offline; else null. */
  @property({ attribute: false }) offlineSince: number | null = null;
  @property({ attribute: false }) headingLevel = 3;
  /** Asks for an act on this rotation. */
  @property({ attribute: false }) act: (act: RotationAct) => void = () => undefined;

  @state() private testing = false;
  @state() private test: { id: string; result: KeyTest | null; problem: string | null } | null = null;

  readonly #texts = new Localize(this, actionMessages);
  readonly #base = new Localize(this, baseMessages);
  /** Calls of the key that is to go. */
  readonly #old = new QueryController<KeyUsage>(this, () => {
    const id = this.#oldKey?.id;
    return { connection: this.connection, query: id ? usageQuery(id, this.#now, 1, LIVE) : null };
  });
  /** Who made the new key, and when: lists that are paged or filtered name only the key that retires. */
  readonly #primary = new QueryController<ApiKey | null>(this, () => {
    const { beside, primary } = this.rotation ?? {};
    return { connection: this.connection, query: beside && !primary && this.#retiring ? primaryQuery(beside) : null };
  });
  #ticker: ReturnType<typeof setInterval> | undefined;
  #settled = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ticker = setInterval(() => this.#tick(), SECOND);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#ticker);
  }

  override render(): TemplateResult | typeof nothing {
    const { rotation } = this;
    if (!rotation) return nothing;
    const { name } = rotation.beside;
    const text = this.#texts;
    return html`<section class="panel" aria-label=${text.text('rotating', name)}>
      <header>
        <div class="title" role="heading" aria-level=${this.headingLevel}>${text.text('rotating', name)}</div>
        ${
          isSecretLost(rotation)
            ? nothing
            : html`<span class="muted wide"
                >${text.text(this.#retiring ? 'bothUntilRetired' : 'bothUntilPromoted')}</span
              >`
        }
        <span class="grow"></span>
        ${this.#retiring ? this.#renderRetiringButtons() : this.#renderButtons()}
      </header>
      <caas-stepper label=${text.text('rotating', name)} .steps=${this.#steps(rotation)}></caas-stepper>
      ${isSecretLost(rotation) ? this.#renderLost() : nothing} ${this.#renderTest()} ${this.#renderCalls()}
    </section>`;
  }

  #renderButtons(): TemplateResult | typeof nothing {
    if (!this.mayRotate || !this.rotation) return nothing;
    const text = this.#texts;
    const cancel = (look: string) => this.#button(look, text.text('cancelRotation'), () => this.act('cancel'));
    // A test or a promotion would only lead further astray.
    if (isSecretLost(this.rotation)) return cancel('primary');
    return html`
      ${cancel('ghost')} ${this.#button('default', text.text('runTest'), () => void this.#runTest(), this.testing)}
      ${this.#button(isTested(this.rotation) ? 'primary' : 'default', text.text('promoteEllipsis'), () => this.act('promote'))}
    `;
  }

  #renderRetiringButtons(): TemplateResult {
    const text = this.#texts;
    return html`
      ${this.mayRotate ? this.#button('ghost', text.text('rollback'), () => this.act('rollback')) : nothing}
      ${this.mayRevoke ? this.#button('default', text.text('retire'), () => this.act('retire')) : nothing}
    `;
  }

  /** Named with the key: each rotation has the same buttons. */
  #button(look: string, label: string, onClick: () => void, busy = false): TemplateResult {
    const offline = this.offlineSince !== null;
    const name = this.rotation?.beside.name ?? '';
    return html`<button
      class="btn sm ${look}"
      type="button"
      aria-label=${this.#texts.text('actOn', label, name)}
      aria-busy=${busy ? 'true' : nothing}
      aria-disabled=${offline || busy ? 'true' : nothing}
      title=${offline ? this.#texts.text('offlineHint') : nothing}
      @click=${() => !offline && !busy && onClick()}
    >
      ${label}
    </button>`;
  }

  #renderTest(): TemplateResult {
    const { test } = this;
    if (!test || test.id !== this.rotation?.beside.id) return html`<div role="status"></div>`;
    const text = this.#texts;
    const failed = test.result?.checks.filter(({ ok }) => !ok) ?? [];
    return html`<div class="line" role="status">
      ${
        test.problem ??
        (test.result?.ok
          ? text.text('testPassed')
          : html`${text.text('testFailed')}
            ${failed.map(({ name, detail }) => `${text.text(`check.${name}`)}${detail ? ` (${detail})` : ''}`).join(', ')}`)
      }
    </div>`;
  }

  /** Who still calls with the old key; nothing where nobody does. */
  #renderCalls(): TemplateResult | typeof nothing {
    const { data } = this.#old;
    const text = this.#texts;
    if (!data || data.calls_1h === 0) return nothing;
    const ips = [...new Set(data.callers_1h.map(({ ip }) => ip))];
    const from = ips.length > SHOWN_IPS ? [...ips.slice(0, SHOWN_IPS), text.text('others')] : ips;
    return html`<div class="line muted">
      ${text.text('stillOld', data.calls_1h, from.length > 0 ? listOf(text.format, from) : null)}
    </div>`;
  }

  #renderLost(): TemplateResult {
    return html`<div class="line row">
      <span class="ic-danger">${icon(triangleAlert)}</span><span>${this.#texts.text('panelLost')}</span>
    </div>`;
  }

  #steps({ beside, primary }: Rotation): Step[] {
    return rotationSteps({
      texts: this.#texts,
      now: this.#now,
      beside,
      primary: primary ?? this.#primary.data ?? null,
      offlineSince: this.offlineSince,
    });
  }

  get #retiring(): boolean {
    return this.rotation?.beside.status === 'retiring';
  }

  get #oldKey(): Rotation['primary'] {
    return this.#retiring ? (this.rotation?.beside ?? null) : (this.rotation?.primary ?? null);
  }

  /** The gateway's clock, in ms. */
  get #now(): number {
    return this.connection?.client.now() ?? Date.now();
  }

  /** Counts down; when the time is over, the list is asked once. */
  #tick(): void {
    const beside = this.rotation?.beside;
    if (!beside?.retires_at || document.hidden) return;
    this.requestUpdate();
    if (Date.parse(beside.retires_at) > this.#now || this.#settled === beside.id) return;
    this.#settled = beside.id;
    this.act('settled');
  }

  async #runTest(): Promise<void> {
    const { connection, rotation } = this;
    if (!connection || !rotation) return;
    const { id } = rotation.beside;
    this.testing = true;
    try {
      this.test = { id, result: await testKey(connection.client, id), problem: null };
      this.act('settled'); // what it found stands on the key, for all who look
    } catch (cause) {
      this.test = { id, result: null, problem: errorText(this.#base, toApiError(cause)) };
    } finally {
      this.testing = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-api-keys-rotation': RotationPanel;
  }
}
