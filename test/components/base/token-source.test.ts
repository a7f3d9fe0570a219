import { expect } from '@open-wc/testing';
import { RenewingTokenSource, tokenFromUrl, type TokenReason } from '@caas/base/token-source.js';
import { interceptFetch } from '../../support/fetch.js';

describe('RenewingTokenSource', () => {
  it('asks once for many callers at the same time', async () => {
    let asked = 0;
    const source = new RenewingTokenSource(async () => {
      asked += 1;
      return { token: `t${asked}`, expires_in: 300 };
    });
    expect(await Promise.all([source.token(), source.token(), source.token()])).to.deep.equal(['t1', 't1', 't1']);
    expect(asked).to.equal(1);
  });

  it('renews at 75 to 85 % of the life, while the present token goes on serving', async () => {
    const reasons: TokenReason[] = [];
    const source = new RenewingTokenSource((reason) => {
      reasons.push(reason);
      return { token: `t${reasons.length}`, expires_in: 0.6 };
    });
    expect(await source.token()).to.equal('t1');
    await new Promise((resolve) => setTimeout(resolve, 520));
    expect(await source.token()).to.equal('t1');
    await new Promise((resolve) => setTimeout(resolve));
    expect(await source.token()).to.equal('t2');
    expect(reasons).to.deep.equal(['start', 'expiring']);
  });

  it('asks again after the gateway refused the token, and says why', async () => {
    const reasons: TokenReason[] = [];
    const source = new RenewingTokenSource((reason) => {
      reasons.push(reason);
      return `t${reasons.length}`;
    });
    const first = await source.token();
    source.reject(first);
    expect(await source.token()).to.equal('t2');
    source.reject(first);
    expect(await source.token()).to.equal('t2');
    expect(reasons).to.deep.equal(['start', 'rejected']);
  });

  it('waits after a failure instead of asking in a loop', async () => {
    let asked = 0;
    const source = new RenewingTokenSource(() => {
      asked += 1;
      throw new Error('host is down');
    });
    for (let call = 0; call < 20; call += 1) {
      const error = await Promise.resolve(source.token()).catch((cause: unknown) => cause);
      expect(error).to.have.property('code', 'token_unavailable');
    }
    expect(asked).to.equal(1);
  });

  for (const answer of ['', null, {}, { token: 7 }, undefined]) {
    it(`refuses ${JSON.stringify(answer)} as a token`, async () => {
      const source = new RenewingTokenSource(() => answer as string);
      expect(await Promise.resolve(source.token()).catch((cause: unknown) => cause)).to.have.property('kind', 'config');
    });
  }

  it('takes a life that is no number for the default', async () => {
    let asked = 0;
    const source = new RenewingTokenSource(() => {
      asked += 1;
      return { token: 't', expires_in: Number.NaN };
    });
    await source.token();
    await source.token();
    expect(asked).to.equal(1);
  });
});

describe('tokenFromUrl', () => {
  it("POSTs to the page's own server with its credentials", async () => {
    const { seen, restore } = interceptFetch(() => ({ status: 200, json: { token: 't', expires_in: 60 } }));
    try {
      expect(await tokenFromUrl('/caas-token')('start')).to.deep.equal({ token: 't', expires_in: 60 });
      expect(seen[0]).to.include({ method: 'POST' });
      expect(seen[0]?.url.pathname).to.equal('/caas-token');
    } finally {
      restore();
    }
  });

  for (const [name, answer, kind] of [
    ['404', { status: 404, json: {} }, 'config'],
    ['500', { status: 500 }, 'config'],
    ['a page of HTML', new Response('<!doctype html>'), 'config'],
    ['another shape', { status: 200, json: { access_token: 't' } }, 'config'],
    ['401: the session at the page itself has ended', { status: 401, json: {} }, 'auth'],
  ] as const) {
    it(`says what is wrong with the page where it answers ${name}`, async () => {
      const { restore } = interceptFetch(() => answer);
      try {
        const error = await Promise.resolve(tokenFromUrl('/caas-token')('start')).catch((cause: unknown) => cause);
        expect(error).to.include({ kind, cause: '/caas-token' });
        expect((error as Error).message).to.match(/^\/caas-token answered \d{3}, not/);
      } finally {
        restore();
      }
    });
  }

  it('never sends a request to another server', async () => {
    const { seen, restore } = interceptFetch(() => ({ status: 200, json: {} }));
    try {
      const error = await Promise.resolve(tokenFromUrl('https://evil.example/t')('start')).catch(
        (cause: unknown) => cause,
      );
      expect(error).to.have.property('kind', 'config');
      expect(seen).to.have.length(0);
    } finally {
      restore();
    }
  });
});
