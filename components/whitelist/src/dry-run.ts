import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { ApiClient } from '@caas/base/client.js';
import type { Localize } from '@caas/base/localize.js';
import { icon } from '@caas/ui/icon.js';
import { circleCheck, triangleAlert } from '@caas/ui/icons.js';
import { callersTable } from './callers.js';
import type { DryRun, ListActs } from './list-acts.js';
import type { en } from './locales/en.actions.js';

const TYPING = 500;
const NAMED = 5;

/** What a change would have meant: not asked yet, on its way, unknown, or the answer. */
export type DryRunResult = 'none' | 'asking' | 'failed' | DryRun;

/** Asks the gateway what additions would have meant in the last 24 h, once the typing pauses. */
export class DryRunController implements ReactiveController {
  /** What is known of the present additions. */
  result: DryRunResult = 'none';

  readonly #host: ReactiveControllerHost;
  readonly #source: () => { client: ApiClient | null; acts: ListActs | null; values: readonly string[] };
  #asked = '';
  #typing: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | null = null;

  constructor(
    host: ReactiveControllerHost,
    source: () => { client: ApiClient | null; acts: ListActs | null; values: readonly string[] },
  ) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** Asks again if the additions are others than before. */
  follow(): void {
    const { acts, client, values } = this.#source();
    const asked = values.join('\n');
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#stop();
    this.result = values.length === 0 ? 'none' : 'asking';
    if (client && acts && values.length > 0)
      this.#typing = setTimeout(() => void this.#ask(client, acts, values), TYPING);
  }

  async #ask(client: ApiClient, acts: ListActs, values: readonly string[]): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    try {
      const result = await acts.dryRun(client, values, running.signal);
      if (this.#running === running) this.result = result;
    } catch {
      if (this.#running === running) this.result = 'failed'; // the guard still stands before the change
    }
    this.#host.requestUpdate();
  }

  #stop(): void {
    clearTimeout(this.#typing);
    this.#running?.abort();
    this.#running = null;
  }
}

/** What the additions would have meant for those who called. */
export function dryRunNote(
  texts: Localize<typeof en>,
  name: 'ip' | 'origin',
  result: DryRunResult,
  now: number,
): TemplateResult {
  return html`<div role="status" class="stack tight">${content(texts, name, result, now)}</div>`;
}

function content(
  texts: Localize<typeof en>,
  name: 'ip' | 'origin',
  result: DryRunResult,
  now: number,
): TemplateResult | typeof nothing {
  if (result === 'none') return nothing;
  if (result === 'asking') return html`<p class="muted small">${texts.text('dryRunAsking')}</p>`;
  if (result === 'failed') return html`<p class="muted small">${texts.text('dryRunFailed')}</p>`;
  const { allowed, blocked } = result;
  const calls = blocked.reduce((sum, caller) => sum + caller.calls, 0);
  return html`${
    blocked.length > 0
      ? html`<div class="note">
            ${icon(triangleAlert)}<span>${texts.text('dryRunBlocked', calls, blocked.length)}</span>
          </div>
          ${callersTable(texts, name, blocked.slice(0, NAMED), now, texts.text('wouldRefuse'))}
          ${blocked.length > NAMED ? html`<p class="muted small">${texts.text('andMore', blocked.length - NAMED)}</p>` : nothing}`
      : html`<p class="row small">
          <span class="ic-success">${icon(circleCheck, 14)}</span>${texts.text('dryRunNobody')}
        </p>`
  }
  ${allowed.length > 0 ? html`<p class="muted small">${texts.text('dryRunAllowed', allowed.length)}</p>` : nothing}`;
}
