import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ApiClient } from '@caas/base/client.js';
import { errorText } from '@caas/base/error-text.js';
import type { ApiError } from '@caas/base/errors.js';
import { Localize } from '@caas/base/localize.js';
import { LocalizedElement } from '@caas/base/localized-element.js';
import { baseMessages } from '@caas/base/messages.js';
import { prove, proveWithPasskey, type StepUpMethod, type StepUpProof } from '@caas/base/step-up.js';
import './caas-dialog.js';
import { codeField, isCode } from './code-field.js';
import { controls } from './controls.styles.js';
import { field, fieldStyles } from './field.js';
import { FormController, formAlert } from './form.controller.js';
import { stepUpMessages } from './messages.step-up.js';

/** From the quickest to the one that costs something. */
const PREFERRED: readonly StepUpMethod[] = ['totp', 'passkey', 'password', 'recovery_code'];

/**
 * Asks whoever is signed in for a fresh proof before a sensitive act: a code of the app, a recovery code, a passkey, or the password,
 * as far as the gateway takes them. `withStepUp` shows it by itself.
 *
 * @element caas-step-up
 * @example <caas-step-up></caas-step-up>
 */
export class StepUp extends LocalizedElement {
  static override styles: CSSResultGroup = [
    controls,
    fieldStyles,
    css`
      :host {
        display: contents;
      }
      form {
        display: grid;
        gap: var(--caas-space-4);
      }
      form > [role='alert']:not(:has(*)) {
        position: absolute;
      }
      .others {
        display: flex;
        flex-wrap: wrap;
        gap: var(--caas-space-2);
        margin-inline-start: calc(var(--caas-space-1) * -2.5);
      }
    `,
  ];

  /** The connection of whoever is asked. */
  @property({ attribute: false }) client: ApiClient | null = null;
  /** The ways the gateway takes. */
  @property({ attribute: false }) methods: readonly StepUpMethod[] = [];

  @state() private open = false;
  @state() private chosen: StepUpMethod | null = null;

  readonly #texts = new Localize(this, stepUpMessages);
  readonly #base = new Localize(this, baseMessages);
  readonly #form = new FormController<{ proof: string }>(this, {
    values: { proof: '' },
    validate: ({ proof }) => ({ proof: this.#fault(proof) }),
    errorText: (error) => this.#refusalText(error),
  });
  #settle: (proven: boolean) => void = () => undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#settle(false);
  }

  /** Opens and waits: true once it is proven, false when it was closed. */
  ask(): Promise<boolean> {
    this.#form.reset({ proof: '' });
    this.chosen = null;
    this.open = true;
    return new Promise((resolve) => (this.#settle = resolve));
  }

  override render(): TemplateResult {
    const texts = this.#texts;
    const method = this.#method;
    return html`<caas-dialog .open=${this.open} heading=${texts.text('title')} @caas-dialog-closed=${this.#onClosed}>
      <form id="proof" data-private novalidate @submit=${this.#onSubmit}>
        <p class="muted">${texts.text(method ? 'text' : 'none')}</p>
        ${method ? this.#renderMethod(method) : nothing} ${formAlert(this.#form)}
        ${method ? this.#renderOthers(method) : nothing}
      </form>
      ${
        method
          ? html`<button
              slot="footer"
              class="btn primary"
              type="submit"
              form="proof"
              aria-busy=${this.#form.busy ? 'true' : nothing}
              aria-disabled=${this.#form.busy ? 'true' : nothing}
              @click=${this.#onConfirm}
            >
              ${texts.text(method === 'passkey' ? 'usePasskey' : 'confirm')}
            </button>`
          : nothing
      }
    </caas-dialog>`;
  }

  #renderMethod(method: StepUpMethod): TemplateResult {
    const texts = this.#texts;
    const bound = this.#form.bind('proof');
    if (method === 'passkey') return html`<p>${texts.text('passkeyText')}</p>`;
    if (method === 'totp')
      return codeField({
        ...bound,
        label: texts.text('code'),
        hint: texts.text('codeHint'),
        onWhole: () => void this.#send(),
      });
    if (method === 'password')
      return field({ ...bound, type: 'password', label: texts.text('password'), autocomplete: 'current-password' });
    return field({
      ...bound,
      mono: true,
      label: texts.text('recovery'),
      hint: texts.text('recoveryHint'),
      autocomplete: 'off',
      spellcheck: false,
    });
  }

  #renderOthers(method: StepUpMethod): TemplateResult | typeof nothing {
    const names = {
      totp: 'useCode',
      passkey: 'usePasskey',
      password: 'usePassword',
      recovery_code: 'useRecovery',
    } as const;
    const others = this.#offered.filter((other) => other !== method);
    if (others.length === 0) return nothing;
    return html`<div class="others">
      ${others.map((other) => html`<button class="btn ghost sm" type="button" @click=${() => void this.#choose(other)}>${this.#texts.text(names[other])}</button>`)}
    </div>`;
  }

  /** Passkeys are offered only where the browser has them. */
  get #offered(): readonly StepUpMethod[] {
    return PREFERRED.filter(
      (method) => this.methods.includes(method) && (method !== 'passkey' || 'PublicKeyCredential' in globalThis),
    );
  }

  get #method(): StepUpMethod | null {
    return this.chosen ?? this.#offered[0] ?? null;
  }

  #fault(proof: string): string | undefined {
    const texts = this.#texts;
    if (this.#method === 'totp') return isCode(proof) ? undefined : texts.text('codeMissing');
    if (this.#method === 'recovery_code') return proof.trim() ? undefined : texts.text('recoveryMissing');
    if (this.#method === 'password') return proof ? undefined : texts.text('passwordMissing');
    return undefined;
  }

  #refusalText(error: ApiError): string {
    const texts = this.#texts;
    if (error.code === 'cancelled') return texts.text('passkeyClosed');
    if (error.code.startsWith('passkey')) return texts.text('passkeyFailed');
    if (error.code === 'password_wrong') return texts.text('passwordWrong');
    if (error.code !== 'code_invalid' && error.code !== 'mfa_code_invalid') return errorText(this.#base, error);
    if (this.#method === 'recovery_code') return texts.text('recoveryWrong');
    const left = (error.problem as { attempts_left?: unknown } | null)?.attempts_left;
    return typeof left === 'number' ? texts.text('codeLeft', left) : texts.text('codeWrong');
  }

  async #choose(method: StepUpMethod): Promise<void> {
    this.chosen = method;
    this.#form.reset({ proof: '' });
    if (method === 'passkey') return this.#send();
    await this.updateComplete;
    this.#form.focus('proof');
  }

  /** The button stands in the dialog's footer: a browser that does not tie it to its form by id sends all the same. */
  #onConfirm(event: Event): void {
    event.preventDefault();
    void this.#send();
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    void this.#send();
  }

  async #send(): Promise<void> {
    const { client } = this;
    const method = this.#method;
    if (!client || !method) return;
    const done = await this.#form.submit(({ proof }) =>
      method === 'passkey' ? proveWithPasskey(client) : prove(client, proofOf(method, proof)),
    );
    const { refusal } = this.#form;
    if (done) {
      this.#settle(true);
      this.open = false;
    } else if (refusal && refusal.kind !== 'network') await this.#empty();
  }

  /** A refused proof is of no further use. One that never arrived stays for the next try. */
  async #empty(): Promise<void> {
    this.#form.put('proof', '');
    await this.updateComplete;
    this.#form.focus('proof');
  }

  #onClosed(): void {
    this.open = false;
    this.#form.reset({ proof: '' });
    this.#settle(false);
  }
}

function proofOf(method: StepUpMethod, proof: string): StepUpProof {
  if (method === 'totp') return { code: proof };
  if (method === 'recovery_code') return { recovery_code: proof.trim() };
  return { password: proof };
}
