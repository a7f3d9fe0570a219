import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ApiClient } from '@caas/base/client.js';
import type { StepUpMethod } from '@caas/base/step-up.js';
import '@caas/ui/caas-step-up.js';
import { refusal } from '../../test/support/fetch.js';
import { serve } from '../../test/support/people.js';

const API = 'https://step-up.caas.example';
serve({ [API]: { 'POST /v1/mfa/step-up': refusal(400, 'code_invalid', { attempts_left: 4 }) } });

const meta: Meta = { title: 'Kit/Step-up', component: 'caas-step-up' };
export default meta;

/** Opens with these ways to prove it. Every code is refused. */
function story(...methods: StepUpMethod[]): StoryObj {
  return {
    render: () => html`<caas-step-up .client=${new ApiClient({ url: API })} .methods=${methods}></caas-step-up>`,
    play: ({ canvasElement }) => void canvasElement.querySelector('caas-step-up')?.ask(),
  };
}

export const AuthenticatorApp = story('totp', 'recovery_code', 'passkey');
export const Password = story('password');
export const Passkey = story('passkey', 'recovery_code');
export const NoWay = story();
