import type { Translation } from '@caas/base/localize.js';
import type { en } from './en.states.js';

const de: Translation<typeof en> = {
  emptyTitle: 'Ersten Schlüssel erstellen',
  emptyText:
    'Mit einem Schlüssel weisen sich Ihre Server bei CAAS aus. Er wird einmal gezeigt, danach nur als Hash gespeichert.',
  emptyReadOnly: 'Es gibt noch keine Schlüssel.',
  docs: 'Mehr über Schlüssel',
  refusedTitle: 'Diese Filter sind nicht möglich',
  refusedText: 'In der Suche stehen Zeichen, die kein Schlüssel enthält. Ohne die Filter sehen Sie alle Schlüssel.',
};

export default de;
