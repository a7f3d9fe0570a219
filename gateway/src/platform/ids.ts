import { randomFillSync } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
let lastTime = 0;
let lastRandom = 0n;

/** Random bytes are drawn in stock: asking the system for a few costs as much as asking for many. */
const stock = Buffer.alloc(4096);
let taken = stock.length;

function random(count: number): Buffer {
  if (taken + count > stock.length) {
    randomFillSync(stock);
    taken = 0;
  }
  taken += count;
  return stock.subarray(taken - count, taken);
}

function encode(value: bigint, length: number): string {
  let out = '';
  for (let rest = value, i = 0; i < length; i += 1, rest >>= 5n) out = (ALPHABET[Number(rest & 31n)] ?? '0') + out;
  return out;
}

let timeText = '';

/**
 * A new id such as `key_01J8ZQ…`: a ULID behind a prefix. Ids of one process rise strictly, also inside one
 * millisecond and when the clock steps back, so that sorting by id is sorting by creation.
 */
export function newId<P extends string>(prefix: P): `${P}_${string}` {
  const now = Date.now();
  if (now > lastTime) {
    lastTime = now;
    timeText = encode(BigInt(now), 10);
    // The top bit stays free, so that counting up inside one millisecond never overflows 80 bits.
    lastRandom = BigInt(`0x${random(10).toString('hex')}`) >> 1n;
  } else {
    lastRandom += 1n + BigInt(random(2).readUInt16BE());
  }
  return `${prefix}_${timeText}${encode(lastRandom, 16)}`;
}
