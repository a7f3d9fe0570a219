import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { backOnline, clickIn, sendIn } from '../play.js';
import { refusal } from '../../test/support/fetch.js';
import { ARGS, story, type Args } from './story.js';

const meta: Meta<Args> = {
  title: 'Elements/API keys, connection',
  component: 'caas-api-keys',
  args: ARGS,
};
export default meta;

/** Neither attributes nor a provider around it: who builds the page reads what is missing. */
export const NotSetUp: StoryObj<Args> = { render: (): TemplateResult => html`<caas-api-keys></caas-api-keys>` };

const noToken = (): Promise<never> => Promise.reject(new Error('/caas-token answered 404'));

/** The page's own server gives no token. */
export const NoToken: StoryObj<Args> = {
  render: (): TemplateResult =>
    html`<caas-api-keys api-url="https://no-token.caas.example" .getToken=${noToken}></caas-api-keys>`,
};

/** The token was minted for another page. */
export const WrongOrigin = story('wrong-origin', undefined, (gateway) => {
  for (const read of ['listApiKeys', 'me']) gateway.overrides.set(read, refusal(403, 'origin_not_allowed'));
});

/** No token is good any more. */
export const SessionEnded = story('session-ended', undefined, (gateway) => {
  for (const read of ['listApiKeys', 'me']) gateway.overrides.set(read, refusal(401, 'token_expired'));
});

/** For three seconds after the browser was offline. */
export const BackOnline: StoryObj<Args> = { ...story('back-online'), ...backOnline };

/** Whether the key was made is not known: form and list say so, and sending again is safe. */
export const AnswerLost: StoryObj<Args> = {
  ...story('answer-lost', undefined, (gateway) => {
    gateway.overrides.set('createApiKey', () => Promise.reject(new TypeError('connection cut')));
  }),
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'Create key');
    await sendIn(canvasElement, 'caas-api-keys-create', { name: 'Nightly export' });
  },
};
