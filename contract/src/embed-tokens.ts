import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { id, text } from './fields.js';
import { EMBED_SCOPES } from './permissions.js';

export const createEmbedToken = endpoint({
  id: 'createEmbedToken',
  method: 'POST',
  path: '/v1/embed/tokens',
  summary: "Mint a short-lived token for elements embedded in a page of the tenant's own",
  who: ['key'],
  keyScope: 'admin',
  body: z.strictObject({
    scopes: z.array(z.enum(EMBED_SCOPES)).check(z.minLength(1), z.maxLength(EMBED_SCOPES.length)),
    /** Scheme, host and port of the one page that may use the token. `http` for localhost only. */
    origin: z.string().check(z.maxLength(300)),
    actor: z.strictObject({ id: text(1, 200), name: text(1, 200) }),
    expires_in: z._default(z.int().check(z.gte(60), z.lte(900)), 300),
  }),
  /** `jti` names the token without being it: for logs and for ending it early. */
  answers: {
    201: z.object({ token: z.string(), jti: z.string(), expires_in: z.int(), scopes: z.array(z.enum(EMBED_SCOPES)) }),
  },
  errors: ['forbidden'],
  secrets: ['token'],
});

export const revokeEmbedToken = endpoint({
  id: 'revokeEmbedToken',
  method: 'DELETE',
  path: '/v1/embed/tokens/:jti',
  summary: 'End an embed token before its time',
  who: ['key'],
  keyScope: 'admin',
  params: z.strictObject({ jti: id('emb') }),
  answers: { 204: null },
  errors: ['not_found'],
});
