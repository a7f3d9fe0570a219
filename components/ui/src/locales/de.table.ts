import type { Translation } from '@caas/base/localize.js';
import type { en } from './en.table.js';

const de: Translation<typeof en> = {
  actions: 'Aktionen',
};

export default de;
