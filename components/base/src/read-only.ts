import { weakestRole, type Permission, type Role } from '@caas/contract/permissions.js';
import { Catalogue } from './localize.js';
import { en } from './locales/en.rights.js';
import type { BaseLocalize } from './messages.js';

/** Texts about roles and rights. */
export const rightsMessages = new Catalogue(en, { de: () => import('./locales/de.rights.js') });

/** One sentence that says why there are no actions; `role` is null where the host page decides. */
export function readOnlyText(
  base: BaseLocalize,
  role: Role | null,
  permission: Permission,
  what: string,
): string | null {
  const text = (name: keyof typeof en, ...values: string[]) => base.findIn(rightsMessages, name, ...values) ?? '';
  if (!role) return text('readOnlyEmbed', what);
  return text(
    'readOnly',
    text(`role.${role}`),
    text(weakestRole(permission) === 'owner' ? 'askOwner' : 'askAdmin'),
    what,
  );
}
