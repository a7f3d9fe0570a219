import { expect, waitUntil } from '@open-wc/testing';
import { me } from '@caas/contract/calls/accounts.js';
import { toApiError } from '@caas/base/errors.js';
import { Session, type SessionStatus } from '../../src/session.js';
import { interceptFetch, refusal, type Reply, type Seen } from '../support/fetch.js';
import { identity } from '../support/people.js';

const REFRESH = '/api/v1/auth/client/refresh';
const LOGOUT = '/api/v1/auth/client/logout';

/** A gateway whose refresh token turns over: using one twice ends the session, as the real one does after its time of grace. */
class Cookies {
  generation = 0;
  alive = true;
  /** Whether this browser holds a cookie at all. */
  held = true;
  inside = 0;
  most = 0;
  /** How often a browser would have shown a refresh in its console. */
  refused = 0;
  readonly tokens = new Set<string>();

  async answer({ url, headers, body }: Seen): Promise<Reply> {
    if (url.pathname === REFRESH) {
      const asks = (body as { optional?: boolean } | undefined)?.optional === true;
      return this.held || !asks ? this.#refresh() : new Response(null, { status: 204 });
    }
    if (url.pathname === LOGOUT) {
      this.alive = false;
      return new Response(null, { status: 204 });
    }
    const token = headers.get('authorization')?.replace('Bearer ', '') ?? '';
    return this.tokens.has(token) ? { status: 200, json: identity() } : refusal(401, 'token_expired');
  }

  async #refresh(): Promise<Reply> {
    this.inside += 1;
    this.most = Math.max(this.most, this.inside);
    await new Promise((resolve) => setTimeout(resolve, 20));
    this.inside -= 1;
    if (!this.alive || !this.held) {
      this.refused += 1;
      return refusal(401, 'session_expired');
    }
    this.generation += 1;
    const token = `access-${this.generation}`;
    this.tokens.add(token);
    return { status: 200, json: { access_token: token, token_type: 'Bearer', expires_in: 900 } };
  }
}

describe('session', () => {
  let cookies: Cookies;
  let seen: Seen[] = [];
  let restore = (): void => undefined;
  const sessions: Session[] = [];

  beforeEach(() => {
    localStorage.clear();
    cookies = new Cookies();
    ({ seen, restore } = interceptFetch((request) => cookies.answer(request)));
  });
  afterEach(() => {
    for (const session of sessions.splice(0)) session.dispose();
    restore();
    localStorage.clear();
  });

  const open = (): Session => {
    const session = new Session(location.origin);
    sessions.push(session);
    return session;
  };
  const paths = (): string[] => seen.map(({ url }) => url.pathname);

  it('goes on with the refresh cookie, and keeps the token out of everything scripts of others can read', async () => {
    const session = open();
    await session.resume();
    expect(session.status).to.equal('in');
    expect((await session.connection.client.call(me)).user?.name).to.equal('Ada Okafor');
    expect(JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie + location.href).not.to.contain(
      'access-',
    );
    expect(JSON.stringify(session)).not.to.contain('access-');
  });

  it('is out without a cookie, and gives a reason only to those who were in', async () => {
    cookies.alive = false;
    const session = open();
    await session.resume();
    expect([session.status, session.reason]).to.deep.equal(['out', null]);
    cookies.alive = true;
    await session.resume();
    cookies.alive = false;
    await session.resume();
    expect([session.status, session.reason]).to.deep.equal(['out', 'expired']);
  });

  it('learns without a refusal that there is no cookie, also when it went while somebody was in', async () => {
    cookies.held = false;
    const session = open();
    await session.resume();
    expect([session.status, session.reason]).to.deep.equal(['out', null]);
    cookies.held = true;
    await session.resume();
    expect(session.status).to.equal('in');
    cookies.held = false;
    cookies.tokens.clear();
    const failure = toApiError(await session.connection.client.call(me).catch((cause: unknown) => cause));
    expect(failure.status).to.equal(401);
    expect([session.status, session.reason]).to.deep.equal(['out', 'expired']);
    expect(cookies.refused).to.equal(0);
  });

  it('asks for one new token after a refusal, however many calls wait, and tries each call again once', async () => {
    const session = open();
    await session.resume();
    await session.connection.client.call(me);
    cookies.tokens.clear();
    const answers = await Promise.all([1, 2, 3].map(() => session.connection.client.call(me)));
    expect(answers).to.have.length(3);
    expect(paths().filter((path) => path === REFRESH)).to.have.length(2);
    expect(session.status).to.equal('in');
  });

  it('ends with the reason when the cookie has ended, and asks no more', async () => {
    const session = open();
    await session.resume();
    const changes: SessionStatus[] = [];
    session.addEventListener('change', () => changes.push(session.status));
    cookies.alive = false;
    cookies.tokens.clear();
    const failure = toApiError(await session.connection.client.call(me).catch((cause: unknown) => cause));
    expect(failure.status).to.equal(401);
    expect([session.status, session.reason, ...changes]).to.deep.equal(['out', 'expired', 'out']);
    const asked = seen.length;
    await session.connection.client.call(me).catch(() => undefined);
    expect(seen.length).to.equal(asked);
  });

  it('says that it can not know when the gateway does not answer', async () => {
    restore();
    ({ seen, restore } = interceptFetch(() => refusal(503, 'unavailable')));
    const session = open();
    await session.resume();
    expect(session.status).to.equal('unreachable');
    expect(session.error?.requestId).to.equal('req_test');
  });

  it('lets two tabs take turns at the cookie, and tells each of the other’s sign-out and sign-in', async () => {
    const [one, other] = [open(), open()];
    await Promise.all([
      ...Array.from({ length: 5 }, () => one.resume()),
      ...Array.from({ length: 5 }, () => other.resume()),
    ]);
    expect([one.status, other.status]).to.deep.equal(['in', 'in']);
    expect(cookies.most, 'refreshes at once').to.equal(1);

    await one.signOut();
    await waitUntil(() => other.status === 'out');
    expect([one.reason, other.reason]).to.deep.equal(['signed-out', 'signed-out']);

    cookies.alive = true;
    one.start({ token: 'given', expires_in: 900 });
    await waitUntil(() => other.status === 'in');
    expect(one.connection).not.to.equal(other.connection);
  });

  it('begins a new cache with every sign-in, so that no row of one company shows under another', async () => {
    const session = open();
    await session.resume();
    const before = session.connection;
    session.start({ token: 'given', expires_in: 900 });
    expect(session.connection).not.to.equal(before);
  });

  it('stays in, and says so by throwing, when signing out could not be told', async () => {
    const session = open();
    await session.resume();
    restore();
    ({ seen, restore } = interceptFetch(() => refusal(503, 'unavailable')));
    let failed = false;
    await session.signOut({ everywhere: true }).catch(() => (failed = true));
    expect(failed).to.be.true;
    expect(seen[0]?.body).to.deep.equal({ everywhere: true });
    expect(session.status).to.equal('in');
  });

  it('ends, or is another’s, only when nothing that shows would be lost by it', async () => {
    const holding: (() => void)[] = [];
    let holds = true;
    const hold = (event: Event): void => {
      if (!holds) return;
      const { waitUntil } = (event as CustomEvent<{ waitUntil: (wait: Promise<unknown>) => void }>).detail;
      waitUntil(new Promise<void>((resolve) => holding.push(resolve)));
    };
    addEventListener('caas-before-page-leave', hold);
    try {
      const session = open();
      await session.resume();
      const { connection } = session;
      cookies.alive = false;
      cookies.tokens.clear();
      await connection.client.call(me).catch(() => undefined);
      session.expire('password-changed'); // what is seen of it later does not change why
      await connection.client.call(me).catch(() => undefined);
      expect([session.status, session.connection === connection]).to.deep.equal(['in', true]);
      expect(holding, 'asked once').to.have.length(1);
      holds = false;
      holding[0]?.();
      await waitUntil(() => session.status === 'out');
      expect([session.reason, session.connection === connection]).to.deep.equal(['expired', false]);

      cookies.alive = true;
      await session.resume();
      const before = session.connection;
      holds = true;
      open().start({ token: 'given', expires_in: 900 }); // in another tab, maybe as somebody else
      await waitUntil(() => holding.length === 2);
      expect(session.connection).to.equal(before);
      holds = false;
      holding[1]?.();
      await waitUntil(() => session.connection !== before);
      expect(session.status).to.equal('in');
    } finally {
      removeEventListener('caas-before-page-leave', hold);
    }
  });

  it('tells of every call that is answered, refused ones too, and of no other', async () => {
    let answered = 0;
    const count = (): void => void (answered += 1);
    addEventListener('caas-answered', count);
    try {
      const session = open();
      await session.resume();
      expect(answered).to.equal(1);
      await session.connection.client.call(me);
      expect(answered).to.equal(2);
      restore();
      ({ seen, restore } = interceptFetch(() => refusal(503, 'unavailable')));
      await session.connection.client.call(me).catch(() => undefined);
      expect(answered, 'refused').to.equal(3);
      restore();
      ({ seen, restore } = interceptFetch(() => Promise.reject(new TypeError('Failed to fetch'))));
      await session.connection.client.call(me).catch(() => undefined);
      expect(answered, 'not reached').to.equal(3);
    } finally {
      removeEventListener('caas-answered', count);
    }
  });

  it('goes without the lock when another tab holds it for ever', async function () {
    this.timeout(9_000);
    let free = (): void => undefined;
    void navigator.locks.request('caas-session', () => new Promise<void>((resolve) => (free = resolve)));
    const session = open();
    await session.resume();
    free();
    expect(session.status).to.equal('in');
  });
});
