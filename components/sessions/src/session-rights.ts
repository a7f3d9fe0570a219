import type { Answer } from '@caas/contract/endpoint.js';
import type { me } from '@caas/contract/accounts.js';
import { KINDS, type SessionKind, type SessionsView } from './sessions.data.js';

type Identity = Answer<typeof me>;

/**
 * The tabs there are. Who is signed in to the console is no business of an embed token; end users are for those who may see them.
 * While nothing is known of the caller: all that are asked for.
 */
export function kindsFor(tabs: string, identity: Identity | undefined): readonly SessionKind[] {
  const asked = KINDS.filter((kind) => tabs.split(/\s+/).includes(kind));
  if (!identity || asked.length < 2) return asked;
  const { user, permissions } = identity;
  return asked.filter((kind) => (kind === 'console' ? user !== null : !user || permissions.includes('sessions:read')));
}

/** The list to read; null until it is known who looks. A list of end users alone is the same for everyone. */
export function kindToRead(
  kinds: readonly SessionKind[],
  identity: Identity | undefined,
  { tab }: SessionsView,
): SessionKind | null {
  if (!identity && (kinds.length !== 1 || kinds[0] === 'console')) return null;
  return kinds.find((kind) => kind === tab) ?? kinds[0] ?? null;
}
