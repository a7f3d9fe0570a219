import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Counter, Gauge } from 'prom-client';
import { Server, type Event, type Socket } from 'socket.io';
import type { Permission } from '@caas/contract/permissions.js';
import { ProblemError, problem } from './problem.js';
import { SocketGuard, endSocket, requireSocketRight } from './socket-guard.js';
import { SocketPresence } from './socket-presence.js';
import { isPageOrigin } from './request-info.js';
import { socketRequest } from './socket-request.js';

/** Bytes of one message. */
const MAX_MESSAGE = 64 * 1024;
const SOCKETS_PER_SESSION = 10;
const EVENTS_PER_SECOND = 50;
/** Who goes on for so many seconds' worth of events at once is no mistake of a client. */
const FLOOD_SECONDS = 5;
/** Who connects has so long to say who they are. */
const CONNECT_MS = 5000;
/** Below the 15 s after which HTTP connections that stand still are cut: a poll is answered before. */
const PING_MS = 10_000;
const TOKEN = /^[\x21-\x7e]{1,8000}$/;

/** The headers of every answer on the way to a socket. */
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** A room of events: who may enter besides end users. */
export interface Namespace {
  readonly name: `/${string}`;
  /** What members and embedded pages need. */
  readonly permission: Permission;
}

/** The namespaces that exist. */
const NAMESPACES: readonly Namespace[] = [{ name: '/presence', permission: 'sessions:read' }];

/** How a refusal reaches the client: `connect_error` with `data {code, message}`. */
class Refusal extends Error {
  readonly data: { readonly code: string; readonly message: string };

  constructor({ code, message }: ProblemError) {
    super(message);
    this.name = 'Refusal';
    this.data = { code, message };
  }
}

/**
 * Socket.IO on the gateway's HTTP server (`/socket.io`). A socket says who it is by `auth: {token}`: a console or embed token, or an
 * end user's. The origin is judged on both transports before any handler runs, and every event is bound to a credential that
 * is still good: see {@link SocketGuard}.
 */
export function registerSockets(app: FastifyInstance): void {
  const { platform } = app;
  const { metrics, rates, log } = platform;
  const guard = new SocketGuard(platform);
  const presence = new SocketPresence(platform);
  const refusals = new Counter({
    name: 'caas_socket_refusals_total',
    help: 'Sockets that were refused, by reason',
    labelNames: ['code'],
    registers: [metrics],
  });
  new Gauge({
    name: 'caas_sockets_open',
    help: 'Open sockets, by kind of credential',
    labelNames: ['kind'],
    registers: [metrics],
    collect() {
      this.reset();
      const counts = guard.counts();
      for (const kind of ['console', 'embed', 'sdk'] as const) this.set({ kind }, counts.get(kind) ?? 0);
    },
  });

  const io = new Server({
    path: '/socket.io',
    serveClient: false,
    maxHttpBufferSize: MAX_MESSAGE,
    connectTimeout: CONNECT_MS,
    pingInterval: PING_MS,
    pingTimeout: PING_MS,
    perMessageDeflate: false,
    httpCompression: false,
    cookie: false,
  });

  /** Lets a socket in, or throws the refusal. */
  const admit = async (socket: Socket, { permission }: Namespace): Promise<void> => {
    const request = socketRequest(socket.request, platform);
    rates.take('ip', request.ip);
    const token: unknown = socket.handshake.auth.token;
    if (typeof token !== 'string' || !TOKEN.test(token)) throw problem('token_invalid');
    const credential = { value: token, request };
    const caller = await platform.credentials.resolveBearer(credential).catch((error: unknown) => {
      if (error instanceof ProblemError && error.status === 401) rates.take('refused', request.ip);
      throw error;
    });
    if (!caller) throw problem('token_invalid');
    if (caller.kind === 'console' && (request.origin === null || !platform.isOwnOrigin(request.origin)))
      throw problem('origin_not_allowed', { detail: 'This token works from the console itself only.' });
    requireSocketRight(caller, permission);
    const key = caller.actor.sessionId ?? caller.actor.embedJti ?? '';
    if (guard.count(key) >= SOCKETS_PER_SESSION)
      throw problem('rate_limited', { detail: `A session may hold ${SOCKETS_PER_SESSION} sockets.` });
    // Counted from here on: sockets that ask at once must not all find room.
    guard.add({ socket, credential, caller, permission, key });
    socket.conn.once('close', () => guard.remove(socket));
  };

  const refuse = (error: unknown): Refusal => {
    const found =
      error instanceof ProblemError
        ? error
        : problem('unavailable', { detail: 'The gateway can not let sockets in right now. Try again shortly.' });
    if (!(error instanceof ProblemError)) log.warn({ err: error }, 'a socket could not be judged');
    refusals.inc({ code: found.code });
    return new Refusal(found);
  };

  for (const space of NAMESPACES) {
    io.of(space.name)
      .use((socket, next) => {
        admit(socket, space).then(
          () => next(),
          (error: unknown) => {
            guard.remove(socket);
            next(refuse(error));
          },
        );
      })
      .on('connection', (socket) => {
        limitEvents(socket);
        const { caller } = guard.find(socket) ?? {};
        const sessionId = caller?.kind === 'sdk' ? caller.actor.sessionId : undefined;
        if (caller && sessionId !== undefined) presence.opened(caller.tenantId, sessionId);
        socket.on('disconnect', () => {
          guard.remove(socket);
          if (sessionId !== undefined) presence.closed(sessionId);
        });
      });
  }
  // Clients that name no namespace learn where to go.
  io.use((_socket, next) =>
    next(refuse(problem('not_found', { detail: 'Connect to a namespace, such as /presence.' }))),
  );

  io.attach(app.server);
  io.engine.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const { origin } = request.headers;
    if (origin !== undefined && !isPageOrigin(origin)) {
      refusals.inc({ code: 'origin_not_allowed' });
      response.writeHead(403).end();
      return;
    }
    // Reading the answers of a poll gives no right: the token does, and it is judged with this origin.
    if (origin !== undefined) response.setHeader('access-control-allow-origin', origin);
    response.setHeader('vary', 'Origin');
    next();
  });

  app.addHook('onReady', async () => guard.start());
  app.addHook('preClose', async () => {
    guard.stop();
    io.disconnectSockets(true);
    io.engine.close();
    await presence.stop();
  });
}

/** Drops events beyond the rate, and ends who floods. Events that nothing handles get an answer where one is asked for. */
function limitEvents(socket: Socket): void {
  let budget = EVENTS_PER_SECOND;
  let dropped = 0;
  let last = performance.now();
  socket.use((event: Event, next) => {
    const now = performance.now();
    const earned = ((now - last) / 1000) * EVENTS_PER_SECOND;
    last = now;
    budget = Math.min(EVENTS_PER_SECOND, budget + earned);
    dropped = Math.max(0, dropped - earned);
    if (budget < 1) {
      dropped += 1;
      answer(event, problem('rate_limited', { detail: `A socket may send ${EVENTS_PER_SECOND} events a second.` }));
      if (dropped > EVENTS_PER_SECOND * FLOOD_SECONDS) endSocket(socket, problem('rate_limited'));
      return;
    }
    budget -= 1;
    if (socket.listenerCount(event[0]) > 0) next();
    else answer(event, problem('not_found', { detail: 'There is no such event.' }));
  });
}

/** Answers an event that asked for an answer with a refusal. */
function answer(event: Event, { code, message }: ProblemError): void {
  const reply: unknown = event.at(-1);
  if (typeof reply === 'function') reply({ error: { code, message } });
}
