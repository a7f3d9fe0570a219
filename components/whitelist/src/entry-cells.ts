import { html, nothing, type TemplateResult } from 'lit';
import type { WhitelistEntry } from '@caas/contract/whitelists.js';
import { unicodeHost } from '@caas/contract/whitelist/punycode.js';
import { compact } from '@caas/base/compact.js';
import type { Localize } from '@caas/base/localize.js';
import type { Column } from '@caas/ui/table-parts.js';
import type { en } from './locales/en.js';
import { coverage } from './whitelist.data.js';

/** What cells need beside their row. */
export interface CellContext {
  name: 'ip' | 'origin';
  texts: Localize<typeof en>;
  /** The gateway's clock, in ms. */
  now: number;
  /** Whether an entry allows where this page calls from. */
  isYours: (entry: WhitelistEntry) => boolean;
  /** Changes when `isYours` would. */
  yours: string | null;
  /** Ids of rows that somebody else changed meanwhile. */
  changed: ReadonlySet<string>;
}

/** What a table or grid is told of its rows. */
export interface EntryCells {
  columns: Column<WhitelistEntry>[];
  rowClass: (entry: WhitelistEntry) => string;
  card: (entry: WhitelistEntry) => TemplateResult;
  menuLabel: (entry: WhitelistEntry) => string;
}

/** Gives the same cells until they would look different: new ones draw every row again. */
export class EntryRows {
  readonly #precision: number;
  #shown: readonly unknown[] = [];
  #cells: EntryCells | null = null;

  /** `precision` is how long a relative time may stand still, in ms. */
  constructor(precision: number) {
    this.#precision = precision;
  }

  cells(context: CellContext): EntryCells {
    const { texts, now, yours, changed } = context;
    const { locale, timeZone } = texts.setting;
    const shown = [texts.messages, locale, timeZone, Math.floor(now / this.#precision), yours, changed];
    if (this.#cells && shown.every((value, index) => value === this.#shown[index])) return this.#cells;
    if (!this.#cells) setTimeout(() => texts.format.prepare()); // while rows are on their way
    this.#shown = shown;
    this.#cells = {
      columns: columns(context),
      rowClass: ({ expires_at }) => (expires_at && Date.parse(expires_at) <= now ? 'off' : ''),
      card: (entry) => card(entry, context),
      menuLabel: ({ value }) => texts.text('actions', value),
    };
    return this.#cells;
  }
}

function columns(context: CellContext): Column<WhitelistEntry>[] {
  const { name, texts } = context;
  return [
    {
      id: 'value',
      label: texts.text(name === 'ip' ? 'address' : 'origin'),
      sort: true,
      render: (entry) => html`${valueOf(entry, context)}<small class="subtle">${covers(entry, context)}</small>`,
    },
    {
      id: 'label',
      label: texts.text('label'),
      sort: true,
      render: (entry) => html`<span class="label">${entry.label ?? nothing}</span>${ends(entry, context)}`,
    },
    {
      id: 'created_at',
      label: texts.text('added'),
      align: 'end',
      sort: true,
      hideBelow: 860,
      render: (entry) =>
        html`${time(entry.created_at, context)}<small class="subtle label"
            >${texts.text('by', entry.created_by.name)}</small
          >`,
    },
    {
      id: 'last_matched_at',
      label: texts.text('lastMatched'),
      align: 'end',
      sort: true,
      render: (entry) => lastMatched(entry, context),
    },
    {
      id: 'hits_24h',
      label: texts.text('hits'),
      align: 'end',
      sort: true,
      hideBelow: 860,
      render: ({ hits_24h }) => compact(texts.format, hits_24h),
    },
  ];
}

/** An entry where the list is narrow. */
function card(entry: WhitelistEntry, context: CellContext): TemplateResult {
  const { texts } = context;
  return html`
    <span class="row top"><span class="grow">${valueOf(entry, context)}</span></span>
    ${entry.label ? html`<span class="label">${entry.label}</span>` : nothing}
    <span class="subtle">${covers(entry, context)}</span>
    ${ends(entry, context)}
    <span class="subtle"
      >${texts.text('cardLine', entry.last_matched_at ? texts.format.ago(entry.last_matched_at, context.now) : null, entry.hits_24h)}</span
    >
  `;
}

function valueOf(entry: WhitelistEntry, { changed, isYours, name, texts }: CellContext): TemplateResult {
  const yours = isYours(entry);
  return html`<span class="value"
    ><span class="mono">${entry.value}</span
    >${yours ? html` <span class="badge info">${texts.text(`yours.${name}`)}</span>` : nothing}${
      changed.has(entry.id) ? html` <span class="badge warning">${texts.text('changed')}</span>` : nothing
    }</span
  >`;
}

/** How many addresses, or what a wildcard stands for and how a name reads. */
function covers({ value }: WhitelistEntry, { name, texts }: CellContext): string {
  if (name === 'ip') return texts.text('covers', coverage(value));
  const [, host = '', rest = ''] = /^https?:\/\/(?:\*\.)?([^:[]*)(.*)$/.exec(value) ?? [];
  const shown = unicodeHost(host) ?? host;
  const readable = shown === host ? '' : value.replace(host + rest, shown + rest);
  if (!value.includes('*')) return readable;
  const text = texts.text('matches', `a.${shown}`, shown, `a.b.${shown}`);
  return readable ? `${readable} · ${text}` : text;
}

function ends({ expires_at }: WhitelistEntry, { now, texts }: CellContext): TemplateResult | typeof nothing {
  if (!expires_at) return nothing;
  const over = Date.parse(expires_at) <= now;
  const text = over ? texts.text('ended') : texts.text('ends', texts.format.relative(expires_at, now));
  return html`<small class="warn" title=${texts.format.dateTime(expires_at)}>${text}</small>`;
}

function lastMatched({ last_matched_at }: WhitelistEntry, context: CellContext): TemplateResult {
  return last_matched_at
    ? time(last_matched_at, context)
    : html`<span class="subtle">${context.texts.text('never')}</span>`;
}

function time(iso: string, { now, texts }: CellContext): TemplateResult {
  return html`<span title=${texts.format.dateTime(iso)}>${texts.format.ago(iso, now)}</span>`;
}
