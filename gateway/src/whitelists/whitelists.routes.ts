import type { FastifyInstance } from 'fastify';
import * as ips from '@caas/contract/ip-whitelist.js';
import * as origins from '@caas/contract/origin-whitelist.js';
import type { ApiKeyAccess } from '../platform/api-key-access.js';
import type { Call } from '../platform/call.js';
import { problem } from '../platform/problem.js';
import type { WantedEntry } from './whitelists.add.js';
import { IP_LIST, ORIGIN_LIST, ipRefusals, originRefusals } from './whitelists.callers.js';
import { judgeOf, yoursOf } from './whitelists.guard.js';
import { whitelistPage } from './whitelists.list.js';
import { livingEntries } from './whitelists.repository.js';
import { WhitelistService } from './whitelists.service.js';
import { startWhitelistSweep } from './whitelists.sweep.js';

interface Options {
  keys: ApiKeyAccess;
}

/** Allowed addresses and allowed origins. */
export async function whitelistRoutes(app: FastifyInstance, { keys }: Options): Promise<void> {
  const { traffic } = app.platform.whitelists;
  let stopSweep = async (): Promise<void> => undefined;
  app.addHook('onReady', async () => {
    traffic.start();
    stopSweep = startWhitelistSweep(app.platform);
  });
  app.addHook('onClose', async () => {
    await stopSweep();
    await traffic.stop();
  });
  ipRoutes(app, new WhitelistService(app.platform, keys.usage, IP_LIST));
  originRoutes(app, new WhitelistService(app.platform, keys.usage, ORIGIN_LIST));
}

function ipRoutes(app: FastifyInstance, service: WhitelistService<ips.IpCaller>): void {
  const list = async (call: Call<typeof ips.listIpWhitelist>) => {
    const { tenant, query } = call;
    const page = await tenant.read((tx) => whitelistPage(tx, { tenantId: tenant.id, kind: 'ip' }, query));
    return { status: 200 as const, body: { ...page, your_ip: yoursOf('ip', call) ?? '' } };
  };
  app.mount(ips.listIpWhitelist, list);
  app.mount(ips.getIpSecurity, (call) => list({ ...call, endpoint: ips.listIpWhitelist }));

  app.mount(ips.addIps, async (call) => {
    const { ip, label, expires_at, entries, merge } = call.body;
    const wanted = (entries ?? [{ ip: ip ?? '' }]).map((entry) =>
      wantedEntry(entry.ip, { label, expires_at, ...entry }),
    );
    return { status: 201, body: await service.add(call, wanted, { merge, forced: call.query.confirm_lockout }) };
  });

  app.mount(ips.updateIpEntry, async (call) => ({
    status: 200,
    body: await service.update(call, call.params.id, call.body),
  }));

  app.mount(ips.removeIp, async (call) => {
    const revert = await service.remove(call, call.params.value, call.query.confirm_lockout);
    return revert ? { status: 200, body: { revert } } : { status: 204 };
  });

  app.mount(ips.checkIp, async (call) => ({ status: 200, body: await service.check(call, call.body.ip, 'ip') }));

  app.mount(ips.dryRunIps, async (call) => ({ status: 200, body: await service.dryRun(call, call.body) }));

  app.mount(ips.setIpMode, async (call) => ({
    status: 200,
    body: await service.setMode(call, call.body, call.query.confirm_lockout),
  }));

  app.mount(ips.confirmIpChange, async (call) => {
    await service.confirm(call, call.body.revert_id);
    return { status: 204 };
  });

  app.mount(ips.listIpRefusals, async ({ tenant }) => {
    const items = await tenant.read(async (tx) => {
      const present = judgeOf('ip', ENFORCED, await livingEntries(tx, { tenantId: tenant.id, kind: 'ip' }));
      return (await ipRefusals(tx, tenant.id)).filter(({ ip }) => !present.judge(ip).allowed);
    });
    return { status: 200, body: { items } };
  });
}

function originRoutes(app: FastifyInstance, service: WhitelistService<origins.OriginCaller>): void {
  app.mount(origins.listOriginWhitelist, async (call) => {
    const { tenant, query } = call;
    const page = await tenant.read((tx) => whitelistPage(tx, { tenantId: tenant.id, kind: 'origin' }, query));
    return { status: 200, body: { ...page, your_origin: yoursOf('origin', call) } };
  });

  app.mount(origins.addOrigins, async (call) => {
    const { origin, label, expires_at, entries, merge } = call.body;
    const wanted = (entries ?? [{ origin: origin ?? '' }]).map((entry) =>
      wantedEntry(entry.origin, { label, expires_at, ...entry }),
    );
    return { status: 201, body: await service.add(call, wanted, { merge, forced: call.query.confirm_lockout }) };
  });

  app.mount(origins.updateOriginEntry, async (call) => ({
    status: 200,
    body: await service.update(call, call.params.id, call.body),
  }));

  app.mount(origins.removeOrigin, async (call) => {
    const revert = await service.remove(call, call.params.value, call.query.confirm_lockout);
    return revert ? { status: 200, body: { revert } } : { status: 204 };
  });

  app.mount(origins.checkOrigin, async (call) => ({
    status: 200,
    body: await service.check(call, call.body.origin, 'origin'),
  }));

  app.mount(origins.dryRunOrigins, async (call) => ({ status: 200, body: await service.dryRun(call, call.body) }));

  app.mount(origins.setOriginMode, async (call) => {
    if (call.body.bind_console === true)
      throw problem('invalid_request', {
        errors: [{ path: 'bind_console', code: 'not_allowed', message: 'Origins never bind the console.' }],
      });
    return { status: 200, body: await service.setMode(call, call.body, call.query.confirm_lockout) };
  });

  app.mount(origins.confirmOriginChange, async (call) => {
    await service.confirm(call, call.body.revert_id);
    return { status: 204 };
  });

  app.mount(origins.listOriginRefusals, async ({ tenant }) => {
    const items = await tenant.read(async (tx) => {
      const present = judgeOf('origin', ENFORCED, await livingEntries(tx, { tenantId: tenant.id, kind: 'origin' }));
      return (await originRefusals(tx, tenant.id)).filter(({ origin }) => !present.judge(origin).allowed);
    });
    return { status: 200, body: { items } };
  });
}

const ENFORCED = { mode: 'enforce', bindConsole: false } as const;

function wantedEntry(
  text: string,
  { label, expires_at }: { label?: string | null | undefined; expires_at?: string | null | undefined },
): WantedEntry {
  return { text, label: label ?? null, expiresAt: expires_at ?? null };
}
