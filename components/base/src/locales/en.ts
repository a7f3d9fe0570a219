import type { Format } from '../format.js';

/** Texts every page element needs. */
export const en = {
  stillLoading: 'Still loading.',
  retry: 'Try again',
  offline: (f: Format, since: number) => (since ? `Offline. Showing data from ${f.time(since)}.` : 'Offline.'),
  backOnline: 'Back online',
  refreshFailed: (f: Format, since: number) => `Could not refresh. Showing data from ${f.time(since)}.`,
  requestId: 'Request id',
  readOnly: (_: Format, role: string, ask: string, what: string) =>
    `You have ${role} access. Ask ${ask} to change ${what}.`,
  readOnlyEmbed: (_: Format, what: string) => `This page may show ${what}, not change them.`,
  roleOwner: 'Owner',
  roleAdmin: 'Admin',
  roleDeveloper: 'Developer',
  roleViewer: 'Viewer',
  askOwner: 'the owner',
  askAdmin: 'an admin',
};
