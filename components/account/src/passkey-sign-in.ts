import { passkeySignIn, passkeySignInOptions } from '@caas/contract/calls/mfa.js';
import type { ApiClient } from '@caas/base/client.js';
import { toApiError, type ApiError } from '@caas/base/errors.js';
import { askPasskey, dropPasskeyQuestion } from '@caas/base/passkey.js';
import { signedIn, type SignedIn } from './account.data.js';

/** How long a question is good for: the gateway forgets it after 5 minutes, and the answer needs a while. */
const GOOD_FOR = 4 * 60_000;

interface Outcome {
  onSignedIn: (answer: SignedIn) => void;
  onRefused: (error: ApiError) => void;
}

/**
 * Signs in with a passkey: by the browser's prompt, or chosen among the suggestions of the address field, where it waits until the page
 * is left. Brought on demand.
 */
export class PasskeySignIn {
  readonly #client: ApiClient;
  readonly #outcome: Outcome;
  #again: ReturnType<typeof setTimeout> | undefined;
  /** Outcomes of a question that another one replaced say nothing. */
  #ticket = 0;

  constructor(client: ApiClient, outcome: Outcome) {
    this.#client = client;
    this.#outcome = outcome;
  }

  /** Puts passkeys among the suggestions of the field. Says nothing where that does not work: the button is still there. */
  async suggest(): Promise<void> {
    const ticket = ++this.#ticket;
    clearTimeout(this.#again);
    if (!(await canSuggest()) || ticket !== this.#ticket) return;
    this.#again = setTimeout(() => void this.suggest(), GOOD_FOR);
    try {
      await this.#signIn(ticket, true);
    } catch (cause) {
      const error = toApiError(cause);
      if (ticket !== this.#ticket || error.code !== 'passkey_invalid') return;
      this.#outcome.onRefused(error);
      void this.suggest();
    }
  }

  /** Asks by the browser's prompt. */
  async ask(): Promise<void> {
    const ticket = ++this.#ticket;
    clearTimeout(this.#again);
    try {
      await this.#signIn(ticket, false);
    } catch (cause) {
      if (ticket !== this.#ticket) return;
      this.#outcome.onRefused(toApiError(cause));
      void this.suggest(); // the prompt took the place of the suggestions
    }
  }

  /** Takes back what waits. */
  stop(): void {
    this.#ticket += 1;
    clearTimeout(this.#again);
    dropPasskeyQuestion();
  }

  async #signIn(ticket: number, autofill: boolean): Promise<void> {
    const { request_id, options } = await this.#client.call(passkeySignInOptions);
    if (ticket !== this.#ticket) return;
    const response = await askPasskey(options, { autofill });
    if (ticket !== this.#ticket) return;
    const answer = await this.#client.call(passkeySignIn, { body: { request_id, response } });
    clearTimeout(this.#again);
    if (ticket === this.#ticket) this.#outcome.onSignedIn(signedIn(answer));
  }
}

async function canSuggest(): Promise<boolean> {
  return (await globalThis.PublicKeyCredential?.isConditionalMediationAvailable?.()) ?? false;
}
