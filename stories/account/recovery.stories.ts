import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '@caas/account/caas-forgot-password.js';
import '@caas/account/caas-reset-password.js';
import '@caas/account/caas-sign-in-report.js';
import { fill, offline } from '../play.js';
import { refusal, type Reply } from '../../test/support/fetch.js';
import { serve, type Answers } from '../../test/support/people.js';

const FORGOT = 'POST /api/v1/auth/client/forgot-password';
const RESET = 'POST /api/v1/auth/client/reset-password';
const REPORT = 'POST /api/v1/auth/client/sign-in/report';
const TOKEN = 'link-token-of-a-story-0000';
const SENT: Reply = { status: 202 };
const done = (): Response => new Response(null, { status: 204 });
const origins: Record<string, Answers> = {};
serve(origins);

/** A story with a gateway of its own. */
function story(name: string, answers: Answers, render: (api: string) => TemplateResult): StoryObj {
  const origin = `https://recovery-${name}.caas.example`;
  origins[origin] = answers;
  return { render: () => render(origin) };
}

const forgot = (api: string, locale = ''): TemplateResult =>
  html`<caas-forgot-password api-url=${api} login-url="#login" .locale=${locale}></caas-forgot-password>`;
const reset = (api: string, token = TOKEN): TemplateResult =>
  html`<caas-reset-password
    api-url=${api}
    login-url="#login"
    forgot-url="#forgot"
    .token=${token}
  ></caas-reset-password>`;
const report = (api: string, token = TOKEN): TemplateResult =>
  html`<caas-sign-in-report
    api-url=${api}
    login-url="#login"
    forgot-url="#forgot"
    .token=${token}
  ></caas-sign-in-report>`;

const meta: Meta = { title: 'Elements/Recovery', component: 'caas-forgot-password' };
export default meta;

const ADDRESS = { email: 'ada@meridian.example' };
const CODE = { code: '123456', new_password: 'krtek blueprint sauna' };
const toCode = fill('caas-forgot-password', [ADDRESS]);
const toEnd = fill('caas-forgot-password', [ADDRESS, CODE]);
const setNew = fill('caas-reset-password', [{ new_password: 'krtek blueprint sauna' }]);

export const Address = story('address', { [FORGOT]: SENT }, forgot);

/** The code is on its way: code and new password on one screen. */
export const Code: StoryObj = { ...story('code', { [FORGOT]: SENT, [RESET]: done }, forgot), play: toCode };

/** Every code is refused. */
export const WrongCode: StoryObj = {
  ...story('wrong', { [FORGOT]: SENT, [RESET]: refusal(400, 'code_invalid', { attempts_left: 4 }) }, forgot),
  play: toEnd,
};

export const Done: StoryObj = { ...story('done', { [FORGOT]: SENT, [RESET]: done }, forgot), play: toEnd };

/** The answer is on its way. */
export const Sending: StoryObj = {
  ...story('busy', { [FORGOT]: () => new Promise(() => undefined) }, forgot),
  play: toCode,
};

export const Failing: StoryObj = {
  ...story('failing', { [FORGOT]: refusal(503, 'unavailable') }, forgot),
  play: toCode,
};

export const Offline: StoryObj = { ...story('offline', { [FORGOT]: SENT }, forgot), ...offline };

export const German: StoryObj = {
  ...story('german', { [FORGOT]: SENT, [RESET]: done }, (api) => forgot(api, 'de')),
  play: toCode,
};

/** Neither an address nor a provider around it. */
export const NotSetUp: StoryObj = { render: () => html`<caas-forgot-password></caas-forgot-password>` };

/** From the link of a mail. */
export const Link = story('link', { [RESET]: done }, reset);

/** The link was used before. */
export const DeadLink: StoryObj = {
  ...story('dead', { [RESET]: refusal(400, 'code_expired') }, reset),
  play: setNew,
};

/** "This wasn't me". */
export const ForeignSignIn = story('foreign', { [REPORT]: done }, report);

/** The session has ended. */
export const SessionEnded: StoryObj = {
  ...story('ended', { [REPORT]: done }, report),
  play: fill('caas-sign-in-report', [{}]),
};
