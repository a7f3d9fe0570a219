import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { build } from 'vite';
import { declarationOf, oneByOne } from '../../scripts/lib/one-by-one.mjs';

describe('list modules of the script-tag build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'caas-list-'));
  after(() => rmSync(folder, { recursive: true }));

  it('give a chunk only what it uses', async () => {
    writeFileSync(
      join(folder, 'list.ts'),
      "type T = string;\nconst shared: T = 'S';\nexport const one = [shared, '1'];\nexport const two = [shared, '2'];\n",
    );
    writeFileSync(join(folder, 'later.ts'), "import { two } from './list.js';\nexport const show = () => two;\n");
    writeFileSync(
      join(folder, 'entry.ts'),
      "import { one as first } from './list.js';\nexport const now = () => first;\nexport const later = () => import('./later.js');\n",
    );
    const result = await build({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      plugins: [oneByOne(/\/list\.ts$/)],
      build: { write: false, minify: false, lib: { entry: join(folder, 'entry.ts'), formats: ['es'] } },
    });
    assert.ok(Array.isArray(result));
    const chunks = result.flatMap(({ output }) => output.flatMap((part) => (part.type === 'chunk' ? [part] : [])));
    const entry = chunks.find(({ isEntry }) => isEntry)?.code ?? '';
    const others = chunks
      .filter(({ isEntry }) => !isEntry)
      .map(({ code }) => code)
      .join('\n');
    assert.match(entry, /"1"/);
    assert.doesNotMatch(entry, /"2"/);
    assert.match(others, /"2"/);
  });

  it('fail the build where a name is not declared', () => {
    assert.throws(() => declarationOf('export const one = 1;', 'two', 'list.ts'), /does not declare two/);
  });
});
