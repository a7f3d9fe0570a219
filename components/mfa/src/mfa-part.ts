import { LitElement, type CSSResultGroup } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ApiClient } from '@caas/base/client.js';
import { errorText } from '@caas/base/error-text.js';
import { ApiError, toApiError } from '@caas/base/errors.js';
import { Localize } from '@caas/base/localize.js';
import { baseMessages } from '@caas/base/messages.js';
import { controls } from '@caas/ui/controls.styles.js';
import { fieldStyles } from '@caas/ui/field.js';
import { withStepUp } from '@caas/ui/step-up.js';
import { actMessages } from './messages.acts.js';
import { styles } from './mfa-part.styles.js';

/** What set-up and every dialog share: a client, texts, a write that runs and how it failed. */
export abstract class MfaPart extends LitElement {
  static override styles: CSSResultGroup = [controls, fieldStyles, styles];

  /** Calls the gateway as the member; null while there is no connection. */
  @property({ attribute: false }) client: ApiClient | null = null;
  /** The page is offline: nothing can be sent. */
  @property({ type: Boolean }) offline = false;
  /** Asks whoever listens whether the change may go on. */
  @property({ attribute: false }) proceed: () => Promise<boolean> = () => Promise.resolve(true);
  /** Called after it closed or was given up. */
  @property({ attribute: false }) closed: () => void = () => undefined;

  @state() protected busy = false;
  @state() protected failure: ApiError | null = null;

  protected readonly texts = new Localize(this, actMessages);
  protected readonly base = new Localize(this, baseMessages);

  /** Runs a write once at a time. True when it went through; a failure stays, to be shown. */
  protected async attempt(run: (client: ApiClient) => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.failure = null;
    try {
      if (!this.client || this.offline) throw new ApiError('network', 'The browser is offline.');
      await run(this.client);
      return true;
    } catch (cause) {
      this.failure = toApiError(cause);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Runs a write that the page around may stop. */
  protected change(run: (client: ApiClient) => Promise<unknown>): Promise<boolean> {
    return this.attempt(async (client) => {
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
