import type { ApiKey } from '@caas/contract/api-keys.js';
import { mayBecome } from '@caas/contract/key-status.js';
import type { Localize } from '@caas/base/localize.js';
import { activity, ban, check, chevronsUpDown, pause, pencil, play, rotateCw, trash2, undo2 } from '@caas/ui/icons.js';
import type { Icon } from '@caas/ui/icons.js';
import type { MenuItem } from '@caas/ui/menu.js';
import { SCOPE_FILTERS, STATUS_FILTERS, type KeysView } from './api-keys.data.js';
import type { Feature } from './key-actions.js';
import type en from './locales/en.actions.js';

type Texts = Localize<typeof en>;

/** What a row's menu may ask for. */
export const KEY_COMMANDS = [
  'usage',
  'rotate',
  'promote',
  'rollback',
  'edit',
  'disable',
  'enable',
  'cancelRotation',
  'retire',
  'revoke',
  'delete',
] as const;
export type KeyCommand = (typeof KEY_COMMANDS)[number];

/** The entries of a key's menu: what its status allows and the caller may do. Offline they stand there with the reason. */
export function keyMenu(
  key: ApiKey,
  texts: Texts,
  can: (feature: Feature | 'edit') => boolean,
  offline: boolean,
): MenuItem[] {
  const waits = key.status === 'secondary';
  const retires = key.status === 'retiring';
  const plain = !waits && !retires;
  const write = { disabled: offline, ...(offline ? { hint: texts.text('offlineHint') } : {}) };
  const entry = (id: KeyCommand, icon: Icon, when: boolean, more: object = write): MenuItem[] =>
    when ? [{ id, label: texts.text(id), icon, ...more }] : [];
  const dangers = [
    ...entry('cancelRotation', ban, waits && can('rotate'), { ...write, danger: true }),
    ...entry('retire', ban, retires && can('revoke'), { ...write, danger: true }),
    ...entry('revoke', ban, plain && can('revoke') && mayBecome(key.status, 'revoked'), { ...write, danger: true }),
    ...entry('delete', trash2, plain && key.status !== 'rotating' && can('delete'), { ...write, danger: true }),
  ];
  const others = [
    ...entry('usage', activity, can('usage'), {}),
    ...entry('rotate', rotateCw, can('rotate') && mayBecome(key.status, 'rotating') && plain),
    ...entry('promote', chevronsUpDown, can('rotate') && waits),
    ...entry('rollback', undo2, can('rotate') && retires),
    ...entry('edit', pencil, can('edit') && plain && key.status !== 'revoked'),
    ...entry('disable', pause, can('edit') && mayBecome(key.status, 'disabled')),
    ...entry('enable', play, can('edit') && key.status === 'disabled'),
  ];
  return dangers.length > 0 && others.length > 0 ? [...others, 'divider', ...dangers] : [...others, ...dangers];
}

/** The entries of a filter's menu, the chosen one marked. */
export function filterMenu(filter: 'status' | 'scope', view: KeysView, texts: Texts): MenuItem[] {
  const marked = (value: string) => (view[filter] === value ? { icon: check } : {});
  const none: MenuItem = { id: '', label: texts.text(filter === 'status' ? 'all' : 'any'), ...marked('') };
  if (filter === 'scope')
    return [none, ...SCOPE_FILTERS.map((scope) => ({ id: scope, label: scope, ...marked(scope) }))];
  return [
    none,
    ...STATUS_FILTERS.map((status) => ({ id: status, label: texts.text(`status.${status}`), ...marked(status) })),
  ];
}
