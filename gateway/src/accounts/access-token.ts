import type { Role } from '@caas/contract/permissions.js';
import type { Platform } from '../platform/platform.js';
import { SignedTokens } from '../platform/signed-tokens.js';

const KIND = { purpose: 'access-token', type: 'at+jwt', audience: 'caas-console' };

/** What an access token says. Rights are not among it: they are read from the session with each call. */
export interface AccessClaims {
  readonly userId: string;
  readonly tenantId: string;
  readonly sessionId: string;
}

/** What a new access token is made from. `role` and `email` are for its reader only. */
export interface AccessTokenInput extends AccessClaims {
  readonly role: Role;
  readonly email: string;
}

/** Signs and checks the console's access tokens. */
export class AccessTokens {
  readonly #tokens: SignedTokens;

  private constructor(tokens: SignedTokens) {
    this.#tokens = tokens;
  }

  /** Loads the key pair, or makes it. */
  static async load(platform: Pick<Platform, 'db' | 'crypto'>): Promise<AccessTokens> {
    return new AccessTokens(await SignedTokens.load(platform, KIND));
  }

  /** A token that works for `ttl` seconds, as long as its session lives. */
  sign({ userId, tenantId, sessionId, role, email }: AccessTokenInput, ttl: number): Promise<string> {
    return this.#tokens.sign(
      userId,
      { tid: tenantId, sid: sessionId, role, ver: 1, email, tenantId, client_id: tenantId },
      ttl,
    );
  }

  /**
   * What a token says, and when it ends (epoch milliseconds); null when it is not a token of this kind. Throws `token_expired`
   * and `token_invalid`.
   */
  async verify(token: string): Promise<(AccessClaims & { readonly expiresAt: number }) | null> {
    const claims = await this.#tokens.verify(token);
    return claims && { userId: claims.sub, tenantId: claims.tid, sessionId: claims.sid, expiresAt: claims.exp * 1000 };
  }
}
