import type { FastifyRequest } from 'fastify';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const OWN_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
const PASSED_ON = ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'x-real-ip', 'via'] as const;

/**
 * Whether a request comes straight from this machine and was meant for it. A proxy passes on what comes from anywhere, and a
 * page elsewhere may have a name that leads here.
 */
export function isLocal({ socket, headers, hostname }: FastifyRequest): boolean {
  return (
    LOOPBACK.has(socket.remoteAddress ?? '') &&
    OWN_NAMES.has(hostname) &&
    PASSED_ON.every((name) => headers[name] === undefined)
  );
}
