import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { errorText } from '@caas/base/error-text.js';
import { ApiError, toApiError } from '@caas/base/errors.js';
import { emit, mayProceed } from '@caas/base/events.js';
import { Localize } from '@caas/base/localize.js';
import { PageElement } from '@caas/base/page-element.js';
import { QueryController } from '@caas/base/query.controller.js';
import '@caas/ui/caas-skeleton.js';
import { checkbox, checkboxStyles } from '@caas/ui/checkbox.js';
import { controls } from '@caas/ui/controls.styles.js';
import { field, fieldStyles } from '@caas/ui/field.js';
import { fullError } from '@caas/ui/full-error.js';
import { icon } from '@caas/ui/icon.js';
import { triangleAlert } from '@caas/ui/icons.js';
import { select } from '@caas/ui/select.js';
import { withStepUp } from '@caas/ui/step-up.js';
import { freshness } from '@caas/ui/states.js';
import { styles as stateStyles } from '@caas/ui/states.styles.js';
import { policyMessages } from './messages.policy.js';
import { styles } from './mfa.styles.js';
import { changePolicy, membersQuery, policyQuery, type Members, type Policy } from './policy.data.js';
import { lackingPanel } from './lacking.js';
import { IDLE_SECONDS, MAX_SECONDS, duration, withPresent } from './lifetimes.js';

/** `caas-security-policy-changed`: what holds now. */
export type SecurityPolicyChangedEvent = CustomEvent<{ mfaRequired: boolean; graceDays: number }>;

/** What is typed and not saved yet. */
interface Draft {
  required: boolean;
  grace: string;
  idle: number;
  max: number;
}

/**
 * What a company requires of its members at sign-in: a second factor with days of grace, who still lacks one, and how long a session may
 * live. Who may not change it sees what holds.
 *
 * @element caas-security-policy
 * @fires {CustomEvent} caas-ready - Once, when the policy is shown.
 * @fires {CustomEvent<ErrorDetail>} caas-error - Once per failure of a read.
 * @fires {CustomEvent} caas-before-security-policy-change - Cancelable, before a change is sent.
 * @fires {SecurityPolicyChangedEvent} caas-security-policy-changed - After the gateway confirmed a change.
 * @csspart base - The whole element's box.
 * @csspart header - Title and purpose.
 * @csspart lacking - The panel of members without a second factor.
 * @example <caas-security-policy api-url="https://console.example.com"></caas-security-policy>
 */
export class SecurityPolicyPanel extends PageElement {
  static override styles = [...PageElement.styles, controls, fieldStyles, checkboxStyles, stateStyles, styles];

  @state() private draft: Draft | null = null;
  @state() private busy = false;
  @state() private told = '';
  @state() private failure = '';
  @state() private judged = false;

  readonly #texts = new Localize(this, policyMessages, () => this.ownLocale);
  readonly #policy = new QueryController<Policy>(this, () => ({ connection: this.connection, query: policyQuery }));
  readonly #members = new QueryController<Members>(this, () => ({ connection: this.connection, query: membersQuery }));
  readonly #offline = new ApiError('network', 'The browser is offline.');

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#policy.data) this.reportReady();
    this.reportError(this.#readFailure);
  }

  override render(): TemplateResult {
    const text = this.#texts;
    const { data } = this.#policy;
    const failure = this.#readFailure;
    const loading = this.connection !== null && !data && !failure;
    return html`<div class="base" part="base" aria-busy=${loading ? 'true' : 'false'}>
      <header class="head" part="header">
        <div class="title" role="heading" aria-level=${this.headingLevel}>${text.text('title')}</div>
        <p class="muted">${text.text('purpose')}</p>
      </header>
      ${failure ? nothing : freshness(this.base, this.online, this.#policy)}
      <span class="vh" role="status">${loading ? text.text('loading') : this.told}</span>
      ${
        failure
          ? fullError(this.base, failure, this.#retry)
          : data
            ? html`<div class="stack">
                <section class="panel">
                  <div class="body">
                    ${this.may('security:write') ? this.#renderForm(data) : this.#renderPlain(data)}
                  </div>
                </section>
                ${lackingPanel(text, this.headingLevel + 1, this.#members.data, this.#members.error, this.#now)}
              </div>`
            : html`<section class="panel">
                <div class="body"><caas-skeleton lines="4"></caas-skeleton></div>
              </section>`
      }
    </div>`;
  }

  #renderPlain(data: Policy): TemplateResult {
    const text = this.#texts;
    const since = data.mfa_required_since;
    return html`<p>
        ${data.mfa_required && since ? text.text('requiredSince', since) : text.text('notRequired')}
        <small>${text.text('idle')} ${duration(text, data.session_idle_seconds)}</small>
        <small>${text.text('max')} ${duration(text, data.session_max_seconds)}</small>
      </p>
      <p class="muted">${this.readOnlyText('security:write', text.text('what')) ?? nothing}</p>`;
  }

  #renderForm(data: Policy): TemplateResult {
    const text = this.#texts;
    const draft = this.draft ?? draftOf(data);
    const choices = (all: readonly number[], present: number) =>
      withPresent(all, present).map((seconds) => ({ value: String(seconds), label: duration(text, seconds) }));
    return html`<form class="stack" novalidate @submit=${this.#onSubmit}>
      <div class=${this.failure ? 'note danger' : 'vh'} role="alert">
        ${this.failure ? html`<span class="ic-danger">${icon(triangleAlert)}</span><span>${this.failure}</span>` : nothing}
      </div>
      ${checkbox({
        name: 'required',
        label: text.text('require'),
        hint: text.text('requireHint'),
        checked: draft.required,
        onChange: (required) => this.#set({ required }),
      })}
      ${
        draft.required
          ? html`<div class="digits">
              ${field({
                name: 'grace',
                label: text.text('grace'),
                hint: text.text('graceHint'),
                error: this.judged && !isGrace(draft.grace) ? text.text('graceWrong') : undefined,
                value: draft.grace,
                inputmode: 'numeric',
                autocomplete: 'off',
                onInput: (grace) => this.#set({ grace }),
              })}
            </div>`
          : nothing
      }
      <div class="limits">
        ${select({
          name: 'idle',
          label: text.text('idle'),
          value: String(draft.idle),
          error: this.judged && draft.idle > draft.max ? text.text('idleTooLong') : undefined,
          options: choices(IDLE_SECONDS, data.session_idle_seconds),
          onChange: (value) => this.#set({ idle: Number(value) }),
        })}
        ${select({
          name: 'max',
          label: text.text('max'),
          value: String(draft.max),
          options: choices(MAX_SECONDS, data.session_max_seconds),
          onChange: (value) => this.#set({ max: Number(value) }),
        })}
      </div>
      <div class="actions">
        <button
          class="btn primary"
          type="submit"
          aria-busy=${this.busy ? 'true' : nothing}
          aria-disabled=${this.online.offline ? 'true' : nothing}
        >
          ${text.text('save')}
        </button>
        <span class="muted" aria-hidden="true">${this.told}</span>
      </div>
    </form>`;
  }

  get #now(): number {
    return this.connection?.client.now() ?? Date.now();
  }

  /** Why nothing can be shown, or null. */
  get #readFailure(): ApiError | null {
    if (this.identity.error && !this.identity.data) return this.identity.error;
    if (this.#policy.data) return null;
    return this.online.offline ? this.#offline : this.#policy.error;
  }

  #set(change: Partial<Draft>): void {
    const { data } = this.#policy;
    if (!data) return;
    this.draft = { ...(this.draft ?? draftOf(data)), ...change };
    this.told = '';
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { data } = this.#policy;
    const client = this.connection?.client;
    if (!data || !client || this.busy) return;
    const draft = this.draft ?? draftOf(data);
    this.judged = true;
    this.failure = this.online.offline ? this.#texts.text('offline') : '';
    if (this.failure || draft.idle > draft.max || (draft.required && !isGrace(draft.grace))) return;
    if (same(draft, draftOf(data))) {
      this.told = this.#texts.text('noChange');
      return;
    }
    this.busy = true;
    try {
      if (!(await mayProceed(this, 'caas-before-security-policy-change', {})))
        throw new ApiError('stopped', 'This page stopped the change.');
      const change = {
        mfa_required: draft.required,
        ...(draft.required ? { mfa_grace_days: Number(draft.grace) } : {}),
        session_idle_seconds: draft.idle,
        session_max_seconds: draft.max,
        version: data.version,
      };
      const saved = await withStepUp(this, client, () => changePolicy(client, change));
      this.told = this.#texts.text('saved');
      this.draft = null;
      await Promise.all([this.#policy.refetch(), this.#members.refetch()]);
      emit(this, 'caas-security-policy-changed', {
        mfaRequired: saved.mfa_required,
        graceDays: saved.mfa_grace_days,
      });
    } catch (cause) {
      await this.#explain(toApiError(cause));
    } finally {
      this.busy = false;
      this.judged = false;
    }
  }

  async #explain(error: ApiError): Promise<void> {
    const text = this.#texts;
    if (error.code === 'version_conflict') {
      this.draft = null;
      await this.#policy.refetch();
      this.failure = text.text('conflict');
    } else if (error.code === 'stopped') this.failure = text.text('stopped');
    else this.failure = error.kind === 'network' ? text.text('offline') : errorText(this.base, error);
  }

  readonly #retry = (): void => {
    void this.identity.refetch();
    void this.#policy.refetch();
    void this.#members.refetch();
  };
}

function draftOf(data: Policy): Draft {
  return {
    required: data.mfa_required,
    grace: String(data.mfa_grace_days),
    idle: data.session_idle_seconds,
    max: data.session_max_seconds,
  };
}

const isGrace = (typed: string): boolean => /^\d{1,2}$/.test(typed.trim()) && Number(typed) <= 90;

function same(a: Draft, b: Draft): boolean {
  const grace = !a.required || a.grace === b.grace;
  return a.required === b.required && grace && a.idle === b.idle && a.max === b.max;
}

declare global {
  interface HTMLElementEventMap {
    'caas-security-policy-changed': SecurityPolicyChangedEvent;
  }
}
