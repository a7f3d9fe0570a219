import { Catalogue } from '@caas/base/localize.js';
import { en } from './locales/en.actions.js';

/** Texts of everything that changes a list: menus, drawers, dialogs, refusals, the countdown. */
export const actionMessages = new Catalogue(en, { de: () => import('./locales/de.actions.js') });
