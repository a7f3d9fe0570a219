import { Catalogue } from '@caas/base/localize.js';
import { en } from './locales/en.rules.js';

/** Why a text is no entry, by the code of the rule. */
export const ruleMessages = new Catalogue(en, { de: () => import('./locales/de.rules.js') });
