import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { at, filesBelow } from '../../scripts/lib/root.mjs';
import { strayTexts } from './templates.js';

const sources = [...filesBelow('components'), ...filesBelow('src')].filter(
  (file) => /(^|\/)src\/.*\.ts$/.test(file) && !file.includes('/locales/'),
);

describe('texts stand in the locales', () => {
  it('finds a text between tags and in a spoken attribute, and lets expressions, names and values pass', () => {
    const source = [
      "const a = html`<p class='note'>Rotate ${key} now</p>`;",
      'const b = html`<input placeholder="Search keys" type="text" aria-label=${label}>`;',
      'const c = html`<b @click=${() => 1 > 0}>${count} / ${total} API</b>`;',
      'const d = html`<a href="/keys" class=${`big ${size}`}>${word("Keys")}</a>`;',
    ].join('\n');
    assert.deepEqual(
      strayTexts(source, 'probe.ts').map(({ line }) => line),
      [1, 2],
    );
  });

  it('holds for every template of elements and shell', () => {
    const stray = sources.flatMap((file) =>
      strayTexts(readFileSync(at(file), 'utf8'), file).map(({ line, text }) => `${file}:${line} ${text}`),
    );
    assert.deepEqual(stray, []);
  });
});
