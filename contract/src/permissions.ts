/** Every permission of the API, `resource:verb`. */
export const PERMISSIONS = [
  'api-keys:read',
  'api-keys:write',
  'audit:read',
  'security:read',
  'security:write',
  'sessions:read',
  'sessions:write',
  'tenant:read',
  'usage:read',
  'whitelist:read',
  'whitelist:write',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Tenant roles, strongest first. */
export const ROLES = ['owner', 'admin', 'developer', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** What each role may do. The gateway decides by it, the elements explain by it. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: PERMISSIONS,
  admin: PERMISSIONS,
  developer: [
    'api-keys:read',
    'api-keys:write',
    'audit:read',
    'security:read',
    'sessions:read',
    'tenant:read',
    'usage:read',
    'whitelist:read',
  ],
  viewer: ['api-keys:read', 'security:read', 'tenant:read', 'usage:read', 'whitelist:read'],
};

/** Scopes an embed token may carry. Ownership, billing and two-factor are not among them: those acts happen in the console. */
export const EMBED_SCOPES = PERMISSIONS.filter(
  (permission): permission is Exclude<Permission, 'security:read' | 'security:write'> =>
    !permission.startsWith('security:'),
);

/** The weakest role that has a permission, for texts like "Ask an admin". */
export function weakestRole(permission: Permission): Role {
  for (const role of [...ROLES].reverse()) if (ROLE_PERMISSIONS[role].includes(permission)) return role;
  return 'owner';
}
