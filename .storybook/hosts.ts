/**
 * Pages that a tenant could put our elements on, as one sheet: each preset sets some of the five knobs, and Hostile does what
 * real pages do to strangers. Widths hold the story in a column, as a host's layout would.
 */
export const HOSTS = ['neutral', 'harborline', 'sharp', 'soft', 'hostile'] as const;

export const WIDTHS = ['full', '1200', '768', '390', '320'] as const;

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  body.sb-show-main.sb-main-padded { padding: 0; }
  .story-host { min-block-size: 100vb; font: 14px/1.5 system-ui, sans-serif; }
  .story-page { box-sizing: border-box; padding: 24px; min-block-size: 100vb;
    background: var(--caas-color-canvas); color: var(--caas-color-text); font-family: var(--caas-font, inherit); }
  .story-width { margin-inline: auto; max-inline-size: 100%; }
  .story-width-320 { inline-size: 320px; }
  .story-width-390 { inline-size: 390px; }
  .story-width-768 { inline-size: 768px; }
  .story-width-1200 { inline-size: 1200px; }
  .story-page:has(.story-width-320, .story-width-390) { padding: 0; }

  .story-host-harborline { --caas-accent: #7b3fb5; --caas-background: light-dark(#fffdf9, #1d1712);
    --caas-text: light-dark(#2b2118, #f3ebe0); --caas-radius: 3px; --caas-font: Georgia, 'Times New Roman', serif; }
  .story-host-sharp { --caas-accent: light-dark(#000000, #ffffff); --caas-radius: 0px; --caas-font: ui-monospace, Menlo, Consolas, monospace; }
  .story-host-soft { --caas-accent: #ffd400; --caas-radius: 14px; }

  .story-html-hostile { font-size: 62.5%; }
  .story-host-hostile { --lumo-primary-color: hotpink; --lumo-space-m: 3px; --lumo-font-family: cursive;
    text-transform: uppercase; letter-spacing: 0.2em; word-spacing: 1em; text-align: center; font-style: italic;
    line-height: 3; white-space: pre; text-shadow: 1px 1px 2px hotpink; cursor: crosshair; }
  .story-host-hostile * { box-sizing: content-box; border-color: hotpink; }
  .story-html-hostile :is(button, input, select, table, td, th, h1, h2, h3, p, a, ul, li, dialog) {
    all: revert; margin: 13px; padding: 9px; border: 3px dashed hotpink; float: left; display: block; color: hotpink; }
`);

/** Puts the sheet onto the document and the page-wide part of a preset onto its root. */
export function applyHost(host: string): void {
  if (!document.adoptedStyleSheets.includes(sheet))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.documentElement.classList.toggle('story-html-hostile', host === 'hostile');
}
