import { Catalogue } from '@caas/base/localize.js';
import { en } from './locales/en.overlays.js';

/** Texts of what opens over the console. Brought with it. */
export const overlayMessages = new Catalogue(en, { de: () => import('./locales/de.overlays.js') });
