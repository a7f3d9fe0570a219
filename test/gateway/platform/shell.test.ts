import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import fastify from 'fastify';
import { registerErrors } from '../../../gateway/src/platform/errors.js';
import { registerElements, registerShell } from '../../../gateway/src/platform/shell.js';

const root = mkdtempSync(join(tmpdir(), 'caas-shell-'));
const shell = join(root, 'shell');
const elements = join(root, 'elements');
mkdirSync(join(shell, 'assets'), { recursive: true });
mkdirSync(elements);
writeFileSync(join(root, 'secret.txt'), 'outside');
writeFileSync(join(shell, 'index.html'), '<!doctype html><title>Console</title>');
writeFileSync(join(shell, 'assets', 'main-1a2b.js'), 'export {};');
writeFileSync(join(shell, 'assets', 'main-1a2b.js.br'), brotliCompressSync('export {};'));
writeFileSync(join(elements, 'caas-api-keys.js'), 'export {};');

const app = fastify();
registerErrors(app);
await registerElements(app, elements);
await registerShell(app, shell);
after(async () => {
  await app.close();
  rmSync(root, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
const PAGE = { accept: 'text/html,*/*' };

describe('the shell', () => {
  it('answers its page for every path a person may open, with a strict policy', async () => {
    for (const path of ['/', '/keys', '/keys/key_1/usage', '/register?plan=free']) {
      const reply = await get(path, PAGE);
      assert.equal(reply.statusCode, 200, path);
      assert.match(reply.body, /<title>Console/);
      const policy = String(reply.headers['content-security-policy']);
      for (const part of [
        "default-src 'none'",
        "script-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types lit-html caas 'allow-duplicates'",
      ]) {
        assert.ok(policy.includes(part), part);
      }
      assert.doesNotMatch(policy, /unsafe|\*/);
      assert.equal(reply.headers['cache-control'], 'no-cache');
    }
  });

  it('is no answer to unknown API paths, missing files and scripts', async () => {
    for (const path of ['/v1/nothing', '/api/nothing', '/assets/gone.js', '/elements/gone.js', '/socket.io/']) {
      assert.equal((await get(path, PAGE)).statusCode, 404, path);
    }
    assert.equal((await get('/keys', { accept: 'application/json' })).statusCode, 404);
    assert.equal((await app.inject({ method: 'POST', url: '/keys', headers: PAGE })).statusCode, 404);
  });

  it('sends files compressed, and those with a hash in their name for ever', async () => {
    const reply = await get('/assets/main-1a2b.js', { 'accept-encoding': 'br' });
    assert.equal(reply.headers['content-encoding'], 'br');
    assert.match(String(reply.headers['cache-control']), /immutable/);
    assert.match(String(reply.headers['content-type']), /javascript/);
  });

  it('lets nobody out of its folder', async () => {
    for (const path of [
      '/assets/../../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/assets/..%5c..%5csecret.txt',
    ]) {
      const reply = await get(path);
      assert.ok([400, 404].includes(reply.statusCode), `${path} ${reply.statusCode}`);
      assert.doesNotMatch(reply.body, /outside/);
    }
  });
});

describe('the elements', () => {
  it('may be loaded by pages of any origin', async () => {
    const { headers, statusCode } = await get('/elements/caas-api-keys.js');
    assert.equal(statusCode, 200);
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
  });
});
