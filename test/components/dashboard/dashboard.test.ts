import { expect, html, waitUntil } from '@open-wc/testing';
import '@caas/dashboard/caas-dashboard.js';
import type { Dashboard, NavigateEvent } from '@caas/dashboard/caas-dashboard.js';
import type { Ledger } from '@caas/ui/caas-ledger.js';
import { refusal, type Seen } from '../../support/fetch.js';
import {
  AUDIT,
  DASHBOARD,
  activity,
  dashboardAnswers,
  entry,
  expiring,
  figures,
  noCalls,
} from '../../support/figures.js';
import { serve, type Answers } from '../../support/people.js';
import {
  accessible,
  allByRole,
  byName,
  byRole,
  click,
  everything,
  mountOne,
  record,
  settle,
  textOf,
  type Around,
} from '../../support/ui.js';

const API = 'https://dashboard.test';

describe('caas-dashboard', () => {
  let end = (): void => undefined;
  let seen: Seen[] = [];
  afterEach(() => end());

  async function open(
    answers: Answers,
    { around = {}, navigable = false }: { around?: Around; navigable?: boolean } = {},
  ): Promise<Dashboard> {
    const server = serve({ [API]: answers });
    end = server.restore;
    seen = server.seen;
    const element = await mountOne(
      'caas-dashboard',
      html`<caas-dashboard
        api-url=${API}
        .getToken=${() => 'token'}
        .navigable=${navigable}
        locale="en"
      ></caas-dashboard>`,
      around,
    );
    await waitUntil(() => seen.length >= 2, 'the element asked');
    await waitUntil(
      () => !everything(element).some(({ localName }) => localName === 'caas-skeleton'),
      'every panel has its content or its failure',
    );
    await settle(element);
    return element;
  }

  it('shows figures with their compared period, recent activity and what needs attention', async () => {
    const element = await open(dashboardAnswers(), { around: { width: 1200 } });
    const text = textOf(element);
    expect(text).to.contain('41,208').and.to.contain('36,000 in the 24 h before').and.to.contain('14.5%');
    expect(text).to.contain('1%').and.to.contain('412 failed calls');
    expect(text).to.contain('4 of 10').and.to.contain('6 more in your plan');
    expect(text).to.contain('Ada Okafor started a rotation of Production server').and.to.contain('203.0.113.14');
    expect(text).to.contain('Tomás Rey signed in').and.to.contain('System ended API key Production server');
    expect(text).to.contain('shipment.rerouted');
    expect(text).to.contain('Staging ETL expires in 6 days').and.to.contain('from 198.51.100.7');
    await accessible(element);
  });

  it('counts by the gateway’s clock, whatever this device says', async () => {
    const ahead = 2 * 3_600_000; // this device, of the gateway
    // The header `date` has whole seconds: no time lies at the edge of a minute.
    const at = (ms: number): string => new Date(Date.now() - ahead + ms).toISOString();
    const data = { expires_at: at(6.05 * 86_400_000), last_used_at: at(-4.2 * 60_000), last_used_ip: '198.51.100.7' };
    const answers = dashboardAnswers({
      data: figures({ attention: [{ ...expiring(), data }] }),
      events: [entry('api-key.created', { occurred_at: at(-2.2 * 60_000) })],
    });
    const headers = { date: new Date(Date.now() - ahead).toUTCString() };
    const dated = Object.entries(answers).map(([path, reply]) => [path, { ...reply, headers }]);
    const text = textOf(await open(Object.fromEntries(dated) as Answers));
    expect(text).to.contain('2 min ago').and.not.to.contain('2 h ago');
    expect(text).to.contain('Staging ETL expires in 6 days').and.to.contain('Last used 4 min ago');
  });

  it('draws the rate of errors by the hour, not their number', async () => {
    const hours = [
      [100, 1],
      [1_000, 10],
      [0, 0],
      [50, 50],
    ] as const;
    const series = hours.map(([calls, errors], hour) => ({ t: `2026-11-20T0${hour}:00:00.000Z`, calls, errors }));
    const calls = { total: 1_150, errors: 61, previous_total: null, series };
    const element = await open(dashboardAnswers({ data: figures({ calls }) }));
    const strip = everything(element).find((one): one is Ledger => one.localName === 'caas-ledger');
    expect(strip?.items[1]?.spark).to.deep.equal([0.01, 0.01, 0]);
  });

  it('is accessible in the dark and at 320 px, without a horizontal scroll', async () => {
    const element = await open(dashboardAnswers(), { around: { theme: 'dark', width: 320 }, navigable: true });
    expect(element.scrollWidth).to.be.at.most(320);
    await accessible(element);
  });

  it('says once that it is ready', async () => {
    const events = record(document, 'caas-ready');
    await open(dashboardAnswers());
    expect(events).to.have.length(1);
  });

  it('invents nothing: an unknown rate is a dash, no change is shown without a period before', async () => {
    const element = await open(dashboardAnswers({ data: noCalls(), events: [] }));
    await waitUntil(() => textOf(element).includes('Make your first call'), 'what draws the first steps is there');
    const text = textOf(element);
    expect(text).to.contain('Error rate, 24 h –').and.to.contain('Nothing earlier to compare with');
    expect(text).to.contain('Make your first call').and.to.contain(`curl ${API}/v1/auth/api-keys`);
    expect(text).to.contain('Nothing needs you.').and.to.contain('Nothing yet.');
    await accessible(element);
  });

  it('leaves out of recent activity what pages do at each load', async () => {
    await open(dashboardAnswers());
    const asked = seen.find(({ url }) => url.pathname.endsWith('/audit/query'));
    expect(asked?.url.searchParams.get('routine')).to.equal('false');
  });

  it('keeps the figures when recent activity fails, and asks for it alone again', async () => {
    let failing = true;
    const good = dashboardAnswers();
    const element = await open({
      ...good,
      [AUDIT]: () =>
        failing ? refusal(403, 'forbidden') : { status: 200, json: { items: activity(), next_cursor: null } },
    });
    expect(textOf(element))
      .to.contain('41,208')
      .and.to.contain('Recent activity could not be loaded.')
      .and.to.contain('req_test');
    await accessible(element);
    failing = false;
    const asked = seen.filter(({ url }) => url.pathname.endsWith('/dashboard')).length;
    await click(byName(element, 'Try again'));
    await waitUntil(() => textOf(element).includes('Ada Okafor'));
    expect(seen.filter(({ url }) => url.pathname.endsWith('/dashboard')).length).to.equal(asked);
  });

  it('keeps activity when the figures fail: unknown values are dashes', async () => {
    const element = await open({ ...dashboardAnswers(), [DASHBOARD]: refusal(400, 'invalid_request') });
    const text = textOf(element);
    expect(text)
      .to.contain('API calls, 24 h –')
      .and.to.contain('The figures could not be loaded.')
      .and.to.contain('Ada Okafor');
    await accessible(element);
  });

  it('says why it shows nothing, with the request id, and reports it once', async () => {
    const errors = record(document, 'caas-error') as CustomEvent<{ code: string }>[];
    const element = await open({ ...dashboardAnswers(), [DASHBOARD]: refusal(403, 'forbidden') });
    expect(textOf(element)).to.contain('You have no access to this').and.to.contain('req_test');
    expect(errors.map(({ detail }) => detail.code)).to.deep.equal(['permission']);
    await accessible(element);
  });

  it('asks nothing of the audit log for those who may not read it', async () => {
    const element = await open(dashboardAnswers({ role: 'viewer' }), { navigable: true });
    expect(textOf(element)).not.to.contain('Recent activity');
    expect(seen.some(({ url }) => url.pathname.includes('audit'))).to.be.false;
    expect(allByRole(element, 'button', 'Create API key')).to.have.length(0);
    byRole(element, 'button', 'All API keys');
    await accessible(element);
  });

  it('offers links and quick actions only where the page follows them, and leaves the way to the page', async () => {
    const element = await open(dashboardAnswers());
    expect(allByRole(element, 'link')).to.have.length(0);
    expect(allByRole(element, 'button')).to.have.length(0);
    element.navigable = true;
    await settle(element);
    const asked: NavigateEvent['detail'][] = [];
    const follow = (event: Event): void => {
      event.preventDefault();
      asked.push((event as NavigateEvent).detail);
    };
    document.addEventListener('caas-navigate', follow);
    await click(byRole(element, 'link', 'Review: Staging ETL expires in 6 days'));
    await click(byRole(element, 'button', 'Create API key'));
    await click(byRole(element, 'button', 'All API keys'));
    document.removeEventListener('caas-navigate', follow);
    expect(asked).to.deep.equal([
      { page: 'api-keys', params: { q: 'Staging ETL' } },
      { page: 'api-keys', params: { action: 'create' } },
      { page: 'api-keys', params: {} },
    ]);
    await accessible(element);
  });

  it('follows no address of an answer that leads elsewhere', async () => {
    const foreign = ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'];
    const data = figures({ attention: foreign.map((href) => ({ ...expiring(), href })) });
    const element = await open(dashboardAnswers({ data }), { navigable: true });
    expect(allByRole(element, 'link')).to.have.length(0);
  });

  it('has words for every code, and shows names as text', async () => {
    const codes = [
      'key_retiring',
      'rotation_waiting',
      'key_unused',
      'key_in_browser',
      'quota_near',
      'calls_failing',
      'email_unverified',
    ] as const;
    const hostile = '<img src=x onerror=alert(1)>';
    const data = figures({
      attention: codes.map((code) => ({
        ...expiring(),
        code,
        data: {},
        resource: { type: 'api-key', id: 'key_1', name: hostile },
      })),
    });
    const element = await open(
      dashboardAnswers({
        data,
        events: [entry('session.login-failed', { result: 'failure' }), entry('api-key.revoked', { result: 'failure' })],
      }),
    );
    expect(textOf(element))
      .to.contain(`${hostile} was used in a browser`)
      .and.to.contain('Nearly all API keys are in use')
      .and.to.contain(`Calls with ${hostile} fail`);
    expect(element.shadowRoot?.querySelector('img')).to.be.null;
    expect(textOf(element))
      .to.contain('typed a wrong password')
      .and.to.contain('revoked API key Production server Failed');
  });

  it('tells a sign-out from sessions that somebody else ended, and has words for what protects a company', async () => {
    const session = (name: string | null) => ({ type: 'session', id: 'ses_1', name });
    const sdk = (name: string | null) => ({ type: 'sdk-session', id: 'sess_1', name });
    const element = await open(
      dashboardAnswers({
        events: [
          entry('session.ended', { resource: session(null), details: { everywhere: false, sessions: 1 } }),
          entry('session.ended', { resource: session('tomas@meridian.example'), details: { sessions: 1 } }),
          entry('session.ended', { resource: session(null), details: { of: 'others', sessions: 4 } }),
          entry('sdk-session.ended', { resource: sdk('customer-7'), details: { sessions: 1 } }),
          entry('sdk-session.ended', { actor: { type: 'sdk', id: 'sess_1', name: 'customer-9' }, resource: sdk(null) }),
          entry('allowed-ip.added', { resource: { type: 'allowed-ip', id: 'ip_1', name: '192.0.2.7' } }),
          entry('api-key.refused', { actor: { type: 'api_key', id: 'key_1', name: 'Staging ETL' } }),
        ],
      }),
    );
    expect(textOf(element))
      .to.match(/Ada Okafor signed out (?!tomas)/)
      .and.to.contain('Ada Okafor ended a session of tomas@meridian.example')
      .and.to.contain('Ada Okafor ended other sessions')
      .and.to.contain('Ada Okafor ended a session of customer-7')
      .and.to.contain('customer-9 ended their session')
      .and.to.contain('Ada Okafor allowed 192.0.2.7')
      .and.to.contain('Staging ETL was refused');
  });

  it('lets no name turn the words around it', async () => {
    const name = '\u202egnp.exe';
    const data = figures({
      attention: [{ ...expiring(), code: 'key_in_browser', resource: { type: 'api-key', id: 'key_1', name } }],
    });
    const element = await open(
      dashboardAnswers({
        data,
        events: [entry('api-key.created', { actor: { type: 'user', id: 'usr_1', name } })],
      }),
    );
    expect(textOf(element)).to.contain(`\u2068${name}\u2069 was used in a browser`);
    const words = everything(element).find((one) => one.localName === 'span' && textOf(one) === 'created API key');
    const text = [...(words?.childNodes ?? [])].find((node) => node.textContent === 'created API key') as Text;
    const range = document.createRange();
    range.setStart(text, 0);
    range.setEnd(text, 'created'.length);
    expect(range.getBoundingClientRect().left, 'the first word comes first').to.be.closeTo(
      words?.getBoundingClientRect().left ?? Number.NaN,
      1,
    );
  });

  it('speaks German', async () => {
    const element = await open(dashboardAnswers());
    element.locale = 'de';
    await waitUntil(() => textOf(element).includes('Übersicht'));
    expect(textOf(element)).to.contain('36.000 in den 24 h davor');
    await waitUntil(
      () => textOf(element).includes('hat einen Tausch begonnen'),
      'the words of events come by themselves',
    );
  });

  it('stops asking when it leaves, and asks anew when it comes back', async () => {
    const element = await open(dashboardAnswers());
    const parent = element.parentElement;
    element.remove();
    const asked = seen.length;
    dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(seen.length).to.equal(asked);
    parent?.append(element);
    await waitUntil(() => seen.length > asked && textOf(element).includes('41,208'));
  });

  it('says what is not set up, and reports it once', async () => {
    const errors = record(document, 'caas-error') as CustomEvent<{ reason: string }>[];
    const element = await mountOne('caas-dashboard', html`<caas-dashboard locale="en"></caas-dashboard>`);
    await waitUntil(() => errors.length > 0, 'no provider came');
    element.requestUpdate();
    await settle(element);
    expect(errors.map(({ detail }) => detail.reason)).to.deep.equal(['not_configured']);
    expect(textOf(element)).to.contain('This element is not set up');
  });
});
