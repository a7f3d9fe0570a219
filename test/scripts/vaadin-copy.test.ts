import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { patches, vaadinCopy } from '../../scripts/lib/vaadin-copy.mjs';
import { at } from '../../scripts/lib/root.mjs';

const COPY = at('components/ui/src/vaadin/grid.js');

describe("our copy of Vaadin's grid", () => {
  let copy = '';
  before(() => {
    copy = readFileSync(COPY, 'utf8');
  });

  it('is what `npm run generate` makes of the installed package', async () => {
    assert.ok((await vaadinCopy()) === copy, 'run npm run generate');
  });

  it('counts nothing, keeps nothing and touches no page but its own part', () => {
    assert.doesNotMatch(
      copy,
      /usage.?statistics|\bcollect|localStorage|sessionStorage|XMLHttpRequest|fetch\(|window\.Vaadin/i,
    );
    assert.doesNotMatch(copy, /innerHTML|outerHTML|insertAdjacentHTML|style="|createElement\(["']style/);
    assert.doesNotMatch(copy, /["'`<]vaadin-|registerProperty|customElements\.define/);
  });

  it('reads no custom property of Vaadin that our sheet does not set', () => {
    const sheet = readFileSync(at('components/ui/src/grid-view.styles.ts'), 'utf8');
    const read = new Set([...copy.matchAll(/var\(\s*(--vaadin-[\w-]+)/g)].map(([, name]) => name));
    assert.deepEqual(
      [...read].filter((name) => !sheet.includes(`${name}:`)),
      [],
    );
  });

  it('is not made of sources that nobody has looked at', async () => {
    const entry = "import '@vaadin/grid/src/vaadin-grid-column.js';";
    const plugin = {
      name: 'entry',
      load: (id: string) => (id.endsWith('entry.js') ? entry : null),
      resolveId: (id: string) => (id.endsWith('entry.js') ? id : null),
    };
    const options = { write: false, lib: { entry: at('entry.js'), formats: ['es' as const] } };
    await assert.rejects(
      build({ root: at(), configFile: false, logLevel: 'silent', plugins: [plugin, patches()], build: options }),
      /not found any more, review it/,
    );
  });

  it('takes at most 55 kB of a bundle', async () => {
    const result = await build({
      root: at(),
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        target: 'es2022',
        lib: { entry: COPY, formats: ['es'] },
        rolldownOptions: { external: /^lit(\/|$)/ },
      },
    });
    assert.ok(Array.isArray(result));
    const code = result
      .flatMap(({ output }) => output.map((part) => (part.type === 'chunk' ? part.code : '')))
      .join('');
    const bytes = gzipSync(code, { level: 9 }).length;
    assert.ok(bytes < 55_000, `${bytes} bytes after gzip`);
  });
});
