import { existsSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { ENDPOINTS } from '@caas/contract/endpoints.js';
import { accountsRoutes } from './accounts/accounts.routes.js';
import { apiKeyRoutes } from './api-keys/api-keys.routes.js';
import { auditRoutes } from './audit/audit.routes.js';
import { dashboardRoutes } from './dashboard/dashboard.routes.js';
import { docsRoutes } from './docs/docs.routes.js';
import { embedTokenRoutes } from './embed-tokens/embed-tokens.routes.js';
import { healthRoutes } from './health/health.routes.js';
import { mailRoutes } from './mail/mail.routes.js';
import { permissionsRoutes } from './permissions/permissions.routes.js';
import { openApiKeys } from './platform/api-key-access.js';
import type { Endpoint } from '@caas/contract/endpoint.js';
import type { Handler } from './platform/call.js';
import { registerCors } from './platform/cors.js';
import { embedTokenResolver } from './platform/embed-token-credential.js';
import { refuseMalformed, refuseSocket, registerErrors } from './platform/errors.js';
import { registerHeaders } from './platform/headers.js';
import { newId } from './platform/ids.js';
import { registerJsonBodies } from './platform/json-body.js';
import { registerRequestLog } from './platform/logging.js';
import { registerMetrics } from './platform/metrics.js';
import { mount } from './platform/mount.js';
import { openApiDocument } from './platform/openapi.js';
import type { Platform } from './platform/platform.js';
import { registerElements, registerShell } from './platform/shell.js';
import { registerSockets } from './platform/sockets.js';
import { sdkSessionRoutes } from './sdk-sessions/sdk-sessions.routes.js';
import { sessionRoutes } from './sessions/sessions.routes.js';
import { tenantRoutes } from './tenant/tenant.routes.js';
import { whitelistRoutes } from './whitelists/whitelists.routes.js';

const MIB = 1024 * 1024;

/** A built part of the house (`shell`, `elements`), looked for upwards: sources and the bundled gateway lie at different depths. */
function builtPart(name: string): string | null {
  for (let at = dirname(fileURLToPath(import.meta.url)); at !== parse(at).root; at = dirname(at)) {
    const path = join(at, 'dist', name);
    if (existsSync(path)) return path;
  }
  return null;
}

/** The HTTP side of the gateway: rules that hold for every route first, then one line a module. */
export async function buildApp(platform: Platform, logger: FastifyBaseLogger): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId('req'),
    requestIdHeader: false,
    trustProxy: platform.config.trustProxy.length ? platform.config.trustProxy : false,
    bodyLimit: MIB,
    routerOptions: { maxParamLength: 400 },
    // Fastify's own defaults leave slow clients open for ever; these cut them at 8 and 10 s, and readers that stand still at 15 s.
    requestTimeout: 10_000,
    connectionTimeout: 15_000,
    http: { headersTimeout: 8000, requestTimeout: 10_000, connectionsCheckingInterval: 1000 },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    clientErrorHandler: refuseSocket,
    frameworkErrors: refuseMalformed,
  });
  app.decorate('platform', platform);
  app.decorateRequest('caller', null);
  app.decorate('mount', function <E extends Endpoint>(this: FastifyInstance, endpoint: E, handler: Handler<E>) {
    mount(this, endpoint, handler);
  });

  registerErrors(app);
  registerJsonBodies(app);
  registerHeaders(app);
  registerCors(app);
  registerRequestLog(app);
  registerMetrics(app);

  const keys = openApiKeys(app);
  // Asked in this order; each knows its own tokens by their form.
  await app.register(accountsRoutes);
  platform.credentials.register('embed', embedTokenResolver(platform));

  await app.register(permissionsRoutes);
  await app.register(apiKeyRoutes, { keys });
  await app.register(embedTokenRoutes);
  await app.register(sdkSessionRoutes);
  await app.register(sessionRoutes);
  await app.register(whitelistRoutes, { keys });
  await app.register(auditRoutes);
  await app.register(tenantRoutes);
  await app.register(dashboardRoutes);
  await app.register(healthRoutes);
  await app.register(docsRoutes);
  // Last: what they watch forgets first.
  registerSockets(app);
  await app.register(mailRoutes);

  const document = JSON.stringify(openApiDocument(ENDPOINTS, platform.version));
  app.get('/documentation/json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(document),
  );
  await registerElements(app, builtPart('elements'));
  await registerShell(app, builtPart('shell'));
  return app;
}
