import { Catalogue, type Localize } from './localize.js';
import { en } from './locales/en.js';

/** Texts every page element shares. */
export const baseMessages = new Catalogue(en, { de: () => import('./locales/de.js') });

export type BaseLocalize = Localize<typeof en>;
