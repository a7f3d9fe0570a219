import { createMember, insertTenant } from './accounts/accounts.repository.js';
import { Passwords } from './accounts/password.js';
import { runDemo } from './demo/demo.js';
import { readConfig } from './platform/config.js';
import { createLogger } from './platform/logging.js';
import { explainStart } from './platform/start-failure.js';
import { startGateway, type Gateway } from './start-gateway.js';

function fail(error: unknown): never {
  process.stderr.write(`${explainStart(error, process.env.DATA_DIR)}\n`);
  process.exit(1);
}

function stopOnSignal(gateway: Gateway, stopDemo: () => Promise<void>): void {
  let stopping = false;
  const stop = (): void => {
    // Who asks twice does not want to wait.
    if (stopping) process.exit(1);
    stopping = true;
    stopDemo()
      .then(() => gateway.close())
      .then(() => process.exit(0), fail);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

// Who sits before a terminal sees the address and what goes wrong, in plain lines; a log collector gets every entry as JSON.
const human = process.stdout.isTTY;
const gateway = await Promise.resolve()
  .then(() => {
    const config = readConfig({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL || (human ? 'warn' : 'info') });
    return startGateway({ config, logger: createLogger(config.logLevel, human) });
  })
  .catch(fail);
const url = gateway.platform.publicOrigin();
const mailbox = gateway.platform.config.mailbox ? `${url}/dev/mailbox` : null;
process.stdout.write(`CAAS Console is running at ${url}\n`);
if (mailbox) process.stdout.write(`Mail is kept and shown at ${mailbox}\n`);
// Among the entries of a log these lines scroll away, and a collector takes entries alone: there one says the same.
gateway.platform.log.info({ url, ...(mailbox ? { mailbox } : {}) }, 'listening');

// `--demo`: an invented company to look at.
let stopDemo = async (): Promise<void> => undefined;
stopOnSignal(gateway, () => stopDemo());
if (process.argv.includes('--demo')) {
  const passwords = new Passwords();
  const accounts = { hash: (password: string) => passwords.hash(password), insertTenant, createMember };
  stopDemo = await runDemo(
    gateway.platform,
    gateway.url,
    accounts,
    (text) => void process.stdout.write(`${text}\n`),
  ).catch(fail);
}
