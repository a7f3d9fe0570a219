import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { ApiClient } from '@caas/base/client.js';
import { ApiError } from '@caas/base/errors.js';
import type { Localize } from '@caas/base/localize.js';
import { icon } from '@caas/ui/icon.js';
import { keyRound } from '@caas/ui/icons.js';
import { signInOptionsOf, type SignInOptions, type SignedIn } from './account.data.js';
import type { en } from './locales/en.js';
import type { PasskeySignIn } from './passkey-sign-in.js';

interface Options {
  client: () => ApiClient | null;
  texts: Localize<typeof en>;
  /** Path that a provider's way back ends at. */
  returnPath: () => string;
  onSignedIn: (answer: SignedIn) => void;
  /** A refusal, or null where a new try begins. */
  onFailure: (error: ApiError | null) => void;
}

/** The ways to sign in beside the password, as far as the gateway and the browser have them: passkey, Google, GitHub. */
export class SignInWays implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: Options;
  #leaving = new AbortController();
  #asked: ApiClient | null = null;
  #offers: SignInOptions | null = null;
  #passkey: Promise<PasskeySignIn> | null = null;
  #asking = false;
  #resting = false;

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#leaving = new AbortController();
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const client = this.#options.client();
    if (!client || client === this.#asked || this.#leaving.signal.aborted) return;
    this.#asked = client;
    void this.#read(client);
  }

  hostDisconnected(): void {
    this.#leaving.abort();
    this.#asked = null;
    this.rest();
    this.#passkey = null;
  }

  /** Whether companies can register by themselves; true until the gateway says otherwise. */
  get registration(): boolean {
    return this.#offers?.registration !== 'invite';
  }

  /** Whether the gateway and this browser have passkeys. */
  get passkeys(): boolean {
    return (this.#offers?.passkeys ?? false) && 'PublicKeyCredential' in globalThis;
  }

  /** Takes back a passkey question that waits: somebody is signed in, or on the way. */
  rest(): void {
    this.#resting = true;
    void this.#passkey?.then(
      (passkey) => passkey.stop(),
      () => undefined,
    );
  }

  /** They come after the password: what is read late must not move what is typed into. */
  render(): TemplateResult | typeof nothing {
    const { texts } = this.#options;
    const client = this.#options.client();
    const providers = this.#offers?.providers ?? [];
    if (!client || (!this.passkeys && providers.length === 0)) return nothing;
    const names = { google: 'withGoogle', github: 'withGitHub' } as const;
    const query = new URLSearchParams({ redirect: this.#options.returnPath() }).toString();
    return html`<div class="ways">
      <div class="or" aria-hidden="true">${texts.text('or')}</div>
      ${
        this.passkeys
          ? html`<button
              class="btn default wideButton"
              type="button"
              aria-busy=${this.#asking ? 'true' : nothing}
              @click=${this.#onPasskey}
            >
              ${icon(keyRound)}${texts.text('withPasskey')}
            </button>`
          : nothing
      }
      ${providers.map(
        (provider) =>
          html`<a
            class="btn default wideButton"
            rel="external"
            href="${client.url}/api/v1/auth/client/oauth/${provider}?${query}"
            >${texts.text(names[provider])}</a
          >`,
      )}
    </div>`;
  }

  /** Without an answer there is the password alone: whoever can't be asked can't sign in otherwise either. */
  async #read(client: ApiClient): Promise<void> {
    const { signal } = this.#leaving;
    const offers = await signInOptionsOf(client, signal).catch(() => null);
    if (signal.aborted || client !== this.#asked) return;
    this.#offers = offers;
    this.#resting = false;
    this.#host.requestUpdate();
    if (this.passkeys) await this.#suggest(client);
  }

  async #suggest(client: ApiClient): Promise<void> {
    const passkey = await this.#bring(client).catch(() => null);
    if (!this.#resting) void passkey?.suggest();
  }

  readonly #onPasskey = async (): Promise<void> => {
    const client = this.#options.client();
    if (this.#asking || !client) return;
    this.#asking = true;
    this.#options.onFailure(null);
    try {
      await (await this.#bring(client)).ask();
    } catch (cause) {
      this.#options.onFailure(new ApiError('network', 'A part of this page could not be loaded.', { cause }));
    }
    this.#asking = false;
    this.#host.requestUpdate();
  };

  #bring(client: ApiClient): Promise<PasskeySignIn> {
    const { onSignedIn, onFailure } = this.#options;
    this.#passkey ??= import('./passkey-sign-in.js')
      .then(({ PasskeySignIn }) => new PasskeySignIn(client, { onSignedIn, onRefused: onFailure }))
      .catch((cause: unknown) => {
        this.#passkey = null; // asked for again next time
        throw cause;
      });
    return this.#passkey;
  }
}
