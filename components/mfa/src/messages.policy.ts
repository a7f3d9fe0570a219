import { Catalogue } from '@caas/base/localize.js';
import { en } from './locales/en.policy.js';

/** Texts of the company's policy. */
export const policyMessages = new Catalogue(en, { de: () => import('./locales/de.policy.js') });
