// npm run example:plain: the foreign dashboard on its own address, against a real console.
import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { hostServer } from './server.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const consoleUrl = (process.env.CONSOLE_URL ?? 'http://localhost:3100').replace(/\/+$/, '');
const port = Number(process.env.EXAMPLE_PORT ?? 3200);
const origin = `http://localhost:${port}`;

const console_ = (await answers()) ? null : startConsole();
if (console_) await until(answers, 'The console did not start. Run `npm start` to see why.');
const apiKey = process.env.CAAS_KEY ?? (await ownKey());

const server = hostServer({
  origin,
  consoleUrl,
  apiKey,
  pages: fileURLToPath(new URL('public', import.meta.url)),
  elements: `${root}dist/elements`,
});
server.listen(port, '127.0.0.1', () =>
  console.log(`Harborline's dashboard: ${origin}\nIts console:            ${consoleUrl}`),
);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
    console_?.kill('SIGTERM');
  });
}

async function answers() {
  try {
    return (await fetch(`${consoleUrl}/health/ready`)).ok;
  } catch {
    return false;
  }
}

function startConsole() {
  console.log('No console answers yet, so one is started here.');
  return spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PORT: new URL(consoleUrl).port || '3100' },
  });
}

async function until(check, complaint) {
  for (let tries = 0; tries < 240; tries += 1) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(complaint);
}

/** Harborline's own API key: registered at the first start, kept readable by its owner alone. */
async function ownKey() {
  const file = `${root}data/example-plain.json`;
  try {
    const kept = JSON.parse(await readFile(file, 'utf8'));
    if (await works(kept.api_key)) return kept.api_key;
  } catch (error) {
    if (error.code !== 'ENOENT' && !(error instanceof SyntaxError)) throw error;
  }
  const email = `wren.${Date.now().toString(36)}@harborline.example`;
  const answer = await fetch(`${consoleUrl}/api/v1/auth/client/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      company_name: 'Harborline',
      email,
      password: crypto.randomUUID(),
      plan: 'business',
      name: 'Wren Castellan',
      accept_terms: true,
    }),
  });
  if (answer.status !== 201)
    throw new Error(
      `The console refused to register Harborline: ${await answer.text()}\nSet CAAS_KEY to an API key with the admin scope instead.`,
    );
  const { api_key } = await answer.json();
  await mkdir(`${root}data`, { recursive: true });
  await writeFile(file, JSON.stringify({ email, api_key }), { mode: 0o600 });
  return api_key;
}

async function works(key) {
  return (await fetch(`${consoleUrl}/v1/auth/api-keys?limit=1`, { headers: { 'x-api-key': key } })).ok;
}
