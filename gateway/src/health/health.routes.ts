import type { FastifyInstance } from 'fastify';
import { health, healthLive, healthReady } from '@caas/contract/health.js';
import { problem } from '../platform/problem.js';

const PATIENCE_MS = 2000;

/** For whoever watches the process: does it live, and can it serve? */
export async function healthRoutes(app: FastifyInstance): Promise<void> {
  const { platform } = app;

  const requireReady = async (): Promise<void> => {
    if (platform.stopping()) throw problem('unavailable', { detail: 'The gateway is stopping.', retryAfter: 5 });
    const answered = await Promise.race([
      platform.ping().then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref()),
    ]);
    if (!answered) throw problem('unavailable', { detail: 'The database does not answer.', retryAfter: 1 });
  };

  app.mount(healthLive, async () => ({ status: 200, body: { status: 'ok' as const } }));

  app.mount(healthReady, async () => {
    await requireReady();
    return { status: 200, body: { status: 'ok' as const } };
  });

  app.mount(health, async () => {
    await requireReady();
    return { status: 200, body: { status: 'ok' as const, version: platform.version } };
  });
}
