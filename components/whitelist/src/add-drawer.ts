import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { ListRules } from '@caas/contract/whitelist/bulk.js';
import '@caas/ui/caas-drawer.js';
import { checkbox, checkboxStyles } from '@caas/ui/checkbox.js';
import { field, fieldStyles } from '@caas/ui/field.js';
import { icon } from '@caas/ui/icon.js';
import { triangleAlert, upload } from '@caas/ui/icons.js';
import {
  broadLines,
  linesOf,
  prefixOf,
  readyLines,
  remainder,
  toEntry,
  withSuggestion,
  type AddValues,
} from './add-form.js';
import { bulkPreview, type PreviewLine } from './bulk-preview.js';
import { DryRunController, dryRunNote } from './dry-run.js';
import { NO_OPTIONS, optionErrors, optionFields } from './entry-options.js';
import { expiresAt } from './expiry.js';
import type { Added, ListActs, NewEntry, RuleEntry } from './list-acts.js';
import type { ListPage } from './list-kind.js';
import { ListLayer } from './list-layer.js';

const FIRST: AddValues = { text: '', covered: false, typed: {}, refusals: new Map() };

/** The form for new entries: typed, pasted or from a file, each line judged as it is written. */
export class AddDrawer extends ListLayer {
  static override styles = [ListLayer.styles, fieldStyles, checkboxStyles];

  /** The calls of the list. */
  @property({ attribute: false }) acts: ListActs | null = null;
  /** What lines are judged by. */
  @property({ attribute: false }) rules: ListRules<RuleEntry> | null = null;
  /** The list as it is. */
  @property({ attribute: false }) page: ListPage | undefined;
  /** Reads the values of the list. */
  @property({ attribute: false }) every: () => Promise<readonly string[]> = () => Promise.resolve([]);
  /** Adds entries. Throws an `ApiError`. */
  @property({ attribute: false }) run: (entries: readonly NewEntry[], merge: boolean) => Promise<Added | null> = () =>
    Promise.resolve(null);

  @state() private values: AddValues = FIRST;
  @state() private options = NO_OPTIONS;
  /** The form was sent: what is wrong shows. */
  @state() private tried = false;
  @state() private merge = false;
  @state() private existing: readonly string[] = [];
  @state() private problem = '';
  @state() private done = '';
  @query('input[type=file]') private file!: HTMLInputElement;

  readonly #dryRun = new DryRunController(this, () => ({
    client: this.offline ? null : (this.connection?.client ?? null),
    acts: this.acts,
    values: this.#ready.map(({ entry }) => entry?.value ?? ''),
  }));
  #lines: readonly PreviewLine[] = [];
  #ready: readonly PreviewLine[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    // Without them the gateway tells of duplicates.
    this.every().then(
      (values) => (this.existing = values),
      () => undefined,
    );
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.rules && (changed.has('values') || changed.has('existing') || changed.has('rules')))
      this.#lines = linesOf(this.values, this.rules, this.existing, this.now);
    this.#ready = readyLines(this.#lines, this.values);
    this.#dryRun.follow();
  }

  override render(): TemplateResult {
    const { name, page, texts, values } = this;
    const failure = this.offline ? texts.text('error.offline') : this.explain(this.failure);
    return html`<caas-drawer
      open
      heading=${texts.text(`addTitle.${name}`)}
      .confirmDiscard=${values.text.trim() !== '' && !this.busy}
      .dismissible=${!this.busy}
      @caas-dialog-closed=${() => this.closed()}
    >
      <form id="add" class="stack" novalidate @submit=${this.#onSubmit}>
        ${
          page?.total === 0
            ? html`<div class="note">${icon(triangleAlert)}<span>${texts.text(`firstWarning.${name}`)}</span></div>`
            : nothing
        }
        <div class="stack tight">
          ${field({
            name: 'entries',
            type: 'textarea',
            label: texts.text(`entries.${name}`),
            hint: texts.text(`entriesHint.${name}`),
            error: this.problem || undefined,
            value: values.text,
            rows: 5,
            mono: true,
            spellcheck: false,
            autocomplete: 'off',
            autofocus: true,
            onInput: (text) => this.#edit(text),
          })}
          <div class="row wrap">${this.#renderSources()}</div>
        </div>
        ${this.done ? html`<div class="note info" role="status">${icon(triangleAlert)}<span>${this.done}</span></div>` : nothing}
        ${this.#renderPreview()}
        ${optionFields(texts, this.options, this.tried ? this.#optionErrors : {}, (options) => (this.options = options))}
        ${this.#ready.length > 0 ? dryRunNote(texts, name, this.#dryRun.result, this.now) : nothing}
        <div role="alert">
          ${failure ? html`<div class="note danger">${icon(triangleAlert)}<span>${failure}</span></div>` : nothing}
        </div>
      </form>
      ${this.renderCancel(texts.text('cancel'))}
      <button slot="footer" class="btn primary" type="submit" form="add" aria-busy=${this.busy ? 'true' : nothing}>
        ${texts.text('addVerb', this.#ready.length, this.#lines.length)}
      </button>
    </caas-drawer>`;
  }

  #renderSources(): TemplateResult {
    const { name, page, texts } = this;
    const yours = page?.yours;
    return html`${
        yours
          ? html`<button class="btn default sm" type="button" @click=${() => this.#append(yours)}>
              ${texts.text(`useYours.${name}`)} <span class="mono">${yours}</span>
            </button>`
          : nothing
      }
      <button class="btn default sm" type="button" @click=${() => this.file.click()}>
        ${icon(upload, 14)}${texts.text('import')}
      </button>
      <input
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        tabindex="-1"
        aria-hidden="true"
        @change=${this.#onFile}
      />`;
  }

  #renderPreview(): TemplateResult | typeof nothing {
    const { texts, values } = this;
    const lines = this.#lines;
    if (lines.length === 0) return nothing;
    const count = (status: PreviewLine['status']): number => lines.filter((line) => line.status === status).length;
    return html`${bulkPreview(texts, lines, (line, suggestion) => this.#edit(withSuggestion(values.text, line, suggestion)))}
    ${broadLines(lines, values).map((line) =>
      field({
        name: `broad-${line.entry?.value ?? ''}`,
        label: texts.text('typePrefix', prefixOf(line), line.entry?.value ?? ''),
        value: values.typed[line.entry?.value ?? ''] ?? '',
        mono: true,
        autocomplete: 'off',
        spellcheck: false,
        onInput: (typed) => (this.values = { ...values, typed: { ...values.typed, [line.entry?.value ?? '']: typed } }),
      }),
    )}
    ${
      count('covered') > 0
        ? checkbox({
            name: 'covered',
            label: texts.text('addCovered', count('covered')),
            checked: values.covered,
            onChange: (covered) => (this.values = { ...values, covered }),
          })
        : nothing
    }
    ${
      count('covers') > 0
        ? checkbox({
            name: 'merge',
            label: texts.text(
              'merge',
              new Set(lines.flatMap(({ others, status }) => (status === 'covers' ? others : []))).size,
            ),
            checked: this.merge,
            onChange: (merge) => (this.merge = merge),
          })
        : nothing
    }`;
  }

  get #optionErrors(): ReturnType<typeof optionErrors> {
    return optionErrors(this.texts, this.options, this.now);
  }

  #edit(text: string): void {
    this.values = { ...this.values, text, refusals: FIRST.refusals };
    this.problem = '';
    this.done = '';
    this.failure = null;
  }

  #append(value: string): void {
    const { text } = this.values;
    this.#edit(text.trim() === '' ? value : `${text.replace(/\s*$/, '')}\n${value}`);
  }

  async #onFile(): Promise<void> {
    const [file] = this.file.files ?? [];
    this.file.value = '';
    if (!file) return;
    try {
      this.#edit(await file.text());
    } catch {
      this.problem = this.texts.text('fileFailed');
    }
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const { texts } = this;
    this.tried = true;
    if (this.offline || this.busy) return;
    if (Object.keys(this.#optionErrors).length > 0) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    const sent = this.#ready;
    if (sent.length === 0) {
      this.problem = texts.text(this.#lines.length === 0 ? 'nothingTyped' : 'nothingReady');
      this.renderRoot.querySelector('textarea')?.focus();
      return;
    }
    const { label, expiry, date } = this.options;
    const rest = {
      label: label.trim() || null,
      expires_at: expiresAt(expiry, date, this.now, this.texts.setting.timeZone),
    };
    let answer: Added | null = null;
    const went = await this.attempt(async () => {
      answer = await this.run(
        sent.map((line) => toEntry(line, rest)),
        this.merge,
      );
    });
    if (went) this.#settle(sent, answer);
  }

  /** What was added leaves the text; what was not stays there, with the reason. */
  #settle(sent: readonly PreviewLine[], answer: Added | null): void {
    const refusals = new Map(
      (answer?.rejected ?? []).flatMap(({ index, code }): [string, string][] => {
        const line = sent[index];
        return line && code !== 'duplicate' ? [[line.input, code]] : [];
      }),
    );
    const key = ({ input, line }: PreviewLine): string => `${line} ${input}`;
    const gone = new Set(sent.filter(({ input }) => !refusals.has(input)).map(key));
    const stay = this.#lines.filter(
      (line) => !gone.has(key(line)) && line.status !== 'duplicate' && !isSkipped(line, this.values),
    );
    if (stay.length === 0) {
      this.closed();
      return;
    }
    this.done = this.texts.text('someStay', answer?.added.length ?? 0, stay.length);
    this.values = { ...this.values, text: remainder(this.values.text, stay), refusals };
    void this.every().then((values) => (this.existing = values));
  }
}

/** Covered already and not asked for: the list is none the poorer. */
function isSkipped({ status }: PreviewLine, { covered }: AddValues): boolean {
  return status === 'covered' && !covered;
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-whitelist-add': AddDrawer;
  }
}
