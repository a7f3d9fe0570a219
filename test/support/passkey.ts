// An authenticator and the browser around it (WebAuthn level 3), written from the standard: CBOR, COSE and ES256 by hand.
import { createHash, createPrivateKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

type Cbor = number | string | Buffer | Map<Cbor, Cbor>;
type Json = Record<string, unknown>;

function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}

function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, item]) => [cbor(key), cbor(item)])]);
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();

/** What an authenticator does differently from a well-behaved one. */
export interface Quirks {
  /** The page's origin. */
  origin?: string;
  /** The RP id it signs for. */
  rpId?: string;
  challenge?: string;
  /** Whether it checked the person. */
  verified?: boolean;
  counter?: number;
  /** Signs with another key. */
  forged?: boolean;
  userHandle?: string | undefined;
}

const USER_PRESENT = 1;
const USER_VERIFIED = 4;
const CREDENTIAL_DATA = 64;

/** A passkey, made by {@link SoftPasskey.make}. */
export class SoftPasskey {
  readonly id: string;
  readonly #key: KeyObject;
  readonly #origin: string;
  readonly #user: string;
  counter: number;

  private constructor(id: string, key: KeyObject, origin: string, user: string, counter: number) {
    this.id = id;
    this.#key = key;
    this.#origin = origin;
    this.#user = user;
    this.counter = counter;
  }

  /** Makes a passkey for a prompt's options; `response` is what the page sends on. */
  static make(options: Json, origin: string, quirks: Quirks = {}): { passkey: SoftPasskey; response: Json } {
    const rp = options.rp as { id: string };
    const user = options.user as { id: string };
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const id = randomBytes(16);
    const counter = quirks.counter ?? 1;
    const cose = cbor(
      new Map<Cbor, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    );
    const authData = Buffer.concat([
      authenticatorData(quirks.rpId ?? rp.id, CREDENTIAL_DATA, counter, quirks),
      Buffer.alloc(16),
      Buffer.from([0, id.length]),
      id,
      cose,
    ]);
    const attestation = cbor(
      new Map<Cbor, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map<Cbor, Cbor>()],
        ['authData', authData],
      ]),
    );
    const client = clientData('webauthn.create', String(options.challenge), origin, quirks);
    return {
      passkey: new SoftPasskey(id.toString('base64url'), privateKey, origin, user.id, counter),
      response: {
        id: id.toString('base64url'),
        rawId: id.toString('base64url'),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString('base64url'),
          attestationObject: attestation.toString('base64url'),
          transports: ['internal'],
        },
      },
    };
  }

  /** Answers a prompt's options. */
  use(options: Json, quirks: Quirks = {}): Json {
    this.counter = quirks.counter ?? this.counter + 1;
    const authData = authenticatorData(quirks.rpId ?? String(options.rpId), 0, this.counter, quirks);
    const client = clientData('webauthn.get', String(options.challenge), this.#origin, quirks);
    const key = quirks.forged
      ? createPrivateKey(
          generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
        )
      : this.#key;
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', Buffer.concat([authData, sha256(client)]), key).toString('base64url'),
        ...('userHandle' in quirks ? { userHandle: quirks.userHandle } : { userHandle: this.#user }),
      },
    };
  }
}

function authenticatorData(rpId: string, flags: number, counter: number, { verified = true }: Quirks): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([sha256(rpId), Buffer.from([USER_PRESENT | (verified ? USER_VERIFIED : 0) | flags]), count]);
}

function clientData(type: string, challenge: string, origin: string, quirks: Quirks): Buffer {
  return Buffer.from(
    JSON.stringify({
      type,
      challenge: quirks.challenge ?? challenge,
      origin: quirks.origin ?? origin,
      crossOrigin: false,
    }),
  );
}
