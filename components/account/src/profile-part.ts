import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ApiClient } from '@caas/base/client.js';
import { errorText } from '@caas/base/error-text.js';
import { ApiError } from '@caas/base/errors.js';
import { Localize } from '@caas/base/localize.js';
import { LocalizedElement } from '@caas/base/localized-element.js';
import { baseMessages } from '@caas/base/messages.js';
import { controls } from '@caas/ui/controls.styles.js';
import { fieldStyles } from '@caas/ui/field.js';
import { accountMessages } from './messages.js';
import { profileMessages } from './messages.profile.js';
import type { Profile } from './profile.data.js';
import { styles } from './profile.styles.js';

/** What the panels of a profile share. */
export abstract class ProfilePart extends LocalizedElement {
  static override styles: CSSResultGroup = [controls, fieldStyles, styles];

  /** Calls the gateway as the member. */
  @property({ attribute: false }) client: ApiClient | null = null;
  /** As it was read last. */
  @property({ attribute: false }) profile: Profile | null = null;
  /** The page is offline: nothing can be sent. */
  @property({ type: Boolean }) offline = false;
  /** Level of the panel's heading. */
  @property({ type: Number }) level = 3;
  /** Called with the profile a write answered, or null where it has to be read again. */
  @property({ attribute: false }) written: (profile: Profile | null) => void = () => undefined;

  /** What was done last, said beside the button. */
  @state() protected said = '';

  protected readonly texts = new Localize(this, profileMessages);
  protected readonly account = new Localize(this, accountMessages);
  protected readonly base = new Localize(this, baseMessages);

  override render(): TemplateResult | typeof nothing {
    const { profile } = this;
    if (!profile) return nothing;
    return html`<section class="panel" aria-labelledby="heading">
      <header>
        <div class="h" id="heading" role="heading" aria-level=${this.level}>${this.heading}</div>
      </header>
      <div class="body">${this.renderBody(profile)}</div>
    </section>`;
  }

  protected abstract get heading(): string;
  protected abstract renderBody(profile: Profile): TemplateResult;

  /** The client for a write. Throws while the browser is offline. */
  protected get writer(): ApiClient {
    if (!this.client || this.offline) throw new ApiError('offline', this.texts.text('offline'));
    return this.client;
  }

  /** What went wrong, in the reader's language. */
  protected explain(error: ApiError): string {
    if (error.code === 'offline') return this.texts.text('offline');
    if (error.code === 'account_locked') return this.texts.text('locked');
    return this.texts.find(`error.${error.code}`) ?? errorText(this.base, error);
  }

  /** A button that sends, and what was done last beside it. One of a page is `primary`. */
  protected renderSubmit(text: string, busy: boolean, tone: 'primary' | 'default' = 'default'): TemplateResult {
    return html`<div class="actions">
      <button
        class="btn ${tone}"
        type="submit"
        aria-busy=${busy ? 'true' : nothing}
        aria-disabled=${busy ? 'true' : nothing}
      >
        ${text}
      </button>
      <span role="status" class="said">${this.said}</span>
    </div>`;
  }
}
