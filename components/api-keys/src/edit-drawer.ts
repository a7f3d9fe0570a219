import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ApiKey } from '@caas/contract/api-keys.js';
import { fieldText } from '@caas/base/error-text.js';
import type { ApiError } from '@caas/base/errors.js';
import '@caas/ui/caas-drawer.js';
import { field, fieldStyles } from '@caas/ui/field.js';
import { FormController, formAlert } from '@caas/ui/form.controller.js';
import { select } from '@caas/ui/select.js';
import { changedBy, type KeyChange } from './key-actions.data.js';
import { EXPIRIES, expiresAt, expiryText, nameError, type Expiry } from './key-form.js';
import { KeyLayer } from './key-layer.js';

interface Values {
  name: string;
  note: string;
  expiry: Expiry | 'keep';
  date: string;
}

/** Renames and annotates a key, or moves its end. What somebody else changed meanwhile is never overwritten unseen. */
export class EditDrawer extends KeyLayer {
  static override styles = [KeyLayer.styles, fieldStyles];

  /** Sends the change. */
  @property({ attribute: false }) run: (change: KeyChange) => Promise<void> = () => Promise.resolve();

  readonly #form = new FormController<Values>(this, {
    values: { name: '', note: '', expiry: 'keep', date: '' },
    validate: (values) => this.#validate(values),
    fieldOf: (path) => (path === 'name' || path === 'note' ? path : path === 'expires_at' ? 'expiry' : null),
    fieldText: (error) => fieldText(this.base, error),
    errorText: (error) =>
      error.code === 'version_conflict' ? this.texts.text('conflictEdit', changedBy(error)) : this.explain(error),
  });
  /** The moment all ends are counted from: the same change sent twice is the same request. */
  #opened = 0;
  /** The version that what is shown was made of. */
  #version: number | null = null;
  /** What the gateway has: of that version. */
  #known = { name: '', note: '' };
  /** Somebody else changed it while one typed. */
  #conflict = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#opened ||= this.now;
    if (!changed.has('key') || !this.key || this.#version !== null) return;
    this.#meet(this.key);
    this.#form.reset({ ...this.#known, expiry: 'keep', date: '' });
  }

  override render(): TemplateResult | typeof nothing {
    const form = this.#form;
    const { key, texts } = this;
    if (!key) return nothing;
    return html`<caas-drawer
      open
      heading=${texts.text('editTitle', key.name)}
      .confirmDiscard=${form.dirty && !form.busy}
      .dismissible=${!this.holds(form.busy)}
      @caas-dialog-closed=${() => this.closed()}
    >
      <form id="edit" novalidate @submit=${this.#onSubmit}>
        ${field({ ...form.bind('name'), label: texts.text('name'), hint: this.#present('name'), autofocus: true, autocomplete: 'off' })}
        ${field({ ...form.bind('note'), label: texts.text('note'), hint: this.#present('note'), optional: true, autocomplete: 'off' })}
        ${select({
          ...form.choose('expiry'),
          label: texts.text('expires'),
          options: (['keep', ...EXPIRIES] as const).map((value) => ({ value, label: this.#expiryText(value) })),
          onChange: (value) => form.set('expiry', EXPIRIES.find((expiry) => expiry === value) ?? 'keep'),
        })}
        ${form.values.expiry === 'date' ? field({ ...form.bind('date'), type: 'date', label: texts.text('date') }) : nothing}
        <div>${formAlert(form)} ${this.renderPatience('mayLeaveAct')}</div>
      </form>
      ${this.renderLeave(form.busy)}
      <button slot="footer" class="btn primary" type="submit" form="edit" aria-busy=${form.busy ? 'true' : nothing}>
        ${texts.text('editVerb')}
      </button>
    </caas-drawer>`;
  }

  /** What one's own text would replace, where somebody else may have written it. */
  #present(name: 'name' | 'note'): TemplateResult | undefined {
    const { [name]: known } = this.#known;
    if (!this.#conflict || known === this.#form.values[name].trim()) return undefined;
    return html`${this.texts.text('present')} <bdi>${known || this.texts.text('presentNone')}</bdi>`;
  }

  /** Takes in what the gateway has; what nobody typed follows it. */
  #meet({ name, note, version }: ApiKey): void {
    const form = this.#form;
    const now = { name, note: note ?? '' };
    for (const field of ['name', 'note'] as const)
      if (form.values[field] === this.#known[field]) form.put(field, now[field]);
    this.#known = now;
    this.#version = version;
  }

  #expiryText(expiry: Values['expiry']): string {
    const { texts } = this;
    if (expiry !== 'keep') return expiryText(texts, expiry);
    const at = this.key?.expires_at;
    return at ? texts.text('keepUntil', texts.format.date(at)) : texts.text('keepNever');
  }

  #validate({ name, expiry, date }: Values): Partial<Record<keyof Values, string>> {
    const errors: Partial<Record<keyof Values, string>> = {};
    const wrong = nameError(name);
    if (wrong) errors.name = this.texts.text(wrong);
    if (expiry === 'date' && !this.#expiresAt('date', date)) errors.date = this.texts.text('datePast');
    return errors;
  }

  async #onSubmit(event: Event): Promise<void> {
    const saved = await this.#form.submit((values) => this.patience.of(this.run(this.#change(values))), event);
    if (saved) this.closed();
    else this.#onRefused(this.#form.refusal);
  }

  #onRefused(error: ApiError | null): void {
    if (error?.code === 'name_taken') this.#form.fail({ name: this.texts.text('error.name_taken') });
    if (error?.code !== 'version_conflict') return;
    this.#conflict = true;
    this.#meet((error.problem?.current ?? this.key) as ApiKey);
  }

  #expiresAt(expiry: Expiry, date: string): string | null {
    return expiresAt(expiry, date, this.#opened, this.texts.setting.timeZone);
  }

  #change({ name, note, expiry, date }: Values): KeyChange {
    const change: KeyChange = { version: this.#version ?? 0 };
    if (name.trim() !== this.#known.name) change.name = name.trim();
    if (note.trim() !== this.#known.note) change.note = note.trim() || null;
    if (expiry !== 'keep') change.expires_at = this.#expiresAt(expiry, date);
    return change;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-api-keys-edit': EditDrawer;
  }
}
