import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '@caas/ui/icon.js';
import { info, triangleAlert, wifiOff } from '@caas/ui/icons.js';
import type { BaseLocalize } from '@caas/base/messages.js';
import type { ApiError } from '@caas/base/errors.js';
import { requestId } from '@caas/ui/states.js';

/** A title at the level the host page asks for. */
export function title(level: number, text: string): TemplateResult {
  return html`<div class="title" part="title" role="heading" aria-level=${level}>${text}</div>`;
}

/** One sentence of information over the form. */
export function notice(text: string | null): TemplateResult | typeof nothing {
  return text ? html`<div class="note info">${icon(info)}<span>${text}</span></div>` : nothing;
}

/** The strip of an offline browser. */
export function offlineNote(text: string | null): TemplateResult {
  return html`<div role="status" class=${text ? '' : 'quiet'}>
    ${text ? html`<div class="note">${icon(wifiOff)}<span>${text}</span></div>` : nothing}
  </div>`;
}

/** A clock beside a refusal that ends by itself. */
interface Wait {
  left: number;
  clock: string;
  label: string;
  /** Said when it is over. */
  over: string;
  /** What helps meanwhile. */
  or?: TemplateResult | typeof nothing;
}

/** How many tries a refused code leaves, or null where the gateway does not say. */
export function attemptsLeft(error: ApiError): number | null {
  const left = (error.problem as { attempts_left?: unknown } | null)?.attempts_left;
  return typeof left === 'number' ? left : null;
}

/**
 * What went wrong with the whole form, announced once, and the clock where waiting helps. The clock is outside of the alert: a screen
 * reader would read every second of it.
 */
export function refusal(
  base: BaseLocalize,
  failure: { text: string; error: ApiError } | null,
  wait: Wait | null,
): TemplateResult {
  return html`<div class=${failure ? 'note danger' : 'quiet'}>
    ${failure ? html`<span class="ic-danger">${icon(triangleAlert)}</span>` : nothing}
    <div>
      <div role="alert">${failure?.text ?? nothing}</div>
      ${failure && wait ? html`<div>${wait.left > 0 ? html`${wait.label} <span class="num" role="timer">${wait.clock}</span>${wait.or ?? nothing}` : wait.over}</div>` : nothing}
      ${failure && failure.error.status >= 500 ? requestId(base, failure.error) : nothing}
    </div>
  </div>`;
}

/** The button that sends a form of one column. It is never disabled for what was typed, only while it runs or has to wait. */
export function submitButton(text: string, busy: boolean, waiting = false): TemplateResult {
  return html`<button
    class="btn primary lg wideButton"
    type="submit"
    aria-busy=${busy ? 'true' : nothing}
    aria-disabled=${busy || waiting ? 'true' : nothing}
  >
    ${text}
  </button>`;
}

/** A panel that says one thing and leads on. */
export function message(options: {
  level: number;
  title: string;
  text: string;
  link: { href: string; text: string } | null;
}): TemplateResult {
  return html`<div class="inner" role="status">
    ${title(options.level, options.title)}
    <p>${options.text}</p>
    ${options.link ? html`<a class="btn primary lg wideButton" href=${options.link.href}>${options.link.text}</a>` : nothing}
  </div>`;
}
