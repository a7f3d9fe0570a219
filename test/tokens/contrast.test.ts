import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import report from '@caas/tokens/contrast.json' with { type: 'json' };

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const check = (...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'tokens/contrast.mjs'), ...args], { encoding: 'utf8' });

/** What the check says about the sheet after one change. */
function checkChanged(from: string, to: string): { status: number | null; stderr: string } {
  mkdirSync(join(ROOT, '.build'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.build/contrast-'));
  try {
    const css = readFileSync(join(ROOT, 'tokens/src/tokens.css'), 'utf8');
    assert.ok(css.includes(from));
    writeFileSync(join(folder, 'tokens.css'), css.replace(from, to));
    return check(join(folder, 'tokens.css'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('contrast', () => {
  it('holds for every pairing in light, dark and more contrast', () => {
    const { status, stdout, stderr } = check();
    assert.equal(stderr, '');
    assert.match(stdout, /\n0 failures\n$/);
    assert.equal(status, 0);
  });

  it('is reported per pairing with the ratio and the background it is lowest on', () => {
    const subtle = report.pairings.find((row) => row.foreground === '--caas-color-text-subtle');
    assert.equal(subtle?.backgrounds, 9);
    assert.deepEqual(subtle.light, { ratio: 5.14, on: 'surface + active', minimum: 4.5, passes: true });
    assert.equal(subtle.moreDark.minimum, 7);
  });

  it('keeps labels, links and focus legible on any accent a host can type', () => {
    const claims = Object.fromEntries(report.accents.map(({ claim, lowest }) => [claim, lowest]));
    assert.ok((claims['on-accent on accent'] ?? 0) >= 4.5);
    assert.ok((claims['on-accent on accent-hover'] ?? 0) >= 4.5);
    for (const scheme of ['light', 'dark']) {
      assert.ok((claims[`accent-text, ${scheme}`] ?? 0) >= 4.5);
      assert.ok((claims[`focus, ${scheme}`] ?? 0) >= 3);
    }
  });

  it('fails when a text turns too pale', () => {
    const { status, stderr } = checkChanged('calc(65% + 17% * var(--_caas-c))', 'calc(45% + 17% * var(--_caas-c))');
    assert.equal(status, 1);
    assert.match(stderr, /--caas-color-text-subtle on .* \(light\): .* owes 4\.5/);
  });

  it('fails when a label stops following the accent', () => {
    const { status, stderr } = checkChanged('clamp(0, (.179 - y)', 'clamp(0, (.5 - y)');
    assert.equal(status, 1);
    assert.match(stderr, /on-accent on accent/);
  });

  it('fails when two chart series look alike', () => {
    const { status, stderr } = checkChanged('light-dark(#b97b02, #bf8212)', 'light-dark(#2a6be0, #bf8212)');
    assert.equal(status, 1);
    assert.match(stderr, /series 1 and 2 \(light, normal\)/);
  });
});
