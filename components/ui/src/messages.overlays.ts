import { Catalogue } from '@caas/base/localize.js';
import { en } from './locales/en.overlays.js';

/** Texts of dialogs, menus, copying and the like. */
export const messages = new Catalogue(en, { de: () => import('./locales/de.overlays.js') });
