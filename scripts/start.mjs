// `npm start [-- --demo]`: builds what changed, then becomes the gateway, which also serves the shell and the elements.
// Everything after `--` goes to the gateway.
import { at } from './lib/root.mjs';
import { run } from './lib/run.mjs';

const { ok } = await run(process.execPath, ['scripts/build.mjs', 'shell', 'elements', 'gateway'], { show: true });
if (!ok) process.exit(1);

// Who did not say that this is production tries it out, and needs the codes that mails bring.
if (!process.env.NODE_ENV) process.env.MAILBOX ||= 'on';
process.env.NODE_ENV ||= 'production';
await import(at('dist/gateway/main.js'));
