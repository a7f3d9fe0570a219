import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { ApiKey } from '@caas/contract/api-keys.js';
import { clickIn, offline, opened, sendIn } from '../play.js';
import { refusal } from '../../test/support/fetch.js';
import {
  HOSTILE_NAMES,
  NOW,
  key,
  retiringPair,
  rotatingPair,
  someKeys,
  type KeysGatewayOptions,
} from '../../test/support/keys.js';
import { ARGS, BUSY, gateways, story, type Args } from './story.js';

const DAY = 86_400_000;
const meta: Meta<Args> = {
  title: 'Elements/API keys',
  component: 'caas-api-keys',
  args: ARGS,
};
export default meta;

export const Filled = story('filled');

export const Empty = story('empty', () => ({ keys: [] }));

export const NoResults: StoryObj<Args> = {
  ...story('no-results'),
  play: ({ canvasElement }) => {
    const element = canvasElement.querySelector('caas-api-keys');
    if (element) element.viewState = { ...element.viewState, q: 'etl of last year' };
  },
};

/** Nothing for 300 ms, then rows of the final height. */
export const Loading = story('loading', () => ({ delay: 1_000_000 }));

/** The same once ten seconds have gone by. */
export const StillLoading = story('still-loading', () => ({ delay: 1_000_000 }));

export const Failing = story('failing', undefined, (gateway) => {
  gateway.overrides.set('listApiKeys', refusal(500, 'internal_error'));
});

export const NoAccess = story('no-access', undefined, (gateway) => {
  gateway.overrides.set('listApiKeys', refusal(403, 'forbidden'));
});

/** The list is there, the rotations of other pages are not. */
export const PartialFailure = story('partial-failure', manyKeys, (gateway) => {
  gateway.overrides.set('listApiKeys', ({ url }) =>
    url.searchParams.get('status') === 'secondary' ? refusal(400, 'invalid_request') : null,
  );
});

export const ReadOnly = story('read-only', () => ({ role: 'viewer' }));

/** Rows stay, changes are not possible. */
export const Offline: StoryObj<Args> = { ...story('offline'), ...offline };

export const QuotaNear = story('quota-near', () => ({ limit: 5 }));

export const QuotaReached = story('quota-reached', () => ({ limit: 4 }));

/** A secondary key was made and nobody called with it yet. */
export const Rotating = story('rotating', () => ({ keys: [...rotatingPair(), ...someKeys().slice(1)] }));

/** The first call with the new key has come: the panel turned by itself. */
export const RotatingTested = story('rotating-tested', () => ({
  keys: [...rotatingPair(true), ...someKeys().slice(1)],
}));

/** The answer with the new secret was lost: promoting would cut everybody off, so only the way out is offered. */
export const RotatingSecretLost = story('rotating-lost', () => ({
  keys: [...lostPair(), ...someKeys().slice(1)],
}));

/** Two rotations at once: each button is named with its key. */
export const TwoRotations = story('two-rotations', () => ({
  keys: [...rotatingPair(true), ...rotatingPair().map((item) => ({ ...item, name: 'Message ingest' }))],
}));

/** The old key counts down. */
export const Retiring = story('retiring', () => ({ keys: [...retiringPair(), ...someKeys().slice(1)] }));

export const ExpiringSoon = story('expiring-soon', () => ({
  keys: [0, 1, 5, 13, 15].map((days) =>
    key({ name: `Ends in ${days} days`, expires_at: new Date(NOW + days * DAY + 7_200_000).toISOString() }),
  ),
}));

/** The answer with the secret was lost: nobody has it. */
export const SecretNeverShown = story('never-shown', () => ({
  keys: [key({ name: 'Lost on the way', secret_delivered: false, last_used_at: null, last_used_ip: null })],
}));

/** Each status a key can have, in its words and colours. */
export const EveryStatus = story('every-status', () => ({
  keys: [
    ...rotatingPair(),
    ...retiringPair().map((item) => ({ ...item, name: 'Message ingest' })),
    key({ name: 'Nightly export' }),
    key({ name: 'Webhook relay', status: 'disabled' }),
    key({ name: 'Staging ETL', expires_at: new Date(NOW + 6 * DAY).toISOString() }),
    key({ name: 'Load test', status: 'expired', expires_at: new Date(NOW - 3 * DAY).toISOString() }),
    ...someKeys().slice(-1),
  ],
}));

/** What a new key takes; `admin` asks once more. */
export const Creating: StoryObj<Args> = { ...story('creating'), play: opened('Create key') };

/** Sent without a name: the form says what is missing. */
export const CreatingRefused: StoryObj<Args> = {
  ...story('creating-refused'),
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'Create key');
    await sendIn(canvasElement, 'caas-api-keys-create', {});
  },
};

/** Shown this once, and not dismissed before it was copied, downloaded or ticked. */
export const SecretOnce: StoryObj<Args> = {
  ...story('secret-once'),
  beforeEach: () => {
    delete gateways['https://secret-once.caas.example']; // it would have the key of the last visit
  },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'Create key');
    await sendIn(canvasElement, 'caas-api-keys-create', { name: 'Nightly export' });
    await opened()({ canvasElement });
  },
};

/** Before a rotation: how long the old key goes on. */
export const StartingRotation: StoryObj<Args> = {
  ...story('starting-rotation'),
  play: opened('Actions for Message ingest', 'Rotate'),
};

/** The gateway leaves a rotation waiting: after five seconds the dialog says so and can be closed. */
export const RotationLate: StoryObj<Args> = {
  ...story('rotation-late', undefined, (gateway) => {
    gateway.overrides.set('rotateApiKey', () => new Promise(() => undefined));
  }),
  play: opened('Actions for Message ingest', 'Rotate', 'Create new key'),
};

/** The gate before promote: the old key is still called, by these servers. */
export const PromotingInUse: StoryObj<Args> = {
  ...story('promoting-in-use', () => ({ keys: [...rotatingPair(true), ...someKeys().slice(1)] })),
  play: opened('Promote…'),
};

/** Promoting a key whose secret nobody has. */
export const PromotingSecretLost: StoryObj<Args> = {
  ...story('promoting-lost', () => ({ keys: lostPair() })),
  play: opened('Actions for Production server e81B', 'Promote'),
};

/** Nobody calls with the old key any more. */
export const PromotingClear: StoryObj<Args> = {
  ...story('promoting-clear', quietPair),
  play: opened('Promote…'),
};

/** What would fail, counted while one looks, and the safer way. */
export const Revoking: StoryObj<Args> = {
  ...story('revoking'),
  play: opened('Actions for Message ingest', 'Revoke'),
};

/** Gone for good: by typing the name. */
export const Deleting: StoryObj<Args> = {
  ...story('deleting'),
  play: opened('Actions for Old mobile gateway d9E4', 'Delete'),
};

/** Calls by hour, and who made them. */
export const UseOfAKey: StoryObj<Args> = {
  ...story('use'),
  play: opened('Actions for Message ingest', 'View use'),
};

/** Someone else was faster: what was typed stays. */
export const Conflict: StoryObj<Args> = {
  ...story('conflict', undefined, (gateway) => {
    gateway.overrides.set('updateApiKey', () => {
      const [first] = gateway.keys;
      const changed_by = { type: 'user', id: 'usr_2', name: 'Dana Reyes' };
      return refusal(409, 'version_conflict', {
        current: { ...first, note: 'Moved to us-east', version: 2 },
        changed_by,
      });
    });
  }),
  play: async ({ canvasElement }) => {
    await opened('Actions for Production server', 'Edit')({ canvasElement });
    await sendIn(canvasElement, 'caas-api-keys-edit', { note: 'Main cluster, eu-west' });
  },
};

/** Why no further key can be made. */
export const QuotaExplained: StoryObj<Args> = {
  ...story('quota-explained', () => ({ limit: 4 })),
  play: opened('Create key'),
};

/** Paged, searched and sorted by the gateway; only 25 rows are here. */
export const TenThousand = story('ten-thousand', manyKeys);

/** 80 of the longest characters there are, and a note of 500. */
export const LongNames = story('long-names', () => ({
  keys: [
    key({ name: '👨‍👩‍👧‍👦'.repeat(11), note: 'n'.repeat(500) }),
    key({
      name: 'W'.repeat(80),
      scopes: ['read', 'write', 'admin'],
      last_used_ip: '2001:db8:85a3:8d3:1319:8a2e:370:7348',
    }),
    ...someKeys(),
  ],
}));

/** Markup, templates and direction marks in names are text. */
export const HostileNames = story('hostile-names', () => ({
  keys: HOSTILE_NAMES.map((name) => key({ name, note: name })),
}));

export const RightToLeft: StoryObj<Args> = {
  ...story('rtl', () => ({ keys: [...rotatingPair(), ...someKeys().slice(1)] })),
  args: { locale: 'ar-XB' },
  globals: { direction: 'rtl' },
};

export const German: StoryObj<Args> = {
  ...story('german', () => ({ keys: [...rotatingPair(), ...someKeys().slice(1)] })),
  args: { locale: 'de' },
};

export const Dark: StoryObj<Args> = {
  ...story('dark', () => ({ keys: [...rotatingPair(), ...someKeys().slice(1)] })),
  globals: { theme: 'dark' },
  tags: ['own-theme'],
};

export const Narrow: StoryObj<Args> = {
  ...story('narrow', () => ({ keys: [...rotatingPair(), ...someKeys().slice(1)] })),
  globals: { width: '320' },
};

/** Only what the host page wants to offer. */
export const CreateOnly: StoryObj<Args> = { ...story('create-only'), args: { features: 'create' } };

function lostPair(): ApiKey[] {
  return rotatingPair().map((item) => ({ ...item, secret_delivered: item.role === 'primary' }));
}

function quietPair(): KeysGatewayOptions {
  const pair = rotatingPair(true);
  const quiet = { calls_1h: 0, calls_24h: 0, callers: [], callers_1h: [], last_call: null };
  return {
    keys: [...pair, ...someKeys().slice(1)],
    usage: Object.fromEntries(pair.map(({ id }, place) => [id, place === 0 ? quiet : BUSY])),
  };
}

function manyKeys(): KeysGatewayOptions {
  return {
    keys: Array.from({ length: 10_000 }, (_, index) =>
      key({ name: `Worker ${index + 1}`, note: `Rack ${index % 97}` }),
    ),
    limit: 20_000,
  };
}
