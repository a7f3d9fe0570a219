import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { toApiError, type ApiError } from '@caas/base/errors.js';
import { Localize } from '@caas/base/localize.js';
import { LocalizedElement } from '@caas/base/localized-element.js';
import { baseMessages } from '@caas/base/messages.js';

/** What opens over a page or within it to do one thing: a write that runs, and how it failed. */
export abstract class Layer extends LocalizedElement {
  /** The page is offline: nothing can be sent. */
  @property({ type: Boolean }) offline = false;
  /** Called after it closed or was given up. */
  @property({ attribute: false }) closed: () => void = () => undefined;

  @state() protected busy = false;
  @state() protected failure: ApiError | null = null;

  protected readonly base = new Localize(this, baseMessages);

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

  /** The button of the footer that gives up; not while a write is under way. */
  protected renderCancel(label: string, busy = this.busy): TemplateResult {
    return html`<button
      slot="footer"
      class="btn default"
      type="button"
      id="cancel"
      aria-disabled=${busy ? 'true' : nothing}
      @click=${() => busy || this.closed()}
    >
      ${label}
    </button>`;
  }
}
