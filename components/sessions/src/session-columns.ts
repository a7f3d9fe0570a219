import { html, nothing, type TemplateResult } from 'lit';
import type { Localize } from '@caas/base/localize.js';
import type { Column } from '@caas/ui/table-parts.js';
import type { SessionKind, SessionRow } from './sessions.data.js';
import type { en } from './locales/en.js';

/** What cells need beside their row. */
export interface CellContext {
  texts: Localize<typeof en>;
  kind: SessionKind;
  /** The gateway's clock, in ms. */
  now: number;
  /** Ids of sessions that are being ended. */
  ending: ReadonlySet<string>;
}

/** What the table is told of its rows. */
export interface SessionCells {
  columns: Column<SessionRow>[];
  rowClass: (row: SessionRow) => string;
  card: (row: SessionRow) => TemplateResult;
  menuLabel: (row: SessionRow) => string;
}

/** Gives the same cells until they would look different: new ones draw every row again. */
export class SessionRows {
  readonly #precision: number;
  #shown: readonly unknown[] = [];
  #cells: SessionCells | null = null;

  /** `precision` is how long a relative time may stand still, in ms. */
  constructor(precision: number) {
    this.#precision = precision;
  }

  cells(rows: readonly SessionRow[] | undefined, context: CellContext): SessionCells {
    const { texts, now, kind, ending } = context;
    const { locale, timeZone } = texts.setting;
    const shown = [rows, texts.messages, locale, timeZone, Math.floor(now / this.#precision), kind, ending];
    if (this.#cells && shown.every((value, index) => value === this.#shown[index])) return this.#cells;
    this.#shown = shown;
    this.#cells = {
      columns: columns(context),
      rowClass: ({ id }) => (ending.has(id) ? 'off' : ''),
      card: (row) => card(row, context),
      menuLabel: ({ who }) => texts.text('actions', who),
    };
    return this.#cells;
  }
}

function columns(context: CellContext): Column<SessionRow>[] {
  const { texts, kind } = context;
  const sort = kind === 'sdk' ? ({ sort: true } as const) : {};
  return [
    {
      id: 'user_external_id',
      label: texts.text(kind === 'sdk' ? 'user' : 'member'),
      ...sort,
      render: (row) =>
        html`<span class="row wrap">${nameOf(row)}${badgeOf(row, context)}</span
          >${row.also ? html`<small class="also" title=${row.also}><bdi>${row.also}</bdi></small>` : nothing}`,
    },
    { id: 'device', label: texts.text('device'), render: (row) => device(row, context) },
    { id: 'ip', label: texts.text('ip'), render: (row) => address(row, context) },
    {
      id: 'started_at',
      label: texts.text('started'),
      align: 'end',
      hideBelow: 860,
      ...sort,
      render: (row) => time(row.started_at, context, 'muted'),
    },
    {
      id: 'last_active_at',
      label: texts.text('lastActive'),
      align: 'end',
      ...sort,
      render: (row) =>
        context.ending.has(row.id) ? html`<em>${texts.text('ending')}</em>` : time(row.last_active_at, context),
    },
  ];
}

/** A session where the list is narrow. */
function card(row: SessionRow, context: CellContext): TemplateResult {
  const { texts, ending, now } = context;
  const { device: name, browser } = deviceTexts(row, context);
  return html`
    <span class="row top"><span class="grow">${nameOf(row)}</span>${badgeOf(row, context)}</span>
    <small>${[name, browser].filter(Boolean).join(' · ')}</small>
    <small class="num"
      ><span class="mono">${row.ip ?? texts.text('noCall')}</span
      >${row.place ? html` · <bdi>${row.place}</bdi>` : nothing}</small
    >
    <small class="num"
      >${
        ending.has(row.id)
          ? texts.text('ending')
          : texts.text('cardLine', texts.format.ago(row.last_active_at, now), texts.format.ago(row.started_at, now))
      }</small
    >
  `;
}

function nameOf({ who, kind }: SessionRow): TemplateResult {
  return html`<b class=${kind === 'sdk' ? 'name mono' : 'name'} title=${who}><bdi>${who}</bdi></b>`;
}

function badgeOf({ current, connected }: SessionRow, { texts }: CellContext): TemplateResult | typeof nothing {
  if (current) return html`<span class="badge info">${texts.text('current')}</span>`;
  return connected ? html`<span class="badge success">${texts.text('connected')}</span>` : nothing;
}

/** What the browser said of itself; nothing is guessed. */
function deviceTexts(
  { device: name, browser, platform }: SessionRow,
  { texts }: CellContext,
): { device: string; browser: string | null } {
  if (name) return { device: name, browser };
  return { device: platform ? texts.text(`platform.${platform}`) : texts.text('unknownDevice'), browser };
}

function device(row: SessionRow, context: CellContext): TemplateResult {
  const { device: name, browser } = deviceTexts(row, context);
  const second = [browser, row.origin].filter(Boolean).join(' · ');
  return html`<span class=${(row.device ?? row.platform) ? 'device' : 'device muted'} title=${name}>${name}</span
    >${second ? html`<small class="also" title=${second}><bdi>${second}</bdi></small>` : nothing}`;
}

function address({ ip, place }: SessionRow, { texts }: CellContext): TemplateResult {
  if (ip === null) return html`<span class="muted">${texts.text('noCall')}</span>`;
  return html`<span class="mono ip" title=${ip}>${ip}</span
    >${place ? html`<small class="also"><bdi>${place}</bdi></small>` : nothing}`;
}

function time(iso: string, { texts, now }: CellContext, className = ''): TemplateResult {
  return html`<time class=${className} datetime=${iso} title=${texts.format.dateTime(iso)}
    >${texts.format.ago(iso, now)}</time
  >`;
}
