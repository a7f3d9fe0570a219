import type { LitElement } from 'lit';
import type { ApiClient } from '@caas/base/client.js';
import { define } from '@caas/base/define.js';
import type { ApiError } from '@caas/base/errors.js';
import { stepUpMethods } from '@caas/base/step-up.js';
import { StepUp } from './step-up-dialog.js';

export { StepUp };

define('caas-step-up', StepUp);

/** Asks in a dialog of `host`. True once it is proven, false when the dialog was closed. */
export async function askStepUp(host: LitElement, client: ApiClient, refusal: ApiError): Promise<boolean> {
  const dialog = document.createElement('caas-step-up');
  dialog.client = client;
  dialog.methods = await stepUpMethods(client, refusal);
  host.renderRoot.append(dialog);
  try {
    return await dialog.ask();
  } finally {
    dialog.remove();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'caas-step-up': StepUp;
  }
}
