// Calls per second of the list a tenant's server asks for most, beside an empty Fastify: the same machine, the same minute.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import { run, tool } from '../../scripts/lib/run.mjs';
import { median, range, shuffled, table, within } from './statistics.mjs';

const LIMIT = 0.16;
const ROUNDS = 3;
const SECONDS = 10;
const CONNECTIONS = 20;
const ROWS = 20;

/** Gives a markdown section and whether the limit holds. */
export async function measureGateway() {
  const built = await run(process.execPath, ['scripts/build.mjs', 'gateway']);
  if (!built.ok) throw new Error(built.output);
  const { api, register, startConsole } = await tsImport('../../test/support/console.ts', import.meta.url);
  const console_ = await startConsole({ RATE_LIMIT_SCALE: '1000000' });
  const bare = await startBare();
  try {
    const { apiKey, accessToken } = await register(console_.url, 'Bench', 'enterprise');
    for (let index = 1; index < ROWS; index += 1) {
      const body = { name: `Service ${index}`, scopes: ['read'] };
      const { status } = await api(console_.url, 'POST', '/v1/auth/api-keys', { token: accessToken, body });
      if (status !== 201) throw new Error(`Creating a key answered ${status}.`);
    }
    const url = `${console_.url}/v1/auth/api-keys?limit=${ROWS}`;
    const targets = [
      { name: 'list', url, headers: [`x-api-key=${apiKey}`] },
      { name: 'read', url, headers: [`authorization=Bearer ${accessToken}`] },
      { name: 'bare', url: bare.url, headers: [] },
    ];
    const results = { list: [], read: [], bare: [] };
    for (const target of targets) await fire(target, 3); // caches and compilers
    for (let round = 1; round <= ROUNDS; round += 1) {
      for (const target of shuffled(targets)) results[target.name].push(await fire(target, SECONDS));
      console.error(`gateway: round ${round} of ${ROUNDS}`);
    }
    return report(results);
  } finally {
    bare.stop();
    await console_.stop();
  }
}

/** An empty Fastify in a process of its own. */
async function startBare() {
  const child = fork(fileURLToPath(new URL('bare-fastify.mjs', import.meta.url)));
  const url = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('The bare Fastify did not start.')));
  });
  return { url, stop: () => child.kill('SIGTERM') };
}

/** Fires at an address from a process of its own; every answer has to be a 200. */
async function fire({ url, headers }, seconds) {
  const args = [
    '--json',
    '--no-progress',
    '-c',
    CONNECTIONS,
    '-d',
    seconds,
    ...headers.flatMap((each) => ['-H', each]),
    url,
  ];
  const { ok, output } = await run(tool('autocannon'), args.map(String));
  const json = ok ? output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1) : '';
  if (!json) throw new Error(output);
  const { requests, latency, non2xx, errors } = JSON.parse(json);
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} refusals and ${errors} errors.`);
  return { perSecond: requests.average, p99: latency.p99 };
}

function report({ list, read, bare }) {
  const perSecond = (runs) => runs.map((each) => each.perSecond);
  const ratioOf = (runs) => median(perSecond(runs)) / median(perSecond(bare));
  const ratio = ratioOf(list);
  const ok = within(ratio, LIMIT, true);
  const row = (name, runs, ...rest) => [
    name,
    `${median(perSecond(runs)).toFixed(0)} (${range(perSecond(runs))})`,
    median(runs.map(({ p99 }) => p99)).toFixed(0),
    ...rest,
  ];
  const text = table(
    ['20 connections, 10 s', 'calls/s', 'p99, ms', 'ratio', 'limit', ''],
    [
      row('list of 20 keys with an API key', list, ratio.toFixed(2), `at least ${LIMIT}`, ok ? 'ok' : 'UNDER'),
      row('the same for the console, read from the database each time', read, ratioOf(read).toFixed(3), '', ''),
      row('bare Fastify', bare, '', '', ''),
    ],
  );
  return { ok, text };
}
