import {
  WebAuthnAbortService,
  startAuthentication,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { ApiError } from './errors.js';

/** What the browser's WebAuthn calls take and give, as JSON (WebAuthn level 3, section 5.1.10). */
type WebAuthnJson = Record<string, unknown>;

/** Whether it is a prompt at all: whatever else stands in one is optional. */
function isPrompt(options: WebAuthnJson): options is WebAuthnJson & PublicKeyCredentialRequestOptionsJSON {
  return typeof options.challenge === 'string';
}

/**
 * Asks the browser for the answer of a passkey, by its prompt, or with `autofill` among the suggestions of a field whose
 * `autocomplete` ends in `webauthn`: then it waits until one is chosen, or until another question takes its place.
 * Brought on demand: import it where a passkey is used. Throws `cancelled` when the prompt was closed, else `passkey_failed`.
 */
export async function askPasskey(options: WebAuthnJson, { autofill = false } = {}): Promise<WebAuthnJson> {
  try {
    if (!isPrompt(options)) throw new TypeError('This is no passkey prompt');
    const answer = await startAuthentication({
      optionsJSON: options,
      useBrowserAutofill: autofill,
      verifyBrowserAutofillInput: false, // it looks in the document alone, and our fields stand in shadow roots
    });
    return { ...answer };
  } catch (cause) {
    const { name } = cause instanceof Error ? cause : new Error();
    // A prompt that was closed and one without a fitting passkey look alike, on purpose of the specification.
    if (name === 'NotAllowedError' || name === 'AbortError')
      throw new ApiError('cancelled', 'The passkey prompt was closed.', { cause });
    throw new ApiError('passkey_failed', 'The browser could not use a passkey here.', { cause });
  }
}

/** Takes back the question that waits, if one does. */
export function dropPasskeyQuestion(): void {
  WebAuthnAbortService.cancelCeremony();
}
