import type { Messages } from '@caas/base/localize.js';

export const en = {
  actions: 'Actions',
} satisfies Messages;
