import type { FastifyInstance } from 'fastify';
import * as api from '@caas/contract/embed-tokens.js';
import { EMBED_TOKEN_PREFIX, mintSecret } from '../platform/api-key-format.js';
import { recordEvent } from '../platform/audit.js';
import { EMBED_TOKENS_CHANGED, normalOrigin, scopesWithin } from '../platform/embed-token.js';
import { newId } from '../platform/ids.js';
import { problem } from '../platform/problem.js';
import { insertEmbedToken, revokeEmbedToken } from './embed-tokens.repository.js';

/** Embed tokens: minted by a tenant's server with an admin key, used by elements in its pages. */
export async function embedTokenRoutes(app: FastifyInstance): Promise<void> {
  const { bus } = app.platform;

  app.mount(api.createEmbedToken, async (call) => {
    const { actor, body, tenant } = call;
    const origin = normalOrigin(body.origin);
    if (origin === null) {
      throw problem('invalid_request', {
        errors: [
          {
            path: 'origin',
            code: 'origin_invalid',
            message: 'Scheme, host and port only, such as https://app.example.com. http is for localhost.',
          },
        ],
      });
    }
    const scopes = scopesWithin([...new Set(body.scopes)], actor.keyScopes ?? new Set());
    if (scopes.length === 0)
      throw problem('forbidden', {
        detail: 'This key may give none of these scopes.',
        needs: body.scopes[0]?.endsWith(':read') ? 'read' : 'write',
      });
    const { secret: token, hash } = mintSecret(EMBED_TOKEN_PREFIX);
    const jti = newId('emb');
    await tenant.write(async (tx) => {
      await insertEmbedToken(tx, {
        jti,
        tenantId: tenant.id,
        keyId: actor.id ?? '',
        hash,
        scopes,
        origin,
        actor: body.actor,
        expiresIn: body.expires_in,
      });
      await recordEvent(tx, call, {
        action: 'embed-token.created',
        resource: { type: 'embed-token', id: jti, name: body.actor.name },
        details: { scopes, origin, acting: { id: body.actor.id, name: body.actor.name }, expires_in: body.expires_in },
      });
      await bus.publish(EMBED_TOKENS_CHANGED, { tenant_id: tenant.id }, tx);
    });
    return { status: 201, body: { token, jti, expires_in: body.expires_in, scopes } };
  });

  app.mount(api.revokeEmbedToken, async (call) => {
    const { params, tenant } = call;
    await tenant.write(async (tx) => {
      const ended = await revokeEmbedToken(tx, tenant.id, params.jti);
      if (!ended) throw problem('not_found', { detail: 'There is no such living token.' });
      await recordEvent(tx, call, {
        action: 'embed-token.revoked',
        resource: { type: 'embed-token', id: params.jti },
        details: { origin: ended.origin },
      });
      await bus.publish(EMBED_TOKENS_CHANGED, { tenant_id: tenant.id }, tx);
    });
    return { status: 204 };
  });
}
