import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { build } from 'vite';
import { at } from '../../scripts/lib/root.mjs';
import { renameTrustedTypesPolicy } from '../../scripts/lib/trusted-types.mjs';

describe("the script-tag build's Trusted Types policy", () => {
  const folder = mkdtempSync(join(tmpdir(), 'caas-policy-'));
  symlinkSync(at('node_modules'), join(folder, 'node_modules'));
  after(() => rmSync(folder, { recursive: true }));

  async function built(source: string): Promise<string> {
    writeFileSync(join(folder, 'entry.js'), source);
    const result = await build({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      plugins: [renameTrustedTypesPolicy('caas')],
      build: { write: false, lib: { entry: join(folder, 'entry.js'), formats: ['es'] } },
    });
    assert.ok(Array.isArray(result));
    return result.flatMap(({ output }) => output.map((part) => (part.type === 'chunk' ? part.code : ''))).join('\n');
  }

  it('is named caas', async () => {
    const code = await built("export { html } from 'lit';");
    assert.match(code, /createPolicy\(["'`]caas["'`]/);
    assert.doesNotMatch(code, /createPolicy\(["'`]lit-html/);
  });

  it('fails the build when Lit is not where it should be', async () => {
    await assert.rejects(built('export const nothing = 1;'), /no longer creates a policy/);
  });
});
