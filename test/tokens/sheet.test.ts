import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { knobs, rareKnobs, tokenGroups } from '@caas/tokens/chart.js';
import { tokens } from '@caas/tokens/tokens.js';
import { DESIGN } from './design.data.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(join(ROOT, 'tokens/src/tokens.css'), 'utf8');
const element = tokens.cssText;

/** Spelling without what CSS does not care about: spaces and short hex. */
const plain = (value: string) =>
  value.replace(/\s+/g, '').replace(/#([\da-f])([\da-f])([\da-f])(?![\da-f])/g, '#$1$1$2$2$3$3');

/** The custom properties of the first rule. */
function declared(css: string): Map<string, string> {
  const body = css.slice(css.indexOf('{') + 1, css.indexOf('}'));
  const pairs = body.matchAll(/(--[\w-]+):([^;]+)/g);
  return new Map([...pairs].map(([, name = '', value = '']) => [name, plain(value)]));
}

/** Runs the generator of a folder of tokens. */
const generate = (folder: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(folder, 'generate.mjs'), ...args], { encoding: 'utf8' });

describe('token sheet', () => {
  it('is what the DTCG files generate', () => {
    const { status, stderr } = generate(join(ROOT, 'tokens'), '--check');
    assert.equal(stderr, '');
    assert.equal(status, 0);
  });

  it('declares every name and value of the design, and nothing else', () => {
    const design = Object.fromEntries(Object.entries(DESIGN).map(([name, value]) => [name, plain(value)]));
    assert.deepEqual(Object.fromEntries(declared(page)), design);
  });

  it('says the same in elements as on pages', () => {
    assert.deepEqual(declared(element), declared(page));
  });

  it('declares tokens on theme roots only', () => {
    assert.match(element, /^:host\(:not\(\[inherit-theme\]\)\)\{/);
    assert.doesNotMatch(page, /:root/);
  });

  it('registers no property, so color-scheme re-themes any subtree', () => {
    for (const css of [page, element]) assert.doesNotMatch(css, /@property/);
  });

  it('never declares a knob of the host', () => {
    assert.deepEqual(
      knobs.map(({ property }) => property),
      ['--caas-accent', '--caas-background', '--caas-text', '--caas-radius', '--caas-font'],
    );
    for (const { property } of [...knobs, ...rareKnobs]) assert.equal(declared(page).has(property), false, property);
  });

  it('is listed by name for pages that show it', () => {
    const listed: string[] = Object.values(tokenGroups).flat();
    assert.deepEqual(
      listed.sort(),
      Object.keys(DESIGN)
        .filter((name) => name.startsWith('--caas-'))
        .sort(),
    );
  });

  it('stays small enough to be loaded before the first row', () => {
    assert.ok(element.length < 10_240, `${element.length} characters`);
  });
});

describe('generator', () => {
  function inCopy(check: (folder: string) => void): void {
    mkdirSync(join(ROOT, '.build'), { recursive: true });
    const folder = mkdtempSync(join(ROOT, '.build/tokens-'));
    try {
      cpSync(join(ROOT, 'tokens'), folder, { recursive: true });
      check(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const edit = (path: string, from: string, to: string) => {
    const text = readFileSync(path, 'utf8');
    assert.ok(text.includes(from));
    writeFileSync(path, text.replace(from, to));
  };

  it('refuses a value that its formula does not compute', () => {
    inCopy((folder) => {
      edit(join(folder, 'semantic.tokens.json'), 'calc(11% + 49%', 'calc(15% + 49%');
      const { status, stderr } = generate(folder);
      assert.equal(status, 1);
      assert.match(stderr, /color\.border: \$value is .*#e2e2e2.* computes/);
    });
  });

  it('notices a sheet that was edited by hand', () => {
    inCopy((folder) => {
      edit(join(folder, 'src/tokens.css'), '--caas-size-row: 44px', '--caas-size-row: 45px');
      const { status, stderr } = generate(folder, '--check');
      assert.equal(status, 1);
      assert.match(stderr, /src\/tokens\.css is out of date/);
    });
  });
});
