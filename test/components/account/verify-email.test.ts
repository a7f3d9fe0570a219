import { expect, html, waitUntil } from '@open-wc/testing';
import '@caas/account/caas-verify-email.js';
import type { VerifyEmail } from '@caas/account/caas-verify-email.js';
import { refusal, type Reply, type Seen } from '../../support/fetch.js';
import { identity, serve, type Answers } from '../../support/people.js';
import {
  accessible,
  allByRole,
  byName,
  byRole,
  click,
  focused,
  mountOne,
  record,
  settle,
  textOf,
  type,
} from '../../support/ui.js';

const API = 'https://verify.test';
const ME = 'GET /api/v1/auth/client/me';
const VERIFY = 'POST /api/v1/auth/client/verify-email';
const RESEND = 'POST /api/v1/auth/client/verify-email/resend';

describe('caas-verify-email', () => {
  let end = (): void => undefined;
  let seen: Seen[] = [];
  afterEach(() => end());

  const me = (verified: boolean): Reply => {
    const who = identity();
    return {
      status: 200,
      json: { ...who, user: who.user && { ...who.user, email_verified: verified }, email_verified: verified },
    };
  };

  async function open(answers: Answers, verified = false): Promise<VerifyEmail> {
    const server = serve({ [API]: { [ME]: me(verified), ...answers } });
    end = server.restore;
    seen = server.seen;
    const element = await mountOne(
      'caas-verify-email',
      html`<caas-verify-email
        api-url=${API}
        locale="en"
        .getToken=${() => Promise.resolve({ token: 't', expires_in: 900 })}
      ></caas-verify-email>`,
    );
    await waitUntil(() => seen.length > 0, 'asked who it is');
    await new Promise((resolve) => setTimeout(resolve, 30));
    await settle(element);
    return element;
  }

  it('takes the code with its sixth digit and says thanks', async () => {
    let verified = false;
    const element = await open({
      [ME]: () => me(verified),
      [VERIFY]: () => {
        verified = true;
        return new Response(null, { status: 204 });
      },
    });
    const events = record(document, 'caas-email-verified');
    expect(textOf(element)).to.contain('Confirm ada@meridian.example');
    await accessible(element);
    await type(byName(element, 'Code from the mail'), '123 456');
    await waitUntil(() => events.length === 1);
    expect(seen.find(({ url }) => url.pathname.endsWith('verify-email'))?.body).to.deep.equal({ code: '123456' });
    await settle(element);
    expect(textOf(element)).to.equal('Email address confirmed.');
    await waitUntil(() => seen.filter(({ url }) => url.pathname.endsWith('/me')).length > 1, 'asks anew who it is');
  });

  it('says how many tries are left', async () => {
    const element = await open({ [VERIFY]: refusal(400, 'code_invalid', { attempts_left: 2 }) });
    await type(byName(element, 'Code from the mail'), '000000');
    await waitUntil(() => textOf(element).includes('2 tries left.'));
    expect(focused()).to.equal(byName(element, 'Code from the mail'));
    await accessible(element);
  });

  it('sends another code, and waits as long as the gateway asks', async () => {
    const element = await open({ [RESEND]: { status: 202 } });
    await click(byRole(element, 'button', 'Send a new code'));
    await waitUntil(() => textOf(element).includes('A new code is on its way.'));
    expect(textOf(byRole(element, 'button', /^Send a new code in/))).to.match(/(1:00|0:5\d)/);
    await click(byRole(element, 'button', /^Send a new code in/));
    expect(seen.filter(({ url }) => url.pathname.endsWith('resend'))).to.have.length(1);
  });

  it('shows the pause of a refusal', async () => {
    const refused = refusal(429, 'rate_limited') as { status: number; json: unknown; headers: Record<string, string> };
    for (const [seconds, shown] of [
      ['41', /in 0:(41|40)/],
      ['3601', /in 1:00:0[01]|in 59:59/],
      ['86400', /in (24:00:00|23:59:5\d)/],
    ] as const) {
      const element = await open({ [RESEND]: { ...refused, headers: { ...refused.headers, 'retry-after': seconds } } });
      await click(byRole(element, 'button', 'Send a new code'));
      await waitUntil(() => shown.test(textOf(element)), seconds);
    }
  });

  it('shows nothing to members whose address is confirmed', async () => {
    const element = await open({}, true);
    expect(textOf(element)).to.equal('');
    expect(allByRole(element, 'textbox')).to.have.length(0);
  });
});
