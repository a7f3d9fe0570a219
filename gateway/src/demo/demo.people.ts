import { setMaxListeners } from 'node:events';
import { createSdkSession, endSdkSession, refreshSdkSession } from '@caas/contract/sdk-sessions.js';
import * as z from 'zod/mini';
import type { Platform } from '../platform/platform.js';
import type { DemoSecret } from './demo.history.js';

const ANSWER_WITHIN_MS = 5000;
/** Longer than a poll is left open. */
const POLL_WITHIN_MS = 30_000;
const MINUTE_MS = 60_000;
/** They arrive one after the other. */
const ARRIVAL_MS = 1000;
/** The key of the server that begins sessions. */
const SERVER = 'Production server';

const ANDROID =
  'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.7390.122 Mobile Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0';

interface Person {
  id: string;
  name: string;
  agent: string;
  /** Of the web page they use; an app has none. */
  origin?: string;
  /** Minutes they stay, give or take a half. */
  stays: number;
  /** Whether their app keeps a socket open. */
  socket: boolean;
}

/** End users of the company: drivers in the app, customers and dispatchers in the browser. */
const PEOPLE_OF_MERIDIAN: readonly Person[] = [
  { id: 'driver-4711', name: 'Wren Adeyemi', agent: ANDROID, stays: 30, socket: true },
  { id: 'driver-4712', name: 'Luís Cardoso', agent: IPHONE, stays: 25, socket: true },
  { id: 'driver-4720', name: 'Marta Silva', agent: ANDROID, stays: 12, socket: true },
  { id: 'driver-4733', name: 'João Brito', agent: 'MeridianDriver/5.2 okhttp/4.12.0', stays: 8, socket: false },
  {
    id: 'dispatch-12',
    name: 'Inês Duarte',
    agent: WINDOWS,
    origin: 'https://app.meridian.example',
    stays: 40,
    socket: true,
  },
  {
    id: 'dispatch-15',
    name: 'Rui Matos',
    agent: WINDOWS,
    origin: 'https://app.meridian.example',
    stays: 20,
    socket: true,
  },
  {
    id: 'customer-88123',
    name: 'Harborline Trading',
    agent: IPHONE,
    origin: 'https://track.meridian.example',
    stays: 5,
    socket: false,
  },
  {
    id: 'customer-90044',
    name: 'Nordkai GmbH',
    agent: WINDOWS,
    origin: 'https://track.meridian.example',
    stays: 6,
    socket: false,
  },
];

const Tokens = z.object({ access_token: z.string(), refresh_token: z.string(), expires_in: z.number() });

/** Lets the company's end users come and go through the API until it is stopped; those who are there then sign out. */
export function startPeople(url: string, keys: readonly DemoSecret[], log: Platform['log']): () => Promise<void> {
  const secret = keys.find((key) => key.name === SERVER)?.secret;
  if (!secret) return async () => undefined;
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  const days = PEOPLE_OF_MERIDIAN.map(async (person, index) => {
    await pause(ARRIVAL_MS * index, stop.signal);
    while (!stop.signal.aborted) {
      await visit(url, secret, person, stop.signal).catch((error: unknown) =>
        log.debug({ err: error }, 'a visit of the demo failed'),
      );
      await pause(MINUTE_MS * (0.3 + Math.random()), stop.signal);
    }
  });
  return async () => {
    stop.abort();
    await Promise.all(days);
  };
}

/** One session from its begin to signing out: tokens are renewed before they end, and sockets opened anew with them. */
async function visit(url: string, secret: string, person: Person, stop: AbortSignal): Promise<void> {
  const headers = { 'user-agent': person.agent, ...(person.origin ? { origin: person.origin } : {}) };
  const leaves = Date.now() + person.stays * MINUTE_MS * (0.5 + Math.random());
  const body = { user_external_id: person.id, user_data: { name: person.name } };
  let tokens = await ask(url, createSdkSession.path, body, { 'x-api-key': secret, 'user-agent': 'caas-node/1.8.0' });
  let ends = 0;
  const renew = async (): Promise<void> => {
    tokens = await ask(url, refreshSdkSession.path, { refresh_token: tokens.refresh_token }, headers);
    ends = Date.now() + tokens.expires_in * 1000;
  };
  do {
    await renew();
    const until = deadline(Math.min(tokens.expires_in * 800, leaves - Date.now()), stop);
    if (person.socket) await holdSocket(url, tokens.access_token, headers, until);
    await pause(Infinity, until);
  } while (!stop.aborted && Date.now() < leaves);
  if (Date.now() >= ends) await renew(); // the machine slept past it
  await send(url, endSdkSession.path, undefined, { ...headers, authorization: `Bearer ${tokens.access_token}` });
}

/** Keeps a socket open by polling, as an app does that gets no further. Gives up when the gateway closes it. */
async function holdSocket(
  url: string,
  token: string,
  headers: Readonly<Record<string, string>>,
  until: AbortSignal,
): Promise<void> {
  const path = `${url}/socket.io/?EIO=4&transport=polling`;
  const { sid } = z.parse(
    z.object({ sid: z.string() }),
    JSON.parse((await text(await fetch(path, { headers }))).slice(1)),
  );
  const post = (packet: string) =>
    fetch(`${path}&sid=${sid}`, {
      method: 'POST',
      headers,
      body: packet,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
  await text(await post(`40/presence,${JSON.stringify({ token })}`));
  try {
    while (!until.aborted) {
      const signal = deadline(POLL_WITHIN_MS, until);
      const packets = (await text(await fetch(`${path}&sid=${sid}`, { headers, signal }))).split('\u001e');
      if (packets.some((packet) => packet.startsWith('41') || packet.startsWith('44') || packet === '1')) return;
      if (packets.includes('2')) await text(await post('3'));
    }
  } catch (error) {
    if (!until.aborted) throw error;
  } finally {
    await post('1').catch(() => undefined);
  }
}

async function ask(
  url: string,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<z.output<typeof Tokens>> {
  return z.parse(Tokens, JSON.parse(await send(url, path, body, headers)));
}

async function send(
  url: string,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
  return text(answer);
}

async function text(answer: Response): Promise<string> {
  const body = await answer.text();
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`);
  return body;
}

/**
 * Aborts after the time, or when it is called off. `AbortSignal.any` over `AbortSignal.timeout` does not hold what it is made of:
 * once that is collected, it never aborts.
 */
function deadline(ms: number, off: AbortSignal): AbortSignal {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  void pause(Math.max(0, ms), off).then(() => controller.abort());
  return controller.signal;
}

/** Resolves after the time, or when it is called off. */
function pause(ms: number, off: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (off.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      off.removeEventListener('abort', end);
      resolve();
    };
    const timer = ms === Infinity ? undefined : setTimeout(end, ms).unref();
    off.addEventListener('abort', end);
  });
}
