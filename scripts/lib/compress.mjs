// Precompressed siblings (.br, .gz) for what the gateway serves, and the hashes that script tags name (SRI).
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { at, filesBelow } from './root.mjs';

const TEXT = /\.(html|js|css|svg|json|txt|webmanifest)$/;

/** Writes `.br` and `.gz` beside every text file of a built folder that is worth it. */
export async function precompress(folder) {
  const pack = { br: promisify(brotliCompress), gz: promisify(gzip) };
  const quality = {
    br: { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } },
    gz: { level: 9 },
  };
  await Promise.all(
    filesBelow(folder, (file) => TEXT.test(file)).flatMap((file) => {
      const bytes = readFileSync(at(file));
      if (bytes.length < 512) return [];
      return Object.keys(pack).map(async (kind) =>
        writeFileSync(at(`${file}.${kind}`), await pack[kind](bytes, quality[kind])),
      );
    }),
  );
}

/** Writes integrity.json: every script of a built folder with the hash to put into `integrity="…"`. */
export function writeIntegrity(folder) {
  const hashes = filesBelow(folder, (file) => file.endsWith('.js')).map((file) => [
    file.slice(folder.length + 1),
    `sha384-${createHash('sha384')
      .update(readFileSync(at(file)))
      .digest('base64')}`,
  ]);
  writeFileSync(at(folder, 'integrity.json'), `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
}
