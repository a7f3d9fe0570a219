import type { FastifyInstance } from 'fastify';
import { apiKeyResolver } from './api-key-credential.js';
import { startKeySweep } from './api-key-settle.js';
import { trackSecretDelivery } from './api-key-delivery.js';
import { ApiKeyStore } from './api-key-store.js';
import { ApiKeyUsage } from './api-key-usage.js';
import './platform.js';

/** What modules that deal with API keys share. */
export interface ApiKeyAccess {
  readonly store: ApiKeyStore;
  readonly usage: ApiKeyUsage;
}

/** Lets calls come in with API keys: checks them, counts them, and ends keys whose time has come. Called once, on the root instance. */
export function openApiKeys(app: FastifyInstance): ApiKeyAccess {
  const { platform } = app;
  const store = new ApiKeyStore(platform.db, platform.bus);
  const usage = new ApiKeyUsage(platform);
  platform.credentials.register(
    'key',
    apiKeyResolver({ keys: store, usage, whitelists: platform.whitelists, onRefused: platform.onKeyRefused }),
  );
  app.addHook('onResponse', (request, reply, done) => {
    usage.end(request.id, reply.statusCode);
    done();
  });
  trackSecretDelivery(app);
  let stopSweep = async (): Promise<void> => undefined;
  app.addHook('onReady', async () => {
    usage.start();
    stopSweep = startKeySweep(platform);
  });
  app.addHook('onClose', async () => {
    await stopSweep();
    await usage.stop();
  });
  return { store, usage };
}
