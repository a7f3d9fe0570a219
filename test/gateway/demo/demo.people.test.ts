import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { login } from '@caas/contract/accounts.js';
import { listSdkSessions } from '@caas/contract/sessions.js';
import { createMember, insertTenant } from '../../../gateway/src/accounts/accounts.repository.js';
import { Passwords } from '../../../gateway/src/accounts/password.js';
import { runDemo } from '../../../gateway/src/demo/demo.js';
import { ask, until } from '../../support/gateway-client.js';
import { testGateway, type TestGateway } from '../../support/gateway.js';

const LIFE_SECONDS = 5;

let dataDir: string;
let open: TestGateway;

before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'caas-demo-'));
  open = await testGateway({ DATA_DIR: dataDir, ACCESS_TOKEN_TTL: String(LIFE_SECONDS) });
});
after(async () => {
  await open.close();
  await rm(dataDir, { recursive: true, force: true });
});

describe('the end users of the demo', () => {
  it('renew their tokens, so that they still sign out when it stops after those of their arrival have ended', async () => {
    let printed = '';
    const passwords = new Passwords();
    const stop = await runDemo(
      open.gateway.platform,
      open.url,
      { hash: (password) => passwords.hash(password), insertTenant, createMember },
      (text) => (printed = text),
    );
    const [, email = '', password = ''] = /owner +(\S+) +(\S+)/.exec(printed) ?? [];
    const people = async () => {
      const signedIn = await ask(open.url, login, { body: { email, password } });
      assert.ok('access_token' in signedIn);
      return ask(open.url, listSdkSessions, {}, { token: signedIn.access_token });
    };
    await until(async () => (await people()).total > 0, 15_000);
    setFlagsFromString('--expose-gc');
    (runInNewContext('gc') as () => void)(); // a timer that nothing holds is gone now
    await wait((LIFE_SECONDS + 1) * 1000);
    await stop();
    assert.equal((await people()).total, 0);
  });
});
