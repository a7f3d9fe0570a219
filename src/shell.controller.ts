import type { LitElement, ReactiveController } from 'lit';
import { ContextProvider } from '@lit/context';
import { takeLinkSecrets } from './link-secrets.js';
import { shellContext, type Shell } from './shell.context.js';

type Acts = { [K in keyof Shell as Shell[K] extends (...values: never[]) => void ? K : never]: Shell[K] };

/** Tells pages what they ask of the console around them. */
export class ShellController implements ReactiveController {
  readonly #provider: ContextProvider<typeof shellContext, LitElement>;

  constructor(host: LitElement, acts: Acts) {
    // The secrets first: nothing may see the address with them in it.
    const initialValue = { secrets: takeLinkSecrets(), signedIn: false, lastEmail: '', mustEnroll: false, ...acts };
    this.#provider = new ContextProvider(host, { context: shellContext, initialValue });
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#onHash);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#onHash);
  }

  /** What pages know. */
  get told(): Shell {
    return this.#provider.value;
  }

  tell(news: Partial<Shell>): void {
    this.#provider.setValue({ ...this.told, ...news });
  }

  /** The link of another mail, opened in this tab. */
  readonly #onHash = (): void => {
    const secrets = takeLinkSecrets();
    if (secrets.size > 0) this.tell({ secrets });
  };
}
