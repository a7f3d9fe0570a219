import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const State = z.object({
  tenant_id: z.string(),
  accounts: z.array(z.object({ role: z.string(), name: z.string(), email: z.string(), password: z.string() })),
  keys: z.array(z.object({ name: z.string(), id: z.string(), secret: z.string() })),
});

/** What a restarted demo has to know. Its secrets open an invented company only. */
export type DemoState = z.infer<typeof State>;

const fileOf = (dataDir: string): string => join(dataDir, 'demo.json');

/** What an earlier run left; null when there was none. */
export function readState(dataDir: string): DemoState | null {
  const file = fileOf(dataDir);
  return existsSync(file) ? z.parse(State, JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/** Keeps it, readable by the gateway's account alone; whole or not at all. */
export function writeState(dataDir: string, state: DemoState): void {
  const file = fileOf(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
