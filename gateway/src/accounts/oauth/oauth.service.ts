import type { MfaNeeded } from '@caas/contract/accounts.js';
import type { OAuthError, OAuthProvider } from '@caas/contract/oauth.js';
import type * as z from 'zod/mini';
import { recordEvent, type AuditContext } from '../../platform/audit.js';
import type { RequestInfo } from '../../platform/call.js';
import type { Tx } from '../../platform/db.js';
import { queueMail } from '../../platform/mail.js';
import type { Platform } from '../../platform/platform.js';
import { ProblemError } from '../../platform/problem.js';
import { selectHomeTenant, selectMember } from '../accounts.repository.js';
import { actAs } from '../mfa/mfa.repository.js';
import type { SecondStep } from '../mfa/second-step.js';
import { selectUserByEmail } from '../recovery/members.repository.js';
import type { SessionStore } from '../session-store.js';
import { memberContext, type OpenSession, type SignIn } from '../sign-in.js';
import type { Flow } from './oauth-flow.js';
import type { Identity } from './oauth-providers.js';
import { deleteIdentity, insertIdentity, noteIdentityUse, selectIdentityOwner } from './oauth.repository.js';

/** How a way to a provider and back ended. */
export type Ended =
  | { readonly error: OAuthError }
  | { readonly open: OpenSession }
  | { readonly needed: z.output<typeof MfaNeeded> }
  | { readonly connected: true };

interface Person {
  readonly id: string;
  readonly email: string;
}

/**
 * What a transaction ended with. A refused address is an end too; it is caught out here, so that nothing the transaction did is kept:
 * no identity is connected from an address that may not enter.
 */
function unlessRefused(work: Promise<Ended>): Promise<Ended> {
  return work.catch((error: unknown): Ended => {
    if (error instanceof ProblemError && error.code === 'ip_not_allowed') return { error: error.code };
    throw error;
  });
}

/** Signing in with providers, and connecting them to accounts. */
export class OAuth {
  readonly #platform: Platform;
  readonly #signIn: SignIn;
  readonly #steps: SecondStep;
  readonly #sessions: SessionStore;

  constructor(platform: Platform, signIn: SignIn, steps: SecondStep, sessions: SessionStore) {
    this.#platform = platform;
    this.#signIn = signIn;
    this.#steps = steps;
    this.#sessions = sessions;
  }

  /**
   * Signs in whoever a provider vouches for. An identity that is not known yet is connected to the account with its address only
   * where both sides have verified it: the provider, and we by a mailed code. Else somebody who registers another's address, here
   * or there, would get into the other's account.
   */
  async signIn(provider: OAuthProvider, identity: Identity, request: RequestInfo): Promise<Ended> {
    const { db } = this.#platform;
    const found = await db.platformTx(async (tx) => {
      const owner = await selectIdentityOwner(tx, provider, identity.subject);
      const account = owner === null && identity.email ? await selectUserByEmail(tx, identity.email) : null;
      const userId = owner ?? account?.id ?? null;
      const tenantId = userId && (await selectHomeTenant(tx, userId));
      return { known: owner !== null, proven: account?.email_verified ?? false, userId, tenantId };
    });
    const { known, proven, userId, tenantId } = found;
    if (!known && !(identity.email && identity.verified)) return { error: 'oauth_email_unverified' };
    if (!userId || !tenantId) return { error: 'oauth_no_account' };
    return unlessRefused(
      db.tenant(tenantId).write(async (tx): Promise<Ended> => {
        await actAs(tx, userId);
        const member = await selectMember(tx, tenantId, userId);
        if (!member) return { error: 'oauth_no_account' };
        const { user } = member;
        if (member.tenant.status === 'suspended') return { error: 'tenant_suspended' };
        const context = { ...memberContext(this.#platform, tenantId, user, request), request };
        if (!known && !proven) {
          await recordEvent(tx, context, {
            action: 'session.login-failed',
            resource: { type: 'user', id: userId, name: user.email },
            result: 'failure',
            details: { by: provider, reason: 'oauth_connect_first' },
          });
          return { error: 'oauth_connect_first' };
        }
        if (!known && !(await this.#connect(tx, context, user, provider, identity))) return { error: 'oauth_taken' };
        await noteIdentityUse(tx, provider, userId);
        const needed = await this.#steps.begin(tx, member, provider, request);
        return needed ? { needed } : { open: await this.#signIn.start(tx, member, request, { first: provider }) };
      }),
    );
  }

  /** Connects an identity to the member who began, as long as their session lives and their tenant is active. */
  async connect(
    provider: OAuthProvider,
    identity: Identity,
    { tenantId, userId, sessionId }: NonNullable<Flow['connects']>,
    request: RequestInfo,
  ): Promise<Ended> {
    const session = await this.#sessions.find(tenantId, sessionId);
    if (session?.userId !== userId) return { error: 'oauth_failed' };
    return unlessRefused(
      this.#platform.db.tenant(tenantId).write(async (tx): Promise<Ended> => {
        await actAs(tx, userId);
        const member = await selectMember(tx, tenantId, userId);
        if (!member) return { error: 'oauth_failed' };
        // Asked of the tenant itself: what is known of the session may be older than the suspension.
        if (member.tenant.status === 'suspended') return { error: 'tenant_suspended' };
        await this.#signIn.requireAddress(tx, member, request);
        const context = { ...memberContext(this.#platform, tenantId, member.user, request), request };
        return (await this.#connect(tx, context, member.user, provider, identity))
          ? { connected: true }
          : { error: 'oauth_taken' };
      }),
    );
  }

  /** Takes a provider off the acting member, and tells them. False when it was not connected. */
  async disconnect(
    tx: Tx,
    context: AuditContext & { request: RequestInfo },
    user: Person,
    provider: OAuthProvider,
  ): Promise<boolean> {
    if (!(await deleteIdentity(tx, provider, user.id))) return false;
    await this.#tell(tx, context, user, provider, 'disconnected');
    return true;
  }

  async #connect(
    tx: Tx,
    context: AuditContext & { request: RequestInfo },
    user: Person,
    provider: OAuthProvider,
    { subject, email }: Identity,
  ): Promise<boolean> {
    if (!(await insertIdentity(tx, { provider, subject, user_id: user.id, email }))) return false;
    await this.#tell(tx, context, user, provider, 'connected');
    return true;
  }

  async #tell(
    tx: Tx,
    context: AuditContext & { request: RequestInfo },
    user: Person,
    provider: OAuthProvider,
    what: 'connected' | 'disconnected',
  ): Promise<void> {
    const { tenant, request } = context;
    await recordEvent(tx, context, {
      action: `sign-in-provider.${what}`,
      resource: { type: 'user', id: user.id, name: user.email },
      details: { provider },
    });
    await queueMail(tx, this.#platform, {
      to: user.email,
      userId: user.id,
      tenantId: tenant.id,
      content: {
        kind: what === 'connected' ? 'sign_in_linked' : 'sign_in_unlinked',
        provider,
        at: new Date().toISOString(),
        place: { ip: request.ip, userAgent: request.userAgent },
        url: `${this.#platform.publicOrigin()}/profile`,
      },
    });
  }
}
