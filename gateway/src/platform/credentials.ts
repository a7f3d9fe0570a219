import type { Caller } from '@caas/contract/endpoint.js';
import type { Actor, RequestInfo } from './call.js';
import type { Whitelists } from './whitelist-judge.js';

/** A caller whose credential was found good. */
export interface ResolvedCaller {
  readonly actor: Actor;
  readonly tenantId: string;
  /** Of tokens: when they end by time, in epoch milliseconds. */
  readonly expiresAt?: number;
  /** Notes that the credential was used. Called once nothing refuses the call any more, and never for one judged aside. */
  readonly onUse?: () => void;
}

/** A credential as it came in. */
export interface Credential {
  /** The token behind `Bearer`, or the value of `x-api-key`. */
  readonly value: string;
  readonly request: RequestInfo;
  /** The token alone is judged, not where it is used from: somebody else asks whether it is good. Nothing is counted as its use. */
  readonly aside?: boolean;
}

/**
 * Checks one kind of credential. Null: "not of my form", the next kind is asked. A credential of the right form that is not
 * good is refused by throwing (`token_invalid`, `token_expired`, `api_key_invalid`, `origin_not_allowed`, `ip_not_allowed`).
 */
export type CallerResolver = (credential: Credential) => Promise<ResolvedCaller | null>;

/** The kinds of callers that bring a credential in a header. */
export type CredentialKind = Extract<Caller, 'console' | 'embed' | 'key' | 'sdk'>;

/** Who checks which kind of credential. Filled in `app.ts`. */
export class Credentials {
  readonly #resolvers = new Map<CredentialKind, CallerResolver>();
  readonly #whitelists: Pick<Whitelists, 'requireConsoleIp' | 'requireOrigin'>;

  constructor(whitelists: Pick<Whitelists, 'requireConsoleIp' | 'requireOrigin'>) {
    this.#whitelists = whitelists;
  }

  /** Names the check of a kind; each kind has one. */
  register(kind: CredentialKind, resolver: CallerResolver): void {
    if (this.#resolvers.has(kind)) throw new Error(`Two resolvers for ${kind}`);
    this.#resolvers.set(kind, resolver);
  }

  /** The caller behind an `x-api-key`; null when the value has not the form of a key. */
  async resolveKey(credential: Credential): Promise<ResolvedCaller | null> {
    return (await this.#resolvers.get('key')?.(credential)) ?? null;
  }

  /**
   * The caller behind a bearer token, whatever its kind; null when no kind knows its form. A good token is judged by its tenant's
   * lists as well: members by address, others by origin (`ip_not_allowed`, `origin_not_allowed`).
   */
  async resolveBearer(credential: Credential): Promise<(ResolvedCaller & { kind: CredentialKind }) | null> {
    for (const kind of ['console', 'embed', 'sdk'] as const) {
      const resolved = await this.#resolvers.get(kind)?.(credential);
      if (!resolved) continue;
      const call = { ...resolved, request: credential.request };
      if (!credential.aside)
        await (kind === 'console' ? this.#whitelists.requireConsoleIp(call) : this.#whitelists.requireOrigin(call));
      if (!credential.aside) resolved.onUse?.();
      return { ...resolved, kind };
    }
    return null;
  }
}
