import type { LitElement } from 'lit';
import type { ApiClient } from '@caas/base/client.js';
import { ApiError, toApiError } from '@caas/base/errors.js';
import type { askStepUp } from './caas-step-up.js';

/**
 * Runs a call that may be sensitive. Where the gateway refuses it with `step_up_required`, asks for a fresh proof in a dialog of
 * `host`, and runs it again; whoever closes the dialog gets the refusal. The dialog comes with the first refusal, not before.
 * `run` has to make a new request each time.
 */
export async function withStepUp<T>(host: LitElement, client: ApiClient, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    const refusal = toApiError(cause);
    if (refusal.code !== 'step_up_required') throw cause;
    const dialog = await bring();
    if (!(await dialog.askStepUp(host, client, refusal))) throw refusal;
    return run();
  }
}

async function bring(): Promise<{ askStepUp: typeof askStepUp }> {
  try {
    return await import('./caas-step-up.js');
  } catch (cause) {
    throw new ApiError('network', 'A part of this page could not be loaded.', { cause });
  }
}
