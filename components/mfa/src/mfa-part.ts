import type { CSSResultGroup } from 'lit';
import { property } from 'lit/decorators.js';
import type { ApiClient } from '@caas/base/client.js';
import { errorText } from '@caas/base/error-text.js';
import { ApiError } from '@caas/base/errors.js';
import { Localize } from '@caas/base/localize.js';
import { controls } from '@caas/ui/controls.styles.js';
import { fieldStyles } from '@caas/ui/field.js';
import { Layer } from '@caas/ui/layer.js';
import { withStepUp } from '@caas/ui/step-up.js';
import { actMessages } from './messages.acts.js';
import { styles } from './mfa-part.styles.js';

/** What set-up and every dialog share: a client, texts, a write that the page around may stop, and how a failure reads. */
export abstract class MfaPart extends Layer {
  static override styles: CSSResultGroup = [controls, fieldStyles, styles];

  /** Calls the gateway as the member; null while there is no connection. */
  @property({ attribute: false }) client: ApiClient | null = null;
  /** Asks whoever listens whether the change may go on. */
  @property({ attribute: false }) proceed: () => Promise<boolean> = () => Promise.resolve(true);

  protected readonly texts = new Localize(this, actMessages);

  /** Runs a write once at a time. True when it went through; a failure stays, to be shown. */
  protected write(run: (client: ApiClient) => Promise<unknown>): Promise<boolean> {
    return this.attempt(() => {
      if (!this.client || this.offline) throw new ApiError('network', 'The browser is offline.');
      return run(this.client);
    });
  }

  /** Runs a write that the page around may stop. */
  protected change(run: (client: ApiClient) => Promise<unknown>): Promise<boolean> {
    return this.write(async (client) => {
      if (!(await this.proceed())) throw new ApiError('stopped', 'This page stopped the change.');
      await withStepUp(this, client, () => run(client));
    });
  }

  /** What went wrong, in the reader's language; empty after nothing did. */
  protected get explained(): string {
    const { failure } = this;
    if (!failure) return '';
    if (failure.code === 'network') return this.texts.text('offline');
    const text = this.texts.find(`error.${failure.code}`) ?? errorText(this.base, failure);
    const left = failure.problem?.attempts_left;
    return typeof left === 'number' ? `${text} ${this.texts.text('attemptsLeft', left)}` : text;
  }
}
