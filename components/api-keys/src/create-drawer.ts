import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { fieldText } from '@caas/base/error-text.js';
import '@caas/ui/caas-button.js';
import '@caas/ui/caas-drawer.js';
import { checkbox, checkboxStyles } from '@caas/ui/checkbox.js';
import { field, fieldStyles, notes } from '@caas/ui/field.js';
import { FormController, errorSummary, formAlert } from '@caas/ui/form.controller.js';
import { icon } from '@caas/ui/icon.js';
import { triangleAlert } from '@caas/ui/icons.js';
import { select } from '@caas/ui/select.js';
import { SCOPE_FILTERS, type KeysPage } from './api-keys.data.js';
import type { NewKey } from './key-actions.data.js';
import { EXPIRIES, badAddress, expiresAt, expiryText, nameError, splitAddresses, type Expiry } from './key-form.js';
import { KeyLayer } from './key-layer.js';

interface Values {
  name: string;
  note: string;
  scopes: readonly NewKey['scopes'][number][];
  adminConfirmed: boolean;
  expiry: Expiry;
  date: string;
  addresses: string;
}

const FIRST: Values = {
  name: '',
  note: '',
  scopes: ['read', 'write'],
  adminConfirmed: false,
  expiry: '90',
  date: '',
  addresses: '',
};

/** Names by use, with the scopes that such a use needs. */
const USES = [
  { use: 'useServer', scopes: ['read', 'write'] },
  { use: 'useIngest', scopes: ['write'] },
  { use: 'useExport', scopes: ['read'] },
  { use: 'useEmbed', scopes: ['read', 'write', 'admin'] },
] as const;

const FIELDS: Record<string, keyof Values> = { expires_at: 'expiry', ip_restrictions: 'addresses' };

/** The form for a new key. */
export class CreateDrawer extends KeyLayer {
  static override styles = [KeyLayer.styles, fieldStyles, checkboxStyles];

  /** The keys of the list, whose names are taken. */
  @property({ attribute: false }) page: KeysPage | undefined;
  /** Makes the key; the secret is shown by whoever made it. */
  @property({ attribute: false }) run: (body: NewKey) => Promise<void> = () => Promise.resolve();

  readonly #form = new FormController<Values>(this, {
    values: FIRST,
    validate: (values) => this.#validate(values),
    fieldOf: (path) => {
      const name = path.split('.')[0] ?? '';
      return FIELDS[name] ?? (name in FIRST ? (name as keyof Values) : null);
    },
    fieldText: (error) => fieldText(this.base, error),
    errorText: (error) => this.explain(error),
  });

  /** Names the gateway refused as taken. */
  #refused: readonly string[] = [];
  /** The moment all ends are counted from: the same form sent twice is the same request. */
  #opened = 0;

  protected override willUpdate(): void {
    this.#opened ||= this.now;
  }

  override render(): TemplateResult {
    const form = this.#form;
    const { texts } = this;
    return html`<caas-drawer
      open
      heading=${texts.text('createTitle')}
      .confirmDiscard=${form.dirty && !form.busy}
      .dismissible=${!this.holds(form.busy)}
      @caas-dialog-closed=${() => this.closed()}
    >
      <form id="create" novalidate @submit=${this.#onSubmit}>
        ${errorSummary(form)}
        <div class="stack tight">
          ${field({ ...form.bind('name'), label: texts.text('name'), hint: texts.text('nameHint'), autofocus: true, autocomplete: 'off' })}
          ${this.#renderUses()}
        </div>
        ${this.#renderScopes()}
        ${select({
          ...form.choose('expiry'),
          label: texts.text('expires'),
          hint: this.#expiryHint,
          options: EXPIRIES.map((value) => ({ value, label: expiryText(texts, value) })),
          onChange: (value) => form.set('expiry', EXPIRIES.find((expiry) => expiry === value) ?? '90'),
        })}
        ${form.values.expiry === 'date' ? field({ ...form.bind('date'), type: 'date', label: texts.text('date') }) : nothing}
        ${
          form.values.expiry === 'never'
            ? html`<div class="note">${icon(triangleAlert)}<span>${texts.text('neverText')}</span></div>`
            : nothing
        }
        ${field({ ...form.bind('note'), label: texts.text('note'), hint: texts.text('noteHint'), optional: true, autocomplete: 'off' })}
        ${field({
          ...form.bind('addresses'),
          type: 'textarea',
          label: texts.text('addresses'),
          hint: texts.text('addressesHint'),
          optional: true,
          mono: true,
          spellcheck: false,
          autocomplete: 'off',
        })}
        ${this.offline ? html`<div class="note">${icon(triangleAlert)}<span>${texts.text('offline')}</span></div>` : nothing}
        <div>${formAlert(form)} ${this.renderPatience('mayLeave')}</div>
      </form>
      ${this.renderLeave(form.busy)}
      <button slot="footer" class="btn primary" type="submit" form="create" aria-busy=${form.busy ? 'true' : nothing}>
        ${texts.text('createVerb')}
      </button>
    </caas-drawer>`;
  }

  #renderUses(): TemplateResult | typeof nothing {
    const { texts } = this;
    const free = USES.filter(({ use }) => !this.#taken(texts.text(use)));
    if (free.length === 0) return nothing;
    return html`<div class="uses" role="group" aria-label=${texts.text('uses')}>
      ${free.map(
        ({ use, scopes }) =>
          html`<button class="chip" type="button" @click=${() => this.#take(texts.text(use), scopes)}>
            ${texts.text(use)}
          </button>`,
      )}
    </div>`;
  }

  #renderScopes(): TemplateResult {
    const { texts } = this;
    const { errors, values } = this.#form;
    return html`<fieldset class="fieldset" aria-describedby=${errors.scopes ? 'field-scopes-note' : nothing}>
      <legend>${texts.text('scopes')}</legend>
      ${SCOPE_FILTERS.map((scope) =>
        checkbox({
          name: `scope-${scope}`,
          label: html`<span class=${scope === 'admin' ? 'scope hot' : 'scope'}>${scope}</span>
            ${texts.text(`scope.${scope}`)}`,
          checked: values.scopes.includes(scope),
          onChange: (checked) => this.#tick(scope, checked),
        }),
      )}
      ${notes('field-scopes', undefined, errors.scopes)}
      ${
        values.scopes.includes('admin')
          ? html`<div class="note">
              ${icon(triangleAlert)}
              <div class="stack tight">
                <span>${texts.text('adminText')}</span>
                ${checkbox({
                  name: 'adminConfirmed',
                  label: texts.text('adminTick'),
                  checked: values.adminConfirmed,
                  error: errors.adminConfirmed,
                  onChange: (checked) => this.#form.set('adminConfirmed', checked),
                })}
              </div>
            </div>`
          : nothing
      }
    </fieldset>`;
  }

  get #expiryHint(): string {
    const { expiry, date } = this.#form.values;
    const at = this.#expiresAt(expiry, date);
    return at ? this.texts.text('endsOn', this.texts.format.date(at)) : '';
  }

  #validate(values: Values): Partial<Record<keyof Values, string>> {
    const { texts } = this;
    const errors: Partial<Record<keyof Values, string>> = {};
    const name = nameError(values.name);
    if (name) errors.name = texts.text(name);
    if (values.scopes.length === 0) errors.scopes = texts.text('scopesNone');
    if (values.scopes.includes('admin') && !values.adminConfirmed) errors.adminConfirmed = texts.text('adminMissing');
    if (values.expiry === 'date' && !this.#expiresAt('date', values.date)) errors.date = texts.text('datePast');
    const bad = badAddress(values.addresses);
    if (bad !== null) errors.addresses = texts.text('addressBad', bad);
    return errors;
  }

  /** Whether another key is known to have this name: one that is over has given its name back. */
  #taken(name: string): boolean {
    const living = this.page?.items.some(
      (key) => key.name === name && key.status !== 'revoked' && key.status !== 'expired',
    );
    return living || this.#refused.includes(name);
  }

  #take(name: string, scopes: Values['scopes']): void {
    this.#form.set('name', name);
    this.#form.set('scopes', scopes);
    this.#form.focus('name');
  }

  #tick(scope: Values['scopes'][number], checked: boolean): void {
    const { scopes } = this.#form.values;
    this.#form.set(
      'scopes',
      SCOPE_FILTERS.filter((item) => (item === scope ? checked : scopes.includes(item))),
    );
  }

  async #onSubmit(event: Event): Promise<void> {
    await this.#form.submit((values) => this.patience.of(this.run(this.#body(values))), event);
    if (this.#form.refusal?.code !== 'name_taken') return;
    this.#refused = [...this.#refused, this.#form.values.name.trim()];
    this.#form.fail({ name: this.texts.text('error.name_taken') });
  }

  #expiresAt(expiry: Expiry, date: string): string | null {
    return expiresAt(expiry, date, this.#opened, this.texts.setting.timeZone);
  }

  #body({ name, note, scopes, expiry, date, addresses }: Values): NewKey {
    const ips = splitAddresses(addresses);
    return {
      name: name.trim(),
      scopes: [...scopes],
      expires_at: this.#expiresAt(expiry, date),
      ...(note.trim() ? { note: note.trim() } : {}),
      ...(ips.length > 0 ? { ip_restrictions: ips } : {}),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-api-keys-create': CreateDrawer;
  }
}
