import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { leanLit } from '../../scripts/lib/lean-lit.mjs';
import { at } from '../../scripts/lib/root.mjs';

interface Sheets {
  css: (strings: TemplateStringsArray, ...values: unknown[]) => string;
  unsafeCSS: (text: string) => string;
  CSSResult: new (...given: unknown[]) => unknown;
}

describe("the script-tag build's Lit", () => {
  const folder = mkdtempSync(join(tmpdir(), 'caas-lean-'));
  symlinkSync(at('node_modules'), join(folder, 'node_modules'));
  after(() => rmSync(folder, { recursive: true }));

  async function built(source: string): Promise<string> {
    writeFileSync(join(folder, 'entry.js'), source);
    const result = await build({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      plugins: [leanLit()],
      build: { write: false, lib: { entry: join(folder, 'entry.js'), formats: ['es'] } },
    });
    assert.ok(Array.isArray(result));
    return result.flatMap(({ output }) => output.map((part) => (part.type === 'chunk' ? part.code : ''))).join('\n');
  }

  it('calls no polyfills', async () => {
    const code = await built("export { LitElement } from 'lit';");
    assert.match(code, /litElementVersions/);
    assert.doesNotMatch(code, /PolyfillSupport\?\.|HydrateSupport|litNonce/);
  });

  it('builds sheets of texts, numbers and other sheets, and takes no other values', async () => {
    const file = join(folder, 'sheets.mjs');
    const code = await built(
      "import 'lit'; export { css, unsafeCSS, CSSResult } from '@lit/reactive-element/css-tag.js';",
    );
    writeFileSync(file, `const HTMLElement = class {}, document = { createTreeWalker() {} };\n${code}`);
    const { css: sheet, unsafeCSS, CSSResult } = (await import(pathToFileURL(file).href)) as Sheets;
    const inner = sheet`a{margin:${4}px}`;
    assert.equal(String(sheet`${inner}${unsafeCSS('b{}')}i{}`), 'a{margin:4px}b{}i{}');
    assert.throws(() => sheet`a{color:${'red'}}`);
    assert.throws(() => new CSSResult('a{}'));
  });

  it('fails the build when Lit is not where it should be', async () => {
    await assert.rejects(built('export const nothing = 1;'), /no longer has the files/);
  });
});
