import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Client } from 'pg';

const DIRECTORY = fileURLToPath(new URL('../../migrations/', import.meta.url));
/** Any number, the same in every process: who holds it migrates, the others wait. */
const LOCK = 7_203_114;

/**
 * Applies the numbered `.sql` files that are new, each in its own transaction, in the order of their names. Forward only.
 * Several processes may call it at once.
 */
export async function migrate(owner: Client): Promise<string[]> {
  const files = readdirSync(DIRECTORY)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort();
  const applied: string[] = [];
  await owner.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    await owner.query(
      'create table if not exists schema_migrations (name text primary key, applied_at timestamptz not null default now())',
    );
    const { rows } = await owner.query<{ name: string }>('select name from schema_migrations');
    const known = new Set(rows.map((row) => row.name));
    for (const name of files.filter((file) => !known.has(file))) {
      await owner.query('begin');
      try {
        await owner.query(readFileSync(`${DIRECTORY}${name}`, 'utf8'));
        await owner.query('insert into schema_migrations (name) values ($1)', [name]);
        await owner.query('commit');
      } catch (error) {
        await owner.query('rollback');
        throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      }
      applied.push(name);
    }
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [LOCK]);
  }
  return applied;
}
