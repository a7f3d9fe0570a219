// Builds only what changed: each part keeps the hash of everything it was made from in .build/<part>.stamp.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { at, filesBelow } from './root.mjs';

/** One hash over the names and contents of files and folders. */
export function hashOf(inputs) {
  const hash = createHash('sha256').update(process.version);
  for (const input of inputs) {
    for (const file of filesBelow(input)) hash.update(`\0${file}\0`).update(readFileSync(at(file)));
  }
  return hash.digest('hex');
}

/**
 * Runs `build` when an input changed since the last time, or when `output` is gone. Returns whether it ran.
 * A failed build leaves no stamp, so that the next call tries again.
 */
export async function buildIfChanged(part, { inputs, output }, build) {
  const stamp = at('.build', `${part}.stamp`);
  const hash = hashOf(inputs);
  if (existsSync(at(output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  rmSync(stamp, { force: true });
  await build();
  mkdirSync(at('.build'), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}
