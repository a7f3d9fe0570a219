import { Catalogue } from '@caas/base/localize.js';
import { en } from './locales/en.actions.js';

/** Texts of everything that opens on demand: menus, drawers, dialogs, the rotation panel. */
export const actionMessages = new Catalogue(en, { de: () => import('./locales/de.actions.js') });
