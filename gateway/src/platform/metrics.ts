import type { FastifyInstance } from 'fastify';
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { sameSecret } from './crypto.js';
import { isLocal } from './local-request.js';
import { problem } from './problem.js';
import { header } from './request-info.js';

/** A registry of its own for each gateway, with the process's figures. */
export function createMetrics(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'caas_' });
  return registry;
}

/** Counts requests and serves `/metrics` to this machine and to whoever has the internal secret. */
export function registerMetrics(app: FastifyInstance): void {
  const { metrics, config } = app.platform;
  const seconds = new Histogram({
    name: 'caas_http_request_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [metrics],
  });
  const failures = new Counter({
    name: 'caas_http_failures_total',
    help: 'Answers with a 5xx status',
    registers: [metrics],
  });

  // One entry for each method, route and status that was ever answered, as in the histogram itself.
  const series = new Map<string, Histogram.Internal<string>>();
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const name = `${request.method} ${reply.statusCode} ${route}`;
    const one = series.get(name) ?? seconds.labels(request.method, route, String(reply.statusCode));
    series.set(name, one);
    one.observe(reply.elapsedTime / 1000);
    if (reply.statusCode >= 500) failures.inc();
    done();
  });

  app.get('/metrics', async (request, reply) => {
    const secret = header(request, 'x-internal-secret');
    const known = config.internalSecret !== null && secret !== undefined && sameSecret(secret, config.internalSecret);
    if (!known && !isLocal(request)) throw problem('not_found');
    return reply.type(metrics.contentType).send(await metrics.metrics());
  });
}
