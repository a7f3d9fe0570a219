import type { Call } from '../../platform/call.js';
import type { Tx } from '../../platform/db.js';
import { problem } from '../../platform/problem.js';
import { selectMember, type UserRow } from '../accounts.repository.js';
import { actAs } from './mfa.repository.js';
import type { FactorContext } from './second-factor.js';

/** The parts of a console member's call. */
export type MemberCall = Pick<Call, 'actor' | 'tenant' | 'request'>;

/** The signed-in member of a call. */
export function memberIds({ actor }: Pick<Call, 'actor'>): { userId: string; sessionId: string } {
  if (actor.id === null || actor.sessionId === undefined) throw new Error('Only console members have factors');
  return { userId: actor.id, sessionId: actor.sessionId };
}

/** Lets the transaction act as the calling member, and tells who they are. */
export async function asMember(tx: Tx, call: MemberCall): Promise<FactorContext & { user: UserRow }> {
  const { userId } = memberIds(call);
  await actAs(tx, userId);
  const member = await selectMember(tx, call.tenant.id, userId);
  if (!member) throw problem('token_invalid');
  return { actor: call.actor, tenant: call.tenant, request: call.request, user: member.user };
}
