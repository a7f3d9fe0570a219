import { html, type TemplateResult } from 'lit';

/** States side by side, each under its name. */
export function grid(cells: Record<string, TemplateResult>, width = 240): TemplateResult {
  return html`<div
    style="display: grid; gap: 24px; grid-template-columns: repeat(auto-fill, minmax(min(${width}px, 100%), 1fr)); align-items: start"
  >
    ${Object.entries(cells).map(
      ([name, cell]) =>
        html`<div style="display: grid; gap: 8px; min-inline-size: 0; justify-items: stretch">
          <span style="font-size: 12px; color: var(--caas-color-text-subtle)">${name}</span>
          <div>${cell}</div>
        </div>`,
    )}
  </div>`;
}
