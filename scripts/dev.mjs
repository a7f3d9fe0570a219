// `npm run dev [-- --demo]`: shell and gateway from their sources on one address. Vite serves the shell and reloads what changes;
// API paths go to the gateway, which restarts when its own sources change.
import { spawn } from 'node:child_process';
import { createServer } from 'vite';
import { ROOT, at } from './lib/root.mjs';

const port = Number(process.env.PORT ?? 3100);
const gatewayPort = port + 1;
const API = '^/(v1|api|docs|health|metrics|documentation|socket\\.io|elements|\\.well-known)(/|\\?|$)';

const gateway = spawn(
  process.execPath,
  [
    'node_modules/tsx/dist/cli.mjs',
    'watch',
    '--conditions=caas-source',
    'gateway/src/main.ts',
    ...process.argv.slice(2),
  ],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      PORT: String(gatewayPort),
      PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${port}`,
    },
  },
);

const server = await createServer({
  root: ROOT,
  configFile: at('vite.config.ts'),
  server: {
    host: '127.0.0.1',
    port,
    strictPort: true,
    proxy: {
      [API]: { target: `http://127.0.0.1:${gatewayPort}`, xfwd: true, ws: true },
      // Kept mail is shown to this machine alone, not to whom a proxy speaks for.
      '^/dev/mailbox': { target: `http://127.0.0.1:${gatewayPort}` },
    },
    watch: { ignored: ['**/gateway/**', '**/data/**', '**/dist/**', '**/.build/**'] },
  },
});
await server.listen();
server.printUrls();

// A terminal sends its SIGINT to the gateway as well; a second one would cut it off before its database has stopped.
process.on('SIGINT', () => server.close());
process.on('SIGTERM', () => {
  gateway.kill('SIGTERM');
  server.close();
});
gateway.on('exit', (code) => process.exit(code ?? 0));
