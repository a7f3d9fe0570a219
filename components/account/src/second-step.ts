import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { mfaChallenge, mfaChallengePasskey } from '@caas/contract/calls/mfa.js';
import type { Input } from '@caas/contract/endpoint.js';
import type { ApiClient } from '@caas/base/client.js';
import type { ApiError } from '@caas/base/errors.js';
import { Localize } from '@caas/base/localize.js';
import { LocalizedElement } from '@caas/base/localized-element.js';
import { OnlineController } from '@caas/base/online.controller.js';
import { codeField, isCode } from '@caas/ui/code-field.js';
import { controls } from '@caas/ui/controls.styles.js';
import { field, fieldStyles } from '@caas/ui/field.js';
import { FormController, formAlert } from '@caas/ui/form.controller.js';
import { signedIn, type Challenge, type SignedIn } from './account.data.js';
import { styles } from './account.styles.js';
import { secondStepMessages } from './messages.second-step.js';
import { attemptsLeft, offlineNote, title } from './parts.js';

type Method = Challenge['methods'][number];
type Proof = Omit<Input<typeof mfaChallenge>['body'], 'mfa_token'>;

const PREFERRED: readonly Method[] = ['totp', 'passkey', 'recovery_code'];

/** The second step of `<caas-login>`, in its panel: a code of the app, a passkey, or a recovery code. */
export class SecondStep extends LocalizedElement {
  static override styles = [controls, fieldStyles, styles];

  /** A client of public endpoints. */
  @property({ attribute: false }) client: ApiClient | null = null;
  /** What the first step answered. */
  @property({ attribute: false }) challenge: Challenge = { token: '', methods: [] };
  @property({ type: Number }) level = 2;
  /** Called when the sign-in is finished. */
  @property({ attribute: false }) done: (answer: SignedIn) => void = () => undefined;
  /** Called when it has to start over: with the refusal, or null where the reader wants to. */
  @property({ attribute: false }) startOver: (error: ApiError | null) => void = () => undefined;
  /** Explains a refusal that is not about the second factor. */
  @property({ attribute: false }) explain: (error: ApiError) => string = ({ message }) => message;

  @state() private chosen: Method | null = null;

  readonly #texts = new Localize(this, secondStepMessages);
  readonly #online = new OnlineController(this);
  readonly #form = new FormController<{ proof: string }>(this, {
    values: { proof: '' },
    validate: ({ proof }) => ({ proof: this.#fault(proof) }),
    errorText: (error) => this.#refusalText(error),
  });

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('input, button')?.focus();
  }

  override render(): TemplateResult {
    const texts = this.#texts;
    const method = this.#method;
    const intro = { totp: 'textCode', recovery_code: 'textRecovery', passkey: 'textPasskey' } as const;
    return html`<form data-private novalidate @submit=${this.#onSubmit}>
      ${title(this.level, texts.text('title'))}
      <p class="muted">${texts.text(intro[method])}</p>
      ${offlineNote(this.#online.offline ? texts.text('offline') : null)} ${this.#renderField(method)}
      ${formAlert(this.#form)}
      <button
        class="btn primary lg wideButton"
        type="submit"
        aria-busy=${this.#form.busy ? 'true' : nothing}
        aria-disabled=${this.#form.busy ? 'true' : nothing}
      >
        ${texts.text(method === 'passkey' ? 'usePasskey' : 'verify')}
      </button>
      ${this.#renderOthers(method)}
      <details>
        <summary>${texts.text('lost')}</summary>
        <p class="muted">${texts.text('lostText')}</p>
      </details>
    </form>`;
  }

  #renderField(method: Method): TemplateResult | typeof nothing {
    const texts = this.#texts;
    const bound = this.#form.bind('proof');
    if (method === 'passkey') return nothing;
    if (method === 'totp')
      return codeField({
        ...bound,
        label: texts.text('code'),
        hint: texts.text('codeHint'),
        onWhole: () => void this.#send(),
      });
    return field({
      ...bound,
      mono: true,
      label: texts.text('recovery'),
      hint: texts.text('recoveryHint'),
      autocomplete: 'off',
      spellcheck: false,
    });
  }

  #renderOthers(method: Method): TemplateResult {
    const texts = this.#texts;
    const names = { totp: 'useCode', passkey: 'usePasskey', recovery_code: 'useRecovery' } as const;
    const others = this.#offered.filter((other) => other !== method);
    return html`<div class="others">
      ${others.map((other) => html`<button class="btn ghost sm" type="button" @click=${() => void this.#choose(other)}>${texts.text(names[other])}</button>`)}
      <button class="btn ghost sm" type="button" @click=${() => this.startOver(null)}>
        ${texts.text('startOver')}
      </button>
    </div>`;
  }

  /** Passkeys are offered only where the browser has them. */
  get #offered(): readonly Method[] {
    return PREFERRED.filter(
      (method) =>
        this.challenge.methods.includes(method) && (method !== 'passkey' || 'PublicKeyCredential' in globalThis),
    );
  }

  get #method(): Method {
    return this.chosen ?? this.#offered[0] ?? 'totp';
  }

  #fault(proof: string): string | undefined {
    const texts = this.#texts;
    if (this.#method === 'totp') return isCode(proof) ? undefined : texts.text('codeMissing');
    if (this.#method === 'recovery_code') return proof.trim() ? undefined : texts.text('recoveryMissing');
    return undefined;
  }

  #refusalText(error: ApiError): string {
    const texts = this.#texts;
    if (error.code === 'cancelled') return texts.text('passkeyClosed');
    if (error.code.startsWith('passkey')) return texts.text('passkeyFailed');
    if (error.code !== 'mfa_code_invalid') return this.explain(error);
    const left = attemptsLeft(error);
    const kind = this.#method === 'recovery_code' ? 'recovery' : 'code';
    return left === null ? texts.text(`${kind}Wrong`) : texts.text(`${kind}Left`, left);
  }

  async #choose(method: Method): Promise<void> {
    this.chosen = method;
    this.#form.reset({ proof: '' });
    if (method === 'passkey') return this.#send();
    await this.updateComplete;
    this.#form.focus('proof');
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    void this.#send();
  }

  async #send(): Promise<void> {
    const { client } = this;
    if (!client) return;
    await this.#form.submit(async () => {
      const body = { mfa_token: this.challenge.token, ...(await this.#proof(client)) };
      this.done(signedIn(await client.call(mfaChallenge, { body })));
    });
    const { refusal } = this.#form;
    if (refusal) await this.#afterFailure(refusal);
  }

  async #proof(client: ApiClient): Promise<Proof> {
    const { proof } = this.#form.values;
    if (this.#method === 'totp') return { code: proof };
    if (this.#method === 'recovery_code') return { recovery_code: proof.trim() };
    const { options } = await client.call(mfaChallengePasskey, { body: { mfa_token: this.challenge.token } });
    const { askPasskey } = await import('@caas/base/passkey.js');
    return { passkey: await askPasskey(options) };
  }

  /** A refused code is of no further use; one that never arrived stays for the next try. */
  async #afterFailure(error: ApiError): Promise<void> {
    if (error.code === 'mfa_token_invalid' || error.code === 'account_locked') {
      this.startOver(error);
      return;
    }
    if (error.code !== 'mfa_code_invalid') return;
    this.#form.put('proof', '');
    await this.updateComplete;
    this.#form.focus('proof');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-login-second-step': SecondStep;
  }
}
