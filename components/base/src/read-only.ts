import { weakestRole, type Permission, type Role } from '@caas/contract/permissions.js';
import { Catalogue } from './localize.js';
import { en } from './locales/en.rights.js';
import type { BaseLocalize } from './messages.js';

/** Texts about roles and rights. */
export const rightsMessages = new Catalogue(en, { de: () => import('./locales/de.rights.js') });

/**
 * One sentence that says why there are no actions; `role` is null where the host page decides. Null where the caller's `permissions` do
 * not even let them look: what stands in place of the rows says so.
 */
export function readOnlyText(
  base: BaseLocalize,
  role: Role | null,
  permission: Permission,
  what: string,
  permissions?: readonly Permission[],
): string | null {
  if (permissions && !permissions.includes(permission.replace('write', 'read') as Permission)) return null;
  const text = (name: keyof typeof en, ...values: string[]) => base.findIn(rightsMessages, name, ...values) ?? '';
  if (!role) return text('readOnlyEmbed', what);
  return text(
    'readOnly',
    text(`role.${role}`),
    text(weakestRole(permission) === 'owner' ? 'askOwner' : 'askAdmin'),
    what,
  );
}
