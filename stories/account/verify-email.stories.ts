import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '@caas/account/caas-verify-email.js';
import { fill, offline } from '../play.js';
import { refusal } from '../../test/support/fetch.js';
import { identity, serve, type Answers } from '../../test/support/people.js';

const VERIFY = 'POST /api/v1/auth/client/verify-email';
const RESEND = 'POST /api/v1/auth/client/verify-email/resend';
const origins: Record<string, Answers> = {};
serve(origins);

const who = identity();
const ME = {
  status: 200,
  json: { ...who, user: who.user && { ...who.user, email_verified: false }, email_verified: false },
};
const TOKEN = (): Promise<{ token: string; expires_in: number }> =>
  Promise.resolve({ token: 'story', expires_in: 900 });

/** A story with a gateway of its own, whose member has not confirmed the address. */
function story(name: string, answers: Answers, locale = ''): StoryObj {
  const origin = `https://verify-${name}.caas.example`;
  origins[origin] = { 'GET /api/v1/auth/client/me': ME, [RESEND]: { status: 202 }, ...answers };
  return {
    render: (): TemplateResult =>
      html`<caas-verify-email api-url=${origin} .getToken=${TOKEN} .locale=${locale}></caas-verify-email>`,
  };
}

const meta: Meta = { title: 'Elements/Verify email', component: 'caas-verify-email' };
export default meta;

/** Types the code once the strip knows whom it asks. */
async function send(context: { canvasElement: HTMLElement }): Promise<void> {
  const strip = context.canvasElement.querySelector('caas-verify-email');
  for (let frame = 0; frame < 120 && !strip?.shadowRoot?.querySelector('input'); frame += 1)
    await new Promise(requestAnimationFrame);
  await fill('caas-verify-email', [{ code: '123456' }])(context);
}

export const Asking = story('asking', { [VERIFY]: () => new Response(null, { status: 204 }) });

/** Every code is refused. */
export const WrongCode: StoryObj = {
  ...story('wrong', { [VERIFY]: refusal(400, 'code_invalid', { attempts_left: 2 }) }),
  play: send,
};

export const Failing: StoryObj = { ...story('failing', { [VERIFY]: refusal(503, 'unavailable') }), play: send };

export const Offline: StoryObj = { ...story('offline', {}), ...offline };

export const German = story('german', {}, 'de');
