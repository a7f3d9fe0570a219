import { LitElement, type CSSResultGroup } from 'lit';
import { property, state } from 'lit/decorators.js';
import { isLost } from '@caas/base/attempts.js';
import type { Connection } from '@caas/base/connection.js';
import { errorText } from '@caas/base/error-text.js';
import { toApiError, type ApiError } from '@caas/base/errors.js';
import { Localize } from '@caas/base/localize.js';
import { baseMessages } from '@caas/base/messages.js';
import { controls } from '@caas/ui/controls.styles.js';
import { styles } from './list-layer.styles.js';
import { actionMessages } from './messages.actions.js';

/** What everything that lies over a list or below it shares: texts, a write that runs and how it failed. */
export abstract class ListLayer extends LitElement {
  static override styles: CSSResultGroup = [controls, styles];

  /** Which list it is. */
  @property({ attribute: false }) name: 'ip' | 'origin' = 'ip';
  /** Whose list it is. */
  @property({ attribute: false }) connection: Connection | null = null;
  /** The page is offline: nothing can be sent. */
  @property({ type: Boolean }) offline = false;
  /** Called after it closed. */
  @property({ attribute: false }) closed: () => void = () => undefined;

  @state() protected busy = false;
  @state() protected failure: ApiError | null = null;

  protected readonly texts = new Localize(this, actionMessages);
  protected readonly base = new Localize(this, baseMessages);

  /** The gateway's clock, in ms. */
  protected get now(): number {
    return this.connection?.client.now() ?? Date.now();
  }

  /** Runs a write once at a time. True when it went through; a failure stays, to be shown beside the buttons. */
  protected async attempt(run: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.failure = null;
    try {
      await run();
      return true;
    } catch (cause) {
      this.failure = toApiError(cause);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** What went wrong, in the reader's language; empty where nothing did, or the user left it. */
  protected explain(error: ApiError | null): string {
    if (!error || error.code === 'left') return '';
    if (error.code !== 'timeout' && isLost(error)) return this.texts.text('notConfirmed');
    return this.texts.find(`error.${error.code}`) ?? errorText(this.base, error);
  }
}
