import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '@caas/account/caas-profile.js';
import { offline } from '../play.js';
import { refusal, type Reply } from '../../test/support/fetch.js';
import { identity, profileOf, serve, signInOptions, type Answers } from '../../test/support/people.js';

const READ = 'GET /api/v1/users/profile';
const ok = (json: unknown): Reply => ({ status: 200, json });
const origins: Record<string, Answers> = {};
serve(origins);
const TOKEN = (): Promise<{ token: string; expires_in: number }> =>
  Promise.resolve({ token: 'story', expires_in: 900 });

/** A story with a gateway of its own. */
function story(name: string, answers: Answers, { locale = '', error = '' } = {}): StoryObj {
  const origin = `https://profile-${name}.caas.example`;
  origins[origin] = {
    'GET /api/v1/auth/client/me': ok(identity()),
    'GET /api/v1/auth/client/sign-in-options': signInOptions({ providers: ['google', 'github'], passkeys: true }),
    [READ]: ok(profileOf({ providers: ['github'] })),
    'PUT /api/v1/users/profile': ({ body }) => ok(profileOf({ ...(body as object), version: 4 })),
    ...answers,
  };
  return {
    render: (): TemplateResult =>
      html`<caas-profile
        api-url=${origin}
        .getToken=${TOKEN}
        .locale=${locale}
        provider-error=${error}
        navigable
      ></caas-profile>`,
  };
}

const meta: Meta = { title: 'Elements/Profile', component: 'caas-profile' };
export default meta;

export const Filled = story('filled', {});

export const Loading = story('loading', { [READ]: () => new Promise(() => undefined) });

/** A new address waits for its code. */
export const PendingEmail = story('pending', { [READ]: ok(profileOf({ pending_email: 'ada@new.example' })) });

/** Signs in with a provider alone: nothing to disconnect before there is a password. */
export const NoPassword = story('provider', { [READ]: ok(profileOf({ has_password: false, providers: ['google'] })) });

/** The way back from a provider that belongs to somebody else. */
export const ConnectFailed = story('connect', {}, { error: 'oauth_taken' });

/** Whatever is saved was changed elsewhere. */
export const Conflict = story('conflict', { 'PUT /api/v1/users/profile': refusal(409, 'version_conflict') });

export const Failing = story('failing', { [READ]: refusal(503, 'unavailable') });

export const Offline: StoryObj = { ...story('offline', {}), ...offline };

/** Neither an address nor a provider around it. */
export const NotSetUp: StoryObj = { render: () => html`<caas-profile></caas-profile>` };

export const German = story('german', {}, { locale: 'de' });
