import type { CSSResultGroup } from 'lit';
import { property } from 'lit/decorators.js';
import { isLost } from '@caas/base/attempts.js';
import type { Connection } from '@caas/base/connection.js';
import { errorText } from '@caas/base/error-text.js';
import type { ApiError } from '@caas/base/errors.js';
import { Localize } from '@caas/base/localize.js';
import { controls } from '@caas/ui/controls.styles.js';
import { Layer } from '@caas/ui/layer.js';
import { styles } from './list-layer.styles.js';
import { actionMessages } from './messages.actions.js';

/** What everything that lies over a list or below it shares: whose list it is, texts, and how a failure reads. */
export abstract class ListLayer extends Layer {
  static override styles: CSSResultGroup = [controls, styles];

  /** Which list it is. */
  @property({ attribute: false }) name: 'ip' | 'origin' = 'ip';
  /** Whose list it is. */
  @property({ attribute: false }) connection: Connection | null = null;

  protected readonly texts = new Localize(this, actionMessages);

  /** The gateway's clock, in ms. */
  protected get now(): number {
    return this.connection?.client.now() ?? Date.now();
  }

  /** What went wrong, in the reader's language; empty where nothing did, or the user left it. */
  protected explain(error: ApiError | null): string {
    if (!error || error.code === 'left') return '';
    if (error.code !== 'timeout' && isLost(error)) return this.texts.text('notConfirmed');
    return this.texts.find(`error.${error.code}`) ?? errorText(this.base, error);
  }
}
