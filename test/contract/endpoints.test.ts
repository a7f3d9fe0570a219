import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createApiKey } from '@caas/contract/api-keys.js';
import { ENDPOINTS } from '@caas/contract/endpoints.js';
import { KEY_STATUSES, KEY_TRANSITIONS, keyWorks, mayBecome } from '@caas/contract/key-status.js';
import { parse } from '@caas/contract/parse.js';
import { PERMISSIONS, ROLES, ROLE_PERMISSIONS, weakestRole } from '@caas/contract/permissions.js';
import { ERRORS } from '@caas/contract/problem.js';

describe('the table of endpoints', () => {
  it('names each operation and each method with path once', () => {
    const ids = ENDPOINTS.map((endpoint) => endpoint.id);
    const routes = ENDPOINTS.map((endpoint) => `${endpoint.method} ${endpoint.path}`);
    assert.deepEqual([...new Set(ids)], ids);
    assert.deepEqual([...new Set(routes)], routes);
  });

  for (const endpoint of ENDPOINTS) {
    it(`${endpoint.id} says who may call it and what they need`, () => {
      assert.ok(endpoint.who.length > 0);
      if (endpoint.who.includes('key')) assert.ok(endpoint.keyScope, 'an API key needs a scope');
      if (endpoint.who.includes('embed') && !['me', 'checkPermissions'].includes(endpoint.id))
        assert.ok(endpoint.permission, 'an embed token needs a permission');
      for (const code of endpoint.errors) assert.ok(code in ERRORS, code);
      const names = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1]);
      assert.equal(names.length > 0, endpoint.params !== undefined);
    });
  }

  it('refuses unknown members of a body by their name', () => {
    const result = parse(createApiKey.body, { name: 'CI', scopes: ['read'], role: 'owner' });
    assert.deepEqual(result, { ok: false, issues: [{ path: 'role', code: 'unknown_field', params: {} }] });
  });

  it('refuses a scope named twice and an empty list', () => {
    assert.equal(parse(createApiKey.body, { name: 'CI', scopes: ['read', 'read'] }).ok, false);
    assert.equal(parse(createApiKey.body, { name: 'CI', scopes: [] }).ok, false);
  });
});

describe('roles', () => {
  it('give a stronger role everything a weaker one has', () => {
    for (const [index, role] of ROLES.entries()) {
      const weaker = ROLES[index + 1];
      if (weaker)
        for (const permission of ROLE_PERMISSIONS[weaker])
          assert.ok(ROLE_PERMISSIONS[role].includes(permission), `${role} lacks ${permission}`);
    }
  });

  it('name the weakest role for each permission', () => {
    assert.equal(weakestRole('api-keys:read'), 'viewer');
    assert.equal(weakestRole('api-keys:write'), 'developer');
    for (const permission of PERMISSIONS) assert.ok(ROLE_PERMISSIONS[weakestRole(permission)].includes(permission));
  });
});

describe('the life of a key', () => {
  it('has no way back from revoked, and expired can only be revoked', () => {
    assert.deepEqual(KEY_TRANSITIONS.revoked, []);
    assert.deepEqual(KEY_TRANSITIONS.expired, ['revoked']);
  });

  it('lets every status but revoked become revoked', () => {
    for (const status of KEY_STATUSES) assert.equal(mayBecome(status, 'revoked'), status !== 'revoked');
  });

  it('accepts calls in the four working statuses alone', () => {
    assert.deepEqual(KEY_STATUSES.filter(keyWorks), ['active', 'rotating', 'secondary', 'retiring']);
  });
});
