import * as z from 'zod';

const Time = z.iso.datetime();
const Actor = z.object({ type: z.string(), id: z.string().nullable(), name: z.string() });
const STATUSES = ['active', 'rotating', 'secondary', 'retiring', 'disabled', 'expired', 'revoked'];

export const SCOPES = ['read', 'write', 'admin'];

const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  note: z.string().nullable(),
  prefix: z.string(),
  last4: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  status: z.enum(STATUSES),
  role: z.enum(['primary', 'secondary']),
  pair_id: z.string().nullable(),
  created_at: Time,
  created_by: Actor,
  expires_at: Time.nullable(),
  last_used_at: Time.nullable(),
  last_used_ip: z.string().nullable(),
  retires_at: Time.nullable(),
  overlap_seconds: z.number().int().nullable(),
  revoked_at: Time.nullable(),
  revoked_by: Actor.nullable(),
  secret_delivered: z.boolean(),
  ip_restrictions: z.array(z.string()),
  version: z.number().int(),
});

const Page = z.object({
  items: z.array(ApiKey),
  next_cursor: z.string().nullable(),
  total: z.number().int(),
  used: z.number().int(),
  limit_allowed: z.number().int(),
});

const Me = z.object({
  actor: z.object({ id: z.string(), name: z.string() }),
  tenant: z.object({ id: z.string(), name: z.string(), plan: z.string(), timezone: z.string(), locale: z.string() }),
  permissions: z.array(z.string()),
});

/** What the form of a new key takes. */
export const NewKey = z.object({
  name: z.string().trim().min(1).max(80),
  scope: z.enum(SCOPES),
  note: z.string().max(500).optional(),
});

async function call(path, options = {}) {
  const token = window.getToken().token;
  const headers = { accept: 'application/json', authorization: `Bearer ${token}`, ...options.headers };
  const response = await fetch(path, { ...options, headers });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}

export const readMe = async ({ signal }) => Me.parse(await call('/api/v1/auth/client/me', { signal }));

export async function readKeys(view, signal) {
  const query = new URLSearchParams({ limit: '25', sort: view.sort });
  if (view.q) query.set('q', view.q);
  if (view.status) query.set('status', view.status);
  return Page.parse(await call(`/v1/auth/api-keys?${query}`, { signal }));
}

export const createKey = ({ scope, ...body }) =>
  call('/v1/auth/api-keys', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ ...body, scopes: [scope] }),
  });
