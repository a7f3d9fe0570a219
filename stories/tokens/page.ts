import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  .doc { display: grid; gap: 24px; max-inline-size: 1120px; font-family: var(--caas-font-family);
    font-size: var(--caas-font-size-md); line-height: var(--caas-line-md); color: var(--caas-color-text); }
  .doc > * { min-inline-size: 0; }
  .doc h1, .doc h2, .doc p, .doc ul, .doc ol, .doc dl, .doc dd { margin: 0; }
  .doc h1 { font-size: var(--caas-font-size-xl); line-height: var(--caas-line-xl); font-weight: var(--caas-weight-strong); }
  .doc h2 { font-size: var(--caas-font-size-lg); line-height: var(--caas-line-lg); font-weight: var(--caas-weight-strong); }
  .doc p, .doc li { max-inline-size: 76ch; }
  .doc section { display: grid; gap: 12px; min-inline-size: 0; }
  .doc code { font-family: var(--caas-font-mono); font-size: var(--caas-font-size-xs); direction: ltr; unicode-bidi: isolate; }
  .doc .muted { color: var(--caas-color-text-muted); }
  .doc .card { background: var(--caas-color-surface); border: var(--caas-border-width) solid var(--caas-color-border);
    border-radius: var(--caas-radius-lg); overflow-x: auto; }
  .doc table { inline-size: 100%; border-collapse: collapse; font-size: var(--caas-font-size-sm); line-height: var(--caas-line-sm);
    font-variant-numeric: tabular-nums; }
  .doc :is(th, td) { padding: 8px 12px; text-align: start; vertical-align: middle; }
  .doc th { font-size: var(--caas-font-size-xs); font-weight: var(--caas-weight-medium); color: var(--caas-color-text-muted); }
  .doc tbody tr { border-block-start: var(--caas-border-width) solid var(--caas-color-border); }
  .doc td > code { white-space: nowrap; }
  .doc .number { text-align: end; white-space: nowrap; }
`);

/** Puts rules onto the page; the same sheet only once. */
export function adopt(...sheets: CSSStyleSheet[]): void {
  const missing = sheets.filter((each) => !document.adoptedStyleSheets.includes(each));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...missing];
}

/** A sheet from rules. */
export function rules(text: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}

/** A page about tokens: title, one sentence, and its sections. */
export function page(title: string, lead: string, ...sections: TemplateResult[]): TemplateResult {
  adopt(sheet);
  return html`<article class="doc">
    <section>
      <h1>${title}</h1>
      <p class="muted">${lead}</p>
    </section>
    ${sections}
  </article>`;
}

/** One section of a page. */
export function section(title: string, ...content: (TemplateResult | string)[]): TemplateResult {
  return html`<section>
    <h2>${title}</h2>
    ${content}
  </section>`;
}

/** The head of a column: its label, or that of a column of numbers. */
type Head = string | { number: string };

/** A table in a card that scrolls, and can be scrolled by keyboard, where it is narrow. */
export function table(label: string, heads: readonly Head[], rows: readonly TemplateResult[]): TemplateResult {
  return html`<div class="card" role="region" tabindex="0" aria-label=${label}>
    <table>
      <thead>
        <tr>
          ${heads.map((head) =>
            typeof head === 'string'
              ? html`<th scope="col">${head}</th>`
              : html`<th class="number" scope="col">${head.number}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

/** What the browser makes of a property of the element with this class beside it, so that no number is written twice. */
export function measured(read: (style: CSSStyleDeclaration) => string, of: string): TemplateResult {
  // A new function at each drawing makes Lit call it again, after a change of density too.
  const fill = (element?: Element) =>
    element &&
    requestAnimationFrame(() => {
      const sample = element.closest('tr, li')?.querySelector(of);
      if (sample) element.textContent = read(getComputedStyle(sample));
    });
  return html`<span ${ref((element) => void fill(element))}></span>`;
}

/** A length as people write it: `35.5px` without needless digits. */
export function pixels(length: string): string {
  return `${Number.parseFloat(Number.parseFloat(length).toFixed(2))} px`;
}
