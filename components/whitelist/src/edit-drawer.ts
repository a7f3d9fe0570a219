import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { WhitelistEntry } from '@caas/contract/whitelists.js';
import { fieldText } from '@caas/base/error-text.js';
import type { ApiError } from '@caas/base/errors.js';
import '@caas/ui/caas-drawer.js';
import { field, fieldStyles } from '@caas/ui/field.js';
import { FormController, formAlert } from '@caas/ui/form.controller.js';
import { select } from '@caas/ui/select.js';
import { optionErrors } from './entry-options.js';
import { EXPIRIES, expiresAt, type Expiry } from './expiry.js';
import type { EntryChange } from './list-acts.js';
import { ListLayer } from './list-layer.js';

interface Values {
  label: string;
  expiry: Expiry | 'keep';
  date: string;
}

/** Changes label or end of an entry. What somebody else changed meanwhile is never overwritten unseen. */
export class EditDrawer extends ListLayer {
  static override styles = [ListLayer.styles, fieldStyles];

  /** The entry it is about. */
  @property({ attribute: false }) entry: WhitelistEntry | null = null;
  /** Sends the change. Throws an `ApiError`. */
  @property({ attribute: false }) run: (change: EntryChange) => Promise<void> = () => Promise.resolve();

  readonly #form = new FormController<Values>(this, {
    values: { label: '', expiry: 'keep', date: '' },
    validate: (values) => optionErrors(this.texts, values, this.now),
    fieldOf: (path) => (path === 'label' ? path : path === 'expires_at' ? 'expiry' : null),
    fieldText: (error) => fieldText(this.base, error),
    errorText: (error) => (error.code === 'version_conflict' ? this.texts.text('conflictEdit') : this.explain(error)),
  });
  /** The version that what is shown was made of. */
  #version: number | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('entry') || !this.entry || this.#version !== null) return;
    this.#version = this.entry.version;
    this.#form.reset({ label: this.entry.label ?? '', expiry: 'keep', date: '' });
  }

  override render(): TemplateResult | typeof nothing {
    const form = this.#form;
    const { entry, texts } = this;
    if (!entry) return nothing;
    return html`<caas-drawer
      open
      heading=${texts.text('editTitle', entry.value)}
      .confirmDiscard=${form.dirty}
      .dismissible=${!form.busy}
      @caas-dialog-closed=${() => this.closed()}
    >
      <form id="edit" novalidate @submit=${this.#onSubmit}>
        ${field({ ...form.bind('label'), label: texts.text('label'), optional: true, autofocus: true, autocomplete: 'off' })}
        ${select({
          ...form.choose('expiry'),
          label: texts.text('expires'),
          options: (['keep', ...EXPIRIES] as const).map((value) => ({ value, label: this.#expiryText(value) })),
          onChange: (value) => form.set('expiry', EXPIRIES.find((expiry) => expiry === value) ?? 'keep'),
        })}
        ${form.values.expiry === 'date' ? field({ ...form.bind('date'), type: 'date', label: texts.text('date') }) : nothing}
        ${formAlert(form)}
      </form>
      ${this.renderCancel(texts.text('cancel'), form.busy)}
      <button slot="footer" class="btn primary" type="submit" form="edit" aria-busy=${form.busy ? 'true' : nothing}>
        ${texts.text('editVerb')}
      </button>
    </caas-drawer>`;
  }

  #expiryText(expiry: Values['expiry']): string {
    const { texts } = this;
    if (expiry !== 'keep') return texts.text(`expiry.${expiry}`);
    const at = this.entry?.expires_at;
    return at ? texts.text('keepUntil', texts.format.dateTime(at)) : texts.text('keepNever');
  }

  async #onSubmit(event: Event): Promise<void> {
    const done = await this.#form.submit((values) => this.run(this.#change(values)), event);
    if (done) this.closed();
    else this.#onRefused(this.#form.refusal);
  }

  /** After a conflict the next try is made of the present version: the reader has seen it by then. */
  #onRefused(error: ApiError | null): void {
    if (error?.code !== 'version_conflict') return;
    const current = Number((error.problem?.current as { version?: unknown } | undefined)?.version);
    this.#version = Number.isInteger(current) ? current : (this.entry?.version ?? null);
  }

  #change({ label, expiry, date }: Values): EntryChange {
    const change: EntryChange = { version: this.#version ?? this.entry?.version ?? 0 };
    if (label.trim() !== (this.entry?.label ?? '')) change.label = label.trim() || null;
    if (expiry !== 'keep') change.expires_at = expiresAt(expiry, date, this.now, this.texts.setting.timeZone);
    return change;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-whitelist-edit': EditDrawer;
  }
}
