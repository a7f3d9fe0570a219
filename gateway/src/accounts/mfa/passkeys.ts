import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import * as z from 'zod/mini';
import type { RequestInfo } from '../../platform/call.js';
import type { Tx } from '../../platform/db.js';
import { newId } from '../../platform/ids.js';
import { passkeyHost } from '../../platform/passkey-host.js';
import type { Platform } from '../../platform/platform.js';
import { problem } from '../../platform/problem.js';
import {
  keepChallenge,
  notePasskeyUse,
  selectPasskeys,
  takeChallenge,
  type ChallengePurpose,
  type PasskeyRow,
} from './passkeys.repository.js';

/** What browsers' prompts take and give. Its inside is the library's affair. */
export type WebAuthnRecord = Record<string, unknown>;

const TIMEOUT_MS = 5 * 60_000;

/** What is read of the answers of browsers (WebAuthn level 3, section 5.1). What they say is the library's to judge. */
const CREDENTIAL = {
  id: z.string(),
  rawId: z.string(),
  type: z.literal('public-key'),
  clientExtensionResults: z._default(z.object({}), {}),
};
const Made = z.object({
  ...CREDENTIAL,
  response: z.object({
    clientDataJSON: z.string(),
    attestationObject: z.string(),
    transports: z.optional(z.array(z.string())),
  }),
});
const Used = z.object({
  ...CREDENTIAL,
  response: z.object({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
    userHandle: z.optional(z.string()),
  }),
});

/** Where a passkey is used: its host and the page's origin. */
interface Place {
  readonly host: string;
  readonly origin: string;
}

function placeOf(request: RequestInfo): Place {
  const host = passkeyHost(request);
  if (host === null)
    throw problem('passkeys_unavailable', { detail: 'Open the console by its host name over https to use passkeys.' });
  return { host, origin: request.ownOrigin };
}

function invalid() {
  return problem('passkey_invalid', { detail: 'This passkey was not accepted. Try again, or use another way.' });
}

/** Prompts for passkeys, and the checks of what they give. Each prompt's challenge serves once, for five minutes. */
export class Passkeys {
  readonly #db: Platform['db'];

  constructor({ db }: Pick<Platform, 'db'>) {
    this.#db = db;
  }

  /** The prompt to make a passkey. Throws `passkeys_unavailable`. */
  async toAdd(
    owner: string,
    user: { id: string; email: string; name: string | null },
    present: readonly PasskeyRow[],
    request: RequestInfo,
  ): Promise<WebAuthnRecord> {
    const options = await generateRegistrationOptions({
      rpName: 'CAAS Console',
      rpID: placeOf(request).host,
      userName: user.email,
      userDisplayName: user.name ?? user.email,
      userID: new Uint8Array(Buffer.from(user.id)),
      timeout: TIMEOUT_MS,
      attestationType: 'none',
      excludeCredentials: present.map(({ credential_id: id, transports }) => ({ id, transports })),
      // Discoverable, so that it signs in without an address typed; checking the person makes it enough by itself.
      authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    });
    await this.#db.platformTx((tx) => keepChallenge(tx, 'add', owner, options.challenge));
    return { ...options };
  }

  /** What to keep of the passkey a browser made. Throws `passkey_invalid` and `passkeys_unavailable`. */
  async made(
    owner: string,
    response: WebAuthnRecord,
    request: RequestInfo,
  ): Promise<Pick<PasskeyRow, 'id' | 'credential_id' | 'public_key' | 'counter' | 'transports' | 'synced'>> {
    const { host, origin } = placeOf(request);
    const challenge = await this.#db.platformTx((tx) => takeChallenge(tx, 'add', owner));
    const given = z.safeParse(Made, response);
    if (challenge === null || !given.success) throw invalid();
    const { registrationInfo } = await verifyRegistrationResponse({
      response: given.data,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: false,
    }).catch(() => ({ registrationInfo: undefined }));
    if (!registrationInfo) throw invalid();
    const { credential, credentialBackedUp } = registrationInfo;
    return {
      id: newId('psk'),
      credential_id: credential.id,
      public_key: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: (credential.transports ?? []).filter((name) => /^[a-z-]{1,20}$/.test(name)).slice(0, 10),
      synced: credentialBackedUp,
    };
  }

  /**
   * The prompt to use a passkey; `present` are those it may be, none for whichever the person picks. Throws `passkeys_unavailable`.
   */
  async toUse(
    purpose: ChallengePurpose,
    owner: string,
    present: readonly PasskeyRow[],
    request: RequestInfo,
  ): Promise<WebAuthnRecord> {
    const options = await generateAuthenticationOptions({
      rpID: placeOf(request).host,
      allowCredentials: present.map(({ credential_id: id, transports }) => ({ id, transports })),
      userVerification: purpose === 'sign-in' ? 'required' : 'preferred',
      timeout: TIMEOUT_MS,
    });
    await this.#db.platformTx((tx) => keepChallenge(tx, purpose, owner, options.challenge));
    return { ...options };
  }

  /** Takes the challenge of a prompt, so that whatever is answered can't be answered again. Throws `passkey_invalid`. */
  async take(purpose: ChallengePurpose, owner: string): Promise<string> {
    const challenge = await this.#db.platformTx((tx) => takeChallenge(tx, purpose, owner));
    if (challenge === null) throw invalid();
    return challenge;
  }

  /**
   * Whether one of the member's passkeys answered the challenge, in a transaction that acts as the member. Its use is noted.
   * With `alone` the authenticator must have checked the person, and name the member.
   */
  async answered(
    tx: Tx,
    userId: string,
    { challenge, response, alone }: { challenge: string; response: WebAuthnRecord; alone: boolean },
    request: RequestInfo,
  ): Promise<PasskeyRow | null> {
    const { host, origin } = placeOf(request);
    const { data: given } = z.safeParse(Used, response);
    const passkey = given && (await selectPasskeys(tx, userId)).find((row) => row.credential_id === given.id);
    if (!passkey) return null;
    const result = await verifyAuthenticationResponse({
      response: given,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: host,
      credential: {
        id: passkey.credential_id,
        publicKey: new Uint8Array(passkey.public_key),
        counter: passkey.counter,
      },
      requireUserVerification: alone,
    }).catch(() => null);
    if (!result?.verified) return null;
    const handle = given.response.userHandle;
    if (handle ? Buffer.from(handle, 'base64url').toString() !== userId : alone) return null;
    const { newCounter: counter, credentialBackedUp: synced } = result.authenticationInfo;
    return (await notePasskeyUse(tx, passkey.id, { counter, synced })) ? passkey : null;
  }
}
