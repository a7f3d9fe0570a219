import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { opened } from '../play.js';
import { refusal, type Reply } from '../../test/support/fetch.js';
import { retiringPair, rotatingPair, someKeys } from '../../test/support/keys.js';
import { ARGS, BUSY, story, type Args } from './story.js';

const meta: Meta<Args> = {
  title: 'Elements/API keys, acts',
  component: 'caas-api-keys',
  args: ARGS,
};
export default meta;

/** Name, note and end of a key. */
export const Editing: StoryObj<Args> = {
  ...story('editing'),
  play: opened('Actions for Message ingest', 'Edit'),
};

/** The old key of a rotation, before its time is over. */
export const RetiringNow: StoryObj<Args> = {
  ...story('retiring-now', () => ({ keys: [...retiringPair(), ...someKeys().slice(1)] })),
  play: opened('Retire now'),
};

/** Back to the old key, while it still works. */
export const RollingBack: StoryObj<Args> = {
  ...story('rolling-back', () => ({ keys: [...retiringPair(), ...someKeys().slice(1)] })),
  play: opened('Roll back'),
};

/** The new key goes, the old one stays as it is. */
export const CancellingRotation: StoryObj<Args> = {
  ...story('cancelling', () => ({ keys: [...rotatingPair(), ...someKeys().slice(1)] })),
  play: opened('Cancel rotation'),
};

/** The page that shows the list was opened with this key. */
export const RevokingOwnKey: StoryObj<Args> = {
  ...story('revoking-own', undefined, (gateway) => {
    gateway.usage[gateway.keys[1]?.id ?? ''] = { ...BUSY, mints_this_session: true };
  }),
  play: opened('Actions for Message ingest', 'Revoke'),
};

/** The gateway tested the new key, nobody has called with it yet. */
export const RotationTested = story('rotation-tested', () => ({
  keys: rotatingPair().map((key) =>
    key.status === 'secondary' ? { ...key, tested_at: key.created_at, tested_by: key.created_by } : key,
  ),
}));

/** Nobody called with it in this period. */
export const UseEmpty: StoryObj<Args> = {
  ...story('use-empty', undefined, (gateway) => {
    const none = { calls_1h: 0, calls_24h: 0, callers: [], callers_1h: [], last_call: null };
    for (const { id } of gateway.keys) gateway.usage[id] = none;
  }),
  play: opened('Actions for Message ingest', 'View use'),
};

export const UseLoading: StoryObj<Args> = {
  ...story('use-loading', undefined, (gateway) => {
    gateway.overrides.set('getApiKeyUsage', () => new Promise<Reply>(() => undefined));
  }),
  play: opened('Actions for Message ingest', 'View use'),
};

/** What can't be counted is never shown as zero. */
export const UseFailing: StoryObj<Args> = {
  ...story('use-failing', undefined, (gateway) => {
    gateway.overrides.set('getApiKeyUsage', refusal(500, 'internal_error'));
  }),
  play: opened('Actions for Message ingest', 'View use'),
};
