import { io, type Socket } from 'socket.io-client';

/** How a test's socket connects. */
export interface SocketOptions {
  /** `auth.token`; absent: none is sent. */
  token?: unknown;
  /** As a browser would send it. */
  origin?: string;
  transport?: 'websocket' | 'polling';
  namespace?: string;
  headers?: Record<string, string>;
}

/** A refusal as the client sees it. */
export interface Refused {
  code: string;
  message: string;
}

/** A socket that has been let in. */
export interface OpenSocket {
  readonly socket: Socket;
  /** Resolves with the reason the gateway gave when it ended the socket, and how long that took. */
  readonly ended: Promise<{ code: string | null; at: number }>;
  close(): void;
}

/** Opens a socket. Rejects with the refusal's `{code, message}`. */
export async function openSocket(url: string, options: SocketOptions = {}): Promise<OpenSocket> {
  const socket = connect(url, options);
  let code: string | null = null;
  socket.on('ended', (reason: Refused) => (code = reason.code));
  const ended = new Promise<{ code: string | null; at: number }>((resolve) =>
    socket.once('disconnect', () => resolve({ code, at: performance.now() })),
  );
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', (error: Error & { data?: Refused }) => {
      socket.disconnect();
      reject(error);
    });
  });
  return { socket, ended, close: () => socket.disconnect() };
}

/** The code with which a socket is refused; `http` where the connection itself was. */
export async function refusedSocket(url: string, options: SocketOptions = {}): Promise<string> {
  try {
    (await openSocket(url, options)).close();
  } catch (error) {
    return (error as { data?: Refused }).data?.code ?? 'http';
  }
  throw new Error('The socket was let in');
}

function connect(
  url: string,
  { token, origin, transport = 'websocket', namespace = '/presence', headers }: SocketOptions,
): Socket {
  return io(`${url}${namespace}`, {
    transports: [transport],
    reconnection: false,
    forceNew: true,
    timeout: 10_000,
    auth: token === undefined ? {} : { token },
    extraHeaders: { ...(origin === undefined ? {} : { origin }), ...headers },
  });
}
