import { expect, html, waitUntil } from '@open-wc/testing';
import '@caas/account/caas-profile.js';
import type { Profile, ProfileUpdatedEvent } from '@caas/account/caas-profile.js';
import { refusal, type Reply, type Seen } from '../../support/fetch.js';
import { ADA, identity, profileOf, serve, signInOptions, type Answers } from '../../support/people.js';
import {
  accessible,
  allByRole,
  byName,
  byRole,
  click,
  everything,
  focused,
  mountOne,
  press,
  record,
  settle,
  textOf,
  type,
} from '../../support/ui.js';

const API = 'https://profile.test';
const READ = 'GET /api/v1/users/profile';
const WRITE = 'PUT /api/v1/users/profile';
const CONFIRM = 'POST /api/v1/users/profile/email';
const PASSWORD = 'PUT /api/v1/users/profile/password';
const PICTURE = 'PUT /api/v1/users/profile/avatar';
const ok = (json: unknown): Reply => ({ status: 200, json });

describe('caas-profile', () => {
  let end = (): void => undefined;
  let seen: Seen[] = [];
  afterEach(() => end());

  async function open(answers: Answers = {}, given: Partial<Profile> = {}): Promise<Profile> {
    const server = serve({
      [API]: {
        'GET /api/v1/auth/client/me': ok(identity()),
        'GET /api/v1/auth/client/sign-in-options': signInOptions({ providers: ['github'], passkeys: true }),
        [READ]: ok(profileOf()),
        ...answers,
      },
    });
    end = server.restore;
    seen = server.seen;
    const element = await mountOne(
      'caas-profile',
      html`<caas-profile
        api-url=${API}
        locale="en"
        .getToken=${() => Promise.resolve({ token: 't', expires_in: 900 })}
      ></caas-profile>`,
    );
    Object.assign(element, given);
    await waitUntil(
      () => allByRole(element, 'heading').length > 4 || textOf(element).includes('no access'),
      'it shows',
      {
        timeout: 4_000,
      },
    );
    await settle(element);
    return element;
  }

  const sent = (method: string, path = ''): unknown[] =>
    seen
      .filter((request) => request.method === method && request.url.pathname === `/api/v1/users/profile${path}`)
      .map(({ body }) => body);

  it('shows who somebody is, in headed panels', async () => {
    const element = await open();
    expect(allByRole(element, 'heading').map(({ innerText }) => innerText.trim())).to.deep.equal([
      'Profile',
      'About you',
      'Email',
      'Password',
      'Ways to sign in',
    ]);
    expect((byName(element, /^Name/) as HTMLInputElement).value).to.equal(ADA.name);
    await waitUntil(() => textOf(element).includes('GitHub'));
    await accessible(element);
  });

  it('saves name, language and time zone with the version it read, and says so', async () => {
    const element = await open({
      [WRITE]: ({ body }) => ok(profileOf({ ...(body as object), version: 4 })),
    });
    const events = record(document, 'caas-profile-updated') as ProfileUpdatedEvent[];
    await type(byName(element, /^Name/), 'Ada O.');
    const language = byName(element, 'Language') as HTMLSelectElement;
    language.value = 'de';
    language.dispatchEvent(new Event('change', { bubbles: true }));
    await settle(element);
    expect(textOf(element)).to.contain('Unsaved changes');
    await click(byRole(element, 'button', 'Save'));
    await waitUntil(() => events.length === 1);
    expect(sent('PUT')).to.deep.equal([{ name: 'Ada O.', locale: 'de', timezone: 'Europe/Berlin', version: 3 }]);
    expect(events[0]?.detail).to.deep.equal({ locale: 'de', timeZone: 'Europe/Berlin' });
    await settle(element);
    expect(textOf(element)).to.contain('Saved').and.not.to.contain('Unsaved changes');
    await waitUntil(() => seen.filter(({ url }) => url.pathname.endsWith('/me')).length > 1, 'asks anew who it is');
  });

  it('keeps what was typed when somebody was faster, and saves with the new version then', async () => {
    let version = 3;
    const element = await open({
      [READ]: () => ok(profileOf({ version })),
      [WRITE]: ({ body }) => {
        if ((body as { version: number }).version === version && version > 3)
          return ok(profileOf({ ...(body as object), version: 6 }));
        version = 5;
        return refusal(409, 'version_conflict');
      },
    });
    await type(byName(element, /^Name/), 'Ada O.');
    await press('Enter');
    await waitUntil(() => textOf(element).includes('changed elsewhere meanwhile'));
    expect((byName(element, /^Name/) as HTMLInputElement).value).to.equal('Ada O.');
    const version5 = (part: Element) => (part as { profile?: { version: number } | null }).profile?.version === 5;
    await waitUntil(() => everything(element).some(version5), 'the new version has come');
    await click(byRole(element, 'button', 'Save'));
    await waitUntil(() => textOf(element).includes('Saved'));
    expect(sent('PUT').at(-1)).to.include({ name: 'Ada O.', version: 5 });
  });

  it('changes the address by a code, with a fresh proof first', async () => {
    let fresh = false;
    let now = profileOf();
    const becomes = (next: ReturnType<typeof profileOf>): Reply => ok((now = next));
    const element = await open({
      [READ]: () => ok(now),
      [WRITE]: ({ body }) =>
        fresh
          ? becomes(profileOf({ pending_email: (body as { email: string }).email, version: 4 }))
          : refusal(403, 'step_up_required', { methods: ['password'] }),
      'POST /v1/mfa/step-up': () => {
        fresh = true;
        return ok({ fresh_until: '2026-11-21T14:00:00.000Z' });
      },
      [CONFIRM]: ({ body }) =>
        (body as { code: string }).code === '123456'
          ? becomes(profileOf({ email: 'ada@new.example', version: 5 }))
          : refusal(400, 'code_invalid', { attempts_left: 4 }),
    });
    await type(byName(element, 'New email'), ADA.email.toUpperCase());
    await press('Enter');
    expect(textOf(element)).to.contain('This is your address already.');
    await type(byName(element, 'New email'), 'ada@new.example');
    await press('Enter');
    await waitUntil(() => allByRole(element, 'dialog').length === 1, 'asks for a proof', { timeout: 4_000 });
    await settle(element);
    await type(focused() as HTMLElement, 'plum-lantern');
    await press('Enter');
    await waitUntil(() => textOf(element).includes('Enter the code we mailed to ada@new.example.'));
    await settle(element);
    expect(sent('PUT').at(-1)).to.deep.equal({ email: 'ada@new.example', version: 3 });
    await accessible(element);
    await type(byName(element, 'Code from the mail'), '000000');
    await waitUntil(() => textOf(element).includes('4 tries left'));
    await type(byName(element, 'Code from the mail'), '123456');
    await waitUntil(() => textOf(element).includes('You sign in as ada@new.example.'));
    expect(textOf(element)).to.contain('Email changed.');
  });

  it('gives a change of address up', async () => {
    const element = await open({
      [READ]: ok(profileOf({ pending_email: 'ada@new.example' })),
      [WRITE]: ok(profileOf({ version: 4 })),
    });
    await click(byRole(element, 'button', 'Keep the old address'));
    await waitUntil(() => textOf(element).includes('The old address stays.'));
    expect(sent('PUT')).to.deep.equal([{ email: ADA.email, version: 3 }]);
  });

  it('changes the password: a wrong present one stands at its field, a good one ends other sessions', async () => {
    const element = await open({
      [PASSWORD]: ({ body }) =>
        (body as { current_password: string }).current_password === 'right'
          ? new Response(null, { status: 204 })
          : refusal(403, 'password_wrong'),
    });
    const events = record(document, 'caas-password-changed');
    const [current, next] = ['Current password', 'New password'].map(
      (name) => byName(element, name) as HTMLInputElement,
    );
    expect([current?.autocomplete, next?.autocomplete]).to.deep.equal(['current-password', 'new-password']);
    expect(current?.form?.querySelector<HTMLInputElement>('[autocomplete=username]')?.value).to.equal(ADA.email);
    await type(byName(element, 'Current password'), 'wrong');
    await type(byName(element, 'New password'), 'plum-lantern-orbit-42');
    await press('Enter');
    await waitUntil(() => textOf(element).includes('That is not your current password.'));
    await settle(element);
    expect(focused()).to.equal(byName(element, 'Current password'));
    await accessible(element);
    await type(byName(element, 'Current password'), 'right');
    await press('Enter');
    await waitUntil(() => textOf(element).includes('Other sessions were signed out.'));
    expect(events).to.have.length(1);
    expect((byName(element, 'New password') as HTMLInputElement).value).to.equal('');
  });

  it('asks members without a password for none', async () => {
    const element = await open({
      [READ]: ok(profileOf({ has_password: false, providers: ['github'] })),
      [PASSWORD]: () => new Response(null, { status: 204 }),
    });
    expect(textOf(element)).to.contain('This is your only way to sign in.');
    await type(byName(element, 'New password'), 'plum-lantern-orbit-42');
    await click(byRole(element, 'button', 'Set password'));
    await waitUntil(() => sent('PUT', '/password').length === 1);
    expect(sent('PUT', '/password')).to.deep.equal([{ new_password: 'plum-lantern-orbit-42' }]);
  });

  it('makes a picture small in the browser, sets it, and removes it', async () => {
    const element = await open({
      [PICTURE]: ok(profileOf({ avatar_url: '/avatars/x', version: 4 })),
      'DELETE /api/v1/users/profile/avatar': ok(profileOf({ version: 5 })),
    });
    const canvas = Object.assign(document.createElement('canvas'), { width: 900, height: 600 });
    canvas.getContext('2d')?.fillRect(0, 0, 500, 500);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    const choose = async (file: File): Promise<void> => {
      const input = everything(element).find(
        (each): each is HTMLInputElement => each instanceof HTMLInputElement && each.type === 'file',
      );
      const files = new DataTransfer();
      files.items.add(file);
      if (input) input.files = files.files;
      input?.dispatchEvent(new Event('change', { bubbles: true }));
    };
    await choose(new File(['no picture'], 'note.png', { type: 'image/png' }));
    await waitUntil(() => textOf(element).includes('This file is not a picture'));
    await choose(new File(blob ? [blob] : [], 'ada.png', { type: 'image/png' }));
    await waitUntil(() => sent('PUT', '/avatar').length === 1, 'sent', { timeout: 4_000 });
    const [body] = sent('PUT', '/avatar') as { data: string }[];
    const image = await createImageBitmap(await (await fetchData(body?.data ?? '')).blob());
    expect([image.width, image.height]).to.deep.equal([256, 256]);
    await waitUntil(() => allByRole(element, 'button', 'Remove picture').length === 1);
    await accessible(element);
    await click(byRole(element, 'button', 'Remove picture'));
    await waitUntil(() => textOf(element).includes('Picture removed.'));
  });

  it('leads to two-factor and sessions where the page follows, and disconnects a provider after a question', async () => {
    let providers = ['github'];
    const element = await open(
      {
        [READ]: () => ok(profileOf({ providers: providers as ['github'] })),
        'DELETE /api/v1/auth/client/oauth/github': () => {
          providers = [];
          return new Response(null, { status: 204 });
        },
      },
      { navigable: true },
    );
    const asked = record(document, 'caas-navigate') as CustomEvent<{ page: string }>[];
    await click(byRole(element, 'button', 'See your sessions'));
    expect(asked[0]?.detail.page).to.equal('security');
    await click(byRole(element, 'button', 'Disconnect GitHub'));
    await waitUntil(() => allByRole(element, 'alertdialog').length === 1, 'asks', { timeout: 4_000 });
    await settle(element);
    await new Promise((resolve) => setTimeout(resolve, 400)); // it fades in
    await accessible(element);
    const [, verb] = allByRole(element, 'button', 'Disconnect GitHub');
    await click(verb ?? element);
    await waitUntil(() => textOf(element).includes('GitHub disconnected.'));
    await waitUntil(() => textOf(element).includes('Not connected'));
  });

  it('says why a provider could not be connected', async () => {
    const element = await open({}, { providerError: 'oauth_taken' });
    expect(textOf(element)).to.contain('connected to another member');
  });

  it('says what failed, speaks German, and has nothing for embeds', async () => {
    const element = await open({ [READ]: refusal(403, 'forbidden') });
    expect(textOf(element)).to.contain('You have no access to this');
    end();
    const german = await open();
    german.locale = 'de';
    await waitUntil(() => textOf(german).includes('Wege der Anmeldung'), 'in German', { timeout: 4_000 });
  });
});

/** The bytes of a base64 text, by the browser's own decoder. */
function fetchData(data: string): Promise<Response> {
  return Promise.resolve(new Response(Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))));
}
