import { html, nothing, type TemplateResult } from 'lit';
import type { BulkLine } from '@caas/contract/whitelist/bulk.js';
import type { Localize } from '@caas/base/localize.js';
import { icon } from '@caas/ui/icon.js';
import { check, circleX, info, triangleAlert, type Icon } from '@caas/ui/icons.js';
import type { RuleEntry } from './list-acts.js';
import type { en } from './locales/en.actions.js';
import { ruleMessages } from './messages.rules.js';

/** Lines drawn; what needs a look is drawn before the rest. */
const DRAWN = 200;
const NAMED = 3;

/** One line of the preview, with what the gateway said of it. */
export interface PreviewLine extends BulkLine<RuleEntry> {
  /** Why the gateway refused it; null: it did not, or was not asked. */
  readonly refusal: string | null;
}

interface Result {
  icon: Icon;
  tone: 'ic-success' | 'ic-danger' | 'ic-warning' | 'ic-muted';
  text: string;
}

/** What would come of each line. `onUse` puts a suggestion in the line's place. */
export function bulkPreview(
  texts: Localize<typeof en>,
  lines: readonly PreviewLine[],
  onUse: (line: PreviewLine, suggestion: string) => void,
): TemplateResult {
  const drawn = chosen(lines);
  return html`<div class="stack tight">
    <div class="scroll" tabindex="0" role="region" aria-label=${texts.text('preview')}>
      <table class="lines">
        <thead>
          <tr>
            <th scope="col" class="end">${texts.text('line')}</th>
            <th scope="col">${texts.text('entry')}</th>
            <th scope="col">${texts.text('result')}</th>
          </tr>
        </thead>
        <tbody>
          ${drawn.map((line) => row(texts, line, onUse))}
        </tbody>
      </table>
    </div>
    ${drawn.length < lines.length ? html`<p class="muted small">${texts.text('moreLines', lines.length - drawn.length)}</p>` : nothing}
  </div>`;
}

/** All lines where they are few; else those that need a look, and of the others as many as there is room for. */
function chosen(lines: readonly PreviewLine[]): readonly PreviewLine[] {
  if (lines.length <= DRAWN) return lines;
  const looks = (line: PreviewLine): boolean => line.status !== 'new' || line.refusal !== null || isBroad(line);
  const room = Math.max(0, DRAWN - lines.filter(looks).length);
  const others = new Set(lines.filter((line) => !looks(line)).slice(0, room));
  return lines.filter((line) => looks(line) || others.has(line)).slice(0, Math.max(DRAWN, 0));
}

/** Whether a line's range is so wide that its prefix has to be typed. */
export function isBroad({ entry }: BulkLine<RuleEntry>): boolean {
  return entry?.notes?.includes('broad') ?? false;
}

function row(
  texts: Localize<typeof en>,
  line: PreviewLine,
  onUse: (line: PreviewLine, suggestion: string) => void,
): TemplateResult {
  const result = resultOf(texts, line);
  const { entry, input, label, suggestion } = line;
  return html`<tr>
    <td class="end num subtle">${texts.format.number(line.line)}</td>
    <td>
      <span class="mono">${input}</span>
      ${entry && entry.value !== input ? html`<small>→ <span class="mono">${entry.value}</span></small>` : nothing}
      ${entry?.unicode && entry.unicode !== entry.value ? html`<small class="mono">${entry.unicode}</small>` : nothing}
      ${label ? html`<small>${label}</small>` : nothing}
    </td>
    <td>
      <span class="result"
        ><span class=${result.tone}>${icon(result.icon, 14)}</span
        ><span class="stack tight"
          ><span>${result.text}</span>${
            suggestion === null
              ? nothing
              : html`<span
                  ><button class="btn default sm" type="button" @click=${() => onUse(line, suggestion)}>
                    ${texts.text('use', suggestion)}
                  </button></span
                >`
          }</span
        ></span
      >
    </td>
  </tr>`;
}

function resultOf(texts: Localize<typeof en>, line: PreviewLine): Result {
  const { code, others, refusal, status } = line;
  const why = refusal ?? code;
  if (why !== null)
    return { icon: circleX, tone: 'ic-danger', text: texts.findIn(ruleMessages, why) ?? texts.text('refused') };
  const named = others.slice(0, NAMED).join(', ');
  const more = Math.max(0, others.length - NAMED);
  if (status === 'duplicate') return { icon: info, tone: 'ic-muted', text: texts.text('isDuplicate') };
  if (status === 'covered') return { icon: info, tone: 'ic-muted', text: texts.text('isCovered', named, more) };
  const remarks = remarksOn(texts, line);
  const first = status === 'covers' ? texts.text('coversOthers', named, more) : texts.text('isNew');
  const warns = isBroad(line) || (line.entry?.notes?.includes('private') ?? false);
  return {
    icon: warns ? triangleAlert : check,
    tone: warns ? 'ic-warning' : 'ic-success',
    text: [first, ...remarks].join(' '),
  };
}

function remarksOn(texts: Localize<typeof en>, { entry }: PreviewLine): string[] {
  const notes = (entry?.notes ?? []).map((note) => texts.text(`note.${note}`));
  const [yes] = entry?.matches ?? [];
  const [bare = '', deep = ''] = entry?.matchesNot ?? [];
  return yes ? [...notes, texts.text('wildcard', yes, bare, deep)] : notes;
}
