import { expect } from '@open-wc/testing';
import { instead, loginPath, mustEnroll } from '../../src/guard.js';
import { takeLinkSecrets } from '../../src/link-secrets.js';
import { pageAt } from '../../src/pages.js';
import type { Page } from '../../src/router.js';
import { Session, type EndReason, type SessionStatus } from '../../src/session.js';
import { identity } from '../support/people.js';

const DAY = 86_400_000;
const url = (path: string): URL => new URL(path, location.origin);

describe('where the console leads', () => {
  const sessions: Session[] = [];
  afterEach(() => sessions.splice(0).forEach((session) => session.dispose()));

  function session(status: SessionStatus, reason: EndReason | null = null): Session {
    const made = new Session(location.origin);
    sessions.push(made);
    return Object.assign(made, { status, reason });
  }

  /** A member of a company that requires a second factor they lack, until so many ms from now. */
  const lacking = (until: number | null) => ({
    ...identity(),
    mfa: { required: true, grace_until: until === null ? null : new Date(Date.now() + until).toISOString() },
  });

  const lead = (path: string, status: SessionStatus, who: ReturnType<typeof identity> | null = null): string | null => {
    const page = pageAt(path);
    if (!page) throw new Error(`There is no page at ${path}`);
    return instead(page as Page, url(path), session(status), who);
  };

  it('sends guests to sign in and back, and members past it', () => {
    expect(lead('/profile', 'out')).to.equal('/login?return=%2Fprofile');
    expect(lead('/forgot-password', 'out')).to.be.null;
    expect(lead('/forgot-password', 'in')).to.equal('/dashboard');
    expect(lead('/login', 'in')).to.equal('/dashboard');
  });

  it('opens the links of mails to everybody', () => {
    for (const path of ['/reset-password', '/not-me'])
      for (const status of ['in', 'out'] as const) expect(lead(path, status), `${path} ${status}`).to.be.null;
  });

  it('leads to the second factor alone once the time to set one up is over', () => {
    expect(mustEnroll(lacking(-DAY))).to.be.true;
    expect(mustEnroll(lacking(DAY))).to.be.false;
    expect(mustEnroll(lacking(null))).to.be.false;
    expect(mustEnroll(null)).to.be.false;
    expect(lead('/dashboard', 'in', lacking(-DAY))).to.equal('/mfa');
    expect(lead('/mfa', 'in', lacking(-DAY))).to.be.null;
    expect(lead('/dashboard', 'in', lacking(DAY))).to.be.null;
  });

  it('says at sign-in why the session ended', () => {
    expect(loginPath(session('out', 'expired'), url('/api-keys?q=ci'))).to.equal(
      '/login?return=%2Fapi-keys%3Fq%3Dci&reason=expired',
    );
    expect(loginPath(session('out', 'signed-out'), url('/api-keys'))).to.equal('/login?reason=signed-out');
  });
});

describe('secrets of links', () => {
  const before = location.href;
  afterEach(() => history.replaceState(null, '', before));

  it('leave the address at once, without an entry in the history', () => {
    history.replaceState({ y: 7 }, '', '/reset-password?lang=en#token=link-token-of-a-mail');
    const { length } = history;
    expect(takeLinkSecrets().get('token')).to.equal('link-token-of-a-mail');
    expect(location.href).to.equal(`${location.origin}/reset-password?lang=en`);
    expect(history.length).to.equal(length);
    expect(history.state).to.deep.equal({ y: 7 });
    expect(takeLinkSecrets().size).to.equal(0);
  });

  it('come with the way back of a provider too', () => {
    history.replaceState(null, '', '/login#mfa_token=of-a-provider&methods=totp,passkey&redirect=%2Fapi-keys');
    const secrets = takeLinkSecrets();
    expect(Object.fromEntries(secrets)).to.deep.equal({
      mfa_token: 'of-a-provider',
      methods: 'totp,passkey',
      redirect: '/api-keys',
    });
    expect(location.hash).to.equal('');
  });

  it('are not every fragment', () => {
    history.replaceState(null, '', '/dashboard#main');
    expect(takeLinkSecrets().size).to.equal(0);
    expect(location.hash).to.equal('#main');
  });
});
