import type { FastifyInstance } from 'fastify';
import type { Endpoint } from '@caas/contract/endpoint.js';
import type { Handler } from './call.js';
import './platform.js';

/** Serves an endpoint of the contract. `app.mount` calls this. */
export function mount<E extends Endpoint>(app: FastifyInstance, endpoint: E, handler: Handler<E>): void {
  app.route({ method: endpoint.method, url: endpoint.path, handler: async () => handler });
}
