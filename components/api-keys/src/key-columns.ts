import { html, nothing, type TemplateResult } from 'lit';
import type { ApiKey } from '@caas/contract/api-keys.js';
import type { Localize } from '@caas/base/localize.js';
import { icon } from '@caas/ui/icon.js';
import { check, copy } from '@caas/ui/icons.js';
import type { Column } from '@caas/ui/table-parts.js';
import { daysLeft, shownStatus } from './api-keys.data.js';
import type { en } from './locales/en.js';

/** What cells need beside their row. */
export interface CellContext {
  texts: Localize<typeof en>;
  /** The gateway's clock, in ms. */
  now: number;
  /** Id of the key whose id was just copied. */
  copied: string | null;
  /** Ids of rows that somebody else changed meanwhile. */
  changed: ReadonlySet<string>;
  onCopy: (key: ApiKey) => void;
  /** Opens the use of a key; null where that is switched off. */
  onOpen: ((key: ApiKey) => void) | null;
}

const TONES: Partial<Record<ReturnType<typeof shownStatus>, string>> = {
  active: 'success',
  rotating: 'info',
  retiring: 'warning',
  expiring: 'warning',
};

/** What the table is told of its rows. */
export interface KeyCells {
  columns: Column<ApiKey>[];
  rowClass: (key: ApiKey) => string;
  card: (key: ApiKey) => TemplateResult;
  menuLabel: (key: ApiKey) => string;
}

/** Gives the same cells until they would look different: new ones draw every row again. */
export class KeyRows {
  readonly #precision: number;
  #shown: readonly unknown[] = [];
  #cells: KeyCells | null = null;

  /** `precision` is how long a relative time may stand still, in ms. */
  constructor(precision: number) {
    this.#precision = precision;
  }

  cells(keys: readonly ApiKey[] | undefined, context: CellContext): KeyCells {
    const { texts, now, copied, changed, onOpen } = context;
    const moment = Math.floor(now / this.#precision);
    const shown = [keys, texts.messages, texts.format, moment, copied, changed, onOpen === null];
    if (this.#cells && shown.every((value, index) => value === this.#shown[index])) return this.#cells;
    if (!keys) setTimeout(() => texts.format.prepare()); // while they are on their way
    this.#shown = shown;
    this.#cells = makeCells(keys ?? [], context);
    return this.#cells;
  }
}

function makeCells(keys: readonly ApiKey[], context: CellContext): KeyCells {
  const classes = rowClasses(keys, context.now);
  return {
    columns: keyColumns(context),
    rowClass: (key) => classes.get(key.id) ?? '',
    card: (key) => keyCard(key, context),
    menuLabel: (key) => context.texts.text('actions', called(key)),
  };
}

/** The columns of the list. */
function keyColumns(context: CellContext): Column<ApiKey>[] {
  const { texts } = context;
  return [
    {
      id: 'name',
      label: texts.text('name'),
      sort: true,
      render: (key) =>
        html`${nameOf(key, context)}${warning(key, context) ?? html`<small>${noteOf(key, context)}</small>`}`,
    },
    { id: 'key', label: texts.text('key'), render: (key) => masked(key, context) },
    { id: 'scopes', label: texts.text('scopes'), hideBelow: 860, render: scopes },
    {
      id: 'created_at',
      label: texts.text('created'),
      align: 'end',
      sort: true,
      hideBelow: 1000,
      render: (key) => time(key.created_at, context, 'muted'),
    },
    {
      id: 'last_used_at',
      label: texts.text('lastUsed'),
      align: 'end',
      sort: true,
      render: ({ last_used_at: at, last_used_ip: ip }) =>
        at
          ? html`${time(at, context)}${ip ? html`<small class="mono ip" title=${ip}>${ip}</small>` : nothing}`
          : texts.text('never'),
    },
    { id: 'status', label: texts.text('status'), render: (key) => badge(key, context) },
  ];
}

/** A key where the list is narrow. */
function keyCard(key: ApiKey, context: CellContext): TemplateResult {
  const { texts } = context;
  const ago = (iso: string) => texts.format.ago(iso, context.now);
  const note = noteOf(key, context);
  return html`
    <span class="row top"><span class="grow">${nameOf(key, context)}</span>${badge(key, context)}</span>
    <span class="row wrap">${masked(key, context)}<span class="grow"></span>${scopes(key)}</span>
    <small class="num">${texts.text('cardLine', key.last_used_at && ago(key.last_used_at), ago(key.created_at))}</small>
    ${warning(key, context) ?? (note === nothing ? note : html`<small>${note}</small>`)}
  `;
}

function nameOf(key: ApiKey, { texts, onOpen }: CellContext): TemplateResult {
  if (!onOpen) return html`<b class="name" title=${key.name}><bdi>${key.name}</bdi></b>`;
  return html`<button
    class="name"
    type="button"
    title=${key.name}
    aria-label=${texts.text('details', called(key))}
    @click=${() => onOpen(key)}
  >
    <b><bdi>${key.name}</bdi></b>
  </button>`;
}

/** What somebody should know of a key before all else. */
function warning(key: ApiKey, { texts, changed }: CellContext): TemplateResult | null {
  const other = changed.has(key.id);
  if (!other && (key.secret_delivered || isOver(key))) return null;
  return html`<small class="warn">${texts.text(other ? 'changed' : 'neverShown')}</small>`;
}

function isOver({ status }: ApiKey): boolean {
  return status === 'revoked' || status === 'expired';
}

/** What a row's controls call its key: a name belongs to one living primary, others are told apart by how they end. */
function called(key: ApiKey): string {
  return key.role === 'secondary' || isOver(key) ? `${key.name} ${key.last4}` : key.name;
}

function noteOf(key: ApiKey, { texts, now }: CellContext): string | typeof nothing {
  if (key.status === 'revoked' && key.revoked_by) return texts.text('revokedBy', key.revoked_by.name);
  if (key.status === 'retiring' && key.retires_at)
    return texts.text('retiresIn', (Date.parse(key.retires_at) - now) / 1000);
  if (key.status === 'secondary')
    return texts.text((key.last_used_at ?? key.tested_at) ? 'secondaryUsed' : 'secondary');
  return key.note ?? (key.status === 'rotating' ? texts.text('primary') : nothing);
}

function masked(key: ApiKey, { texts, copied, onCopy }: CellContext): TemplateResult {
  return html`<span class="key"
    >${key.prefix}<span class="dots">••••</span>${key.last4}<button
      class="iconbtn"
      type="button"
      aria-label=${texts.text('copyId', called(key))}
      title=${texts.text('copyHint')}
      @click=${() => onCopy(key)}
    >
      ${icon(copied === key.id ? check : copy, 14)}
    </button></span
  >`;
}

function scopes(key: ApiKey): TemplateResult {
  return html`<span class="row tight"
    >${key.scopes.map((scope) => html`<span class=${scope === 'admin' ? 'scope hot' : 'scope'}>${scope}</span>`)}</span
  >`;
}

function time(iso: string, { texts, now }: CellContext, className = ''): TemplateResult {
  return html`<time class=${className} datetime=${iso} title=${texts.format.dateTime(iso)}
    >${texts.format.ago(iso, now)}</time
  >`;
}

function badge(key: ApiKey, { texts, now }: CellContext): TemplateResult {
  const status = shownStatus(key, now);
  return html`<span class="badge ${TONES[status] ?? 'neutral'}"
    >${status === 'expiring' ? texts.text('expiresIn', daysLeft(key, now)) : texts.text(`status.${status}`)}</span
  >`;
}

/** Classes of rows, by id: a pair's two rows belong together, keys that are over stand back. */
function rowClasses(keys: readonly ApiKey[], now: number): Map<string, string> {
  return new Map(
    keys.map((key, index) => {
      const status = shownStatus(key, now);
      if (status === 'revoked' || status === 'expired') return [key.id, 'off'];
      const inPair = (other: ApiKey | undefined) => other?.pair_id === key.pair_id;
      const next = keys[index + 1];
      const sub = key.role === 'secondary' && inPair(keys[index - 1]);
      const pair = next?.role === 'secondary' && inPair(next) && !isOver(next);
      return [key.id, sub ? 'sub' : pair ? 'pair' : ''];
    }),
  );
}
