import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { passwordStrength } from '@caas/contract/password-strength.js';
import type { isPersonalPassword } from '@caas/contract/password-rules.js';
import { codePoints } from '@caas/contract/text.js';
import type { Localize } from '@caas/base/localize.js';
import type { FieldError } from '@caas/ui/form.controller.js';
import type { en } from './locales/en.js';

const SHORTEST = 8;
const LONGEST = 256;
const TONES = ['weak', 'weak', 'fair', 'good', 'strong'] as const;
const NAMES = ['strengthWeak', 'strengthWeak', 'strengthFair', 'strengthGood', 'strengthStrong'] as const;

interface Judges {
  strength: typeof passwordStrength;
  personal: typeof isPersonalPassword;
}

/**
 * Advice on a new password as it is typed: how strong it is, which never refuses, and the rules that the gateway refuses by. What judges
 * comes with the first character.
 */
export class PasswordAdvice implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #texts: Localize<typeof en>;
  readonly #known: () => readonly string[];
  #judges: Judges | null = null;
  #asked = false;

  /** `known`: what everybody knows of the account, such as company, name and address. */
  constructor(host: ReactiveControllerHost, texts: Localize<typeof en>, known: () => readonly string[] = () => []) {
    this.#host = host;
    this.#texts = texts;
    this.#known = known;
    host.addController(this);
  }

  hostConnected(): void {} // a controller needs a hook

  /** What to say under the field. */
  hint(password: string): TemplateResult {
    const texts = this.#texts;
    if (!password) return html`<span role="status">${texts.text('passwordHint')}</span>`;
    if (codePoints(password) < SHORTEST) return meter('weak', texts.text('strengthShort'));
    if (!this.#judges) void this.#bring();
    const known = this.#known();
    if (this.#judges?.personal(password, known)) return meter('weak', texts.text('passwordPersonal'));
    const step = this.#judges?.strength(password, known).step;
    if (step === undefined) return html`<span role="status">${texts.text('passwordHint')}</span>`;
    return meter(TONES[step], texts.text(NAMES[step]));
  }

  /** Why a password can't be taken, or undefined. That it is on the list of common ones is for the gateway to say. */
  fault(password: string): string | undefined {
    const texts = this.#texts;
    const length = codePoints(password);
    if (length < SHORTEST) return texts.text('passwordShort');
    if (length > LONGEST) return texts.text('passwordLong');
    return this.#judges?.personal(password, this.#known()) ? texts.text('passwordPersonal') : undefined;
  }

  /** The reader's words for what the gateway refuses a password for, or null. */
  refusal({ code }: FieldError): string | null {
    if (code === 'too_common') return this.#texts.text('passwordCommon');
    return code === 'too_personal' ? this.#texts.text('passwordPersonal') : null;
  }

  async #bring(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    try {
      const [{ passwordStrength: strength }, { isPersonalPassword: personal }] = await Promise.all([
        import('@caas/contract/password-strength.js'),
        import('@caas/contract/password-rules.js'),
      ]);
      this.#judges = { strength, personal };
      this.#host.requestUpdate();
    } catch {
      this.#asked = false; // advice can wait, and the gateway judges anyway
    }
  }
}

function meter(tone: (typeof TONES)[number], text: string): TemplateResult {
  return html`<span class="meter ${tone}"
    ><span class="bar" aria-hidden="true"></span><span role="status">${text}</span></span
  >`;
}
