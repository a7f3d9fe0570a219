import type { Format } from '../format.js';
import type { Translation } from '../localize.js';
import type { en } from './en.rights.js';

const de: Translation<typeof en> = {
  readOnly: (_: Format, role: string, ask: string, what: string) =>
    `Zugriff als ${role}. Zum Ändern (${what}) bitte ${ask} fragen.`,
  readOnlyEmbed: (_: Format, what: string) => `Diese Seite darf ${what} zeigen, aber nicht ändern.`,
  'role.owner': 'Inhaber',
  'role.admin': 'Admin',
  'role.developer': 'Entwickler',
  'role.viewer': 'Betrachter',
  askOwner: 'den Inhaber',
  askAdmin: 'einen Admin',
};

export default de;
