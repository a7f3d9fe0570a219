import type { Format } from '../format.js';

/** Why there are no actions, and whom to ask for them. */
export const en = {
  readOnly: (_: Format, role: string, ask: string, what: string) =>
    `You have ${role} access. Ask ${ask} to change ${what}.`,
  readOnlyEmbed: (_: Format, what: string) => `This page may show ${what}, not change them.`,
  'role.owner': 'Owner',
  'role.admin': 'Admin',
  'role.developer': 'Developer',
  'role.viewer': 'Viewer',
  askOwner: 'the owner',
  askAdmin: 'an admin',
};
