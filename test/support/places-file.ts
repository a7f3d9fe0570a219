// Writes a small database of places in MaxMind's format (https://maxmind.github.io/MaxMind-DB/), as it is otherwise bought or downloaded.

/** What stands at an address: `city` and `country` by their English names. */
export interface Place {
  city?: string;
  country?: string;
}

const METADATA = Buffer.concat([Buffer.from([0xab, 0xcd, 0xef]), Buffer.from('MaxMind.com')]);
const RECORD_BYTES = 3;

function control(type: number, size: number): Buffer {
  const head = type > 7 ? [size > 28 ? 29 : size, type - 7] : [(type << 5) | (size > 28 ? 29 : size)];
  return Buffer.from(size > 28 ? [...head, size - 29] : head);
}

function encode(value: unknown): Buffer {
  if (typeof value === 'string') {
    const text = Buffer.from(value);
    return Buffer.concat([control(2, text.length), text]);
  }
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return Buffer.concat([control(6, 4), bytes]);
  }
  if (Array.isArray(value)) return Buffer.concat([control(11, value.length), ...value.map(encode)]);
  const entries = Object.entries(value as object);
  return Buffer.concat([control(7, entries.length), ...entries.flatMap(([key, one]) => [encode(key), encode(one)])]);
}

const named = (name: string | undefined) => (name === undefined ? undefined : { names: { en: name } });

/** A database of IPv4 ranges (`203.0.113.0/24`) and their places. */
export function placesFile(ranges: Readonly<Record<string, Place>>): Buffer {
  interface Node {
    branches: [Node | number | null, Node | number | null];
  }
  const root: Node = { branches: [null, null] };
  const data: Buffer[] = [];
  let offset = 0;
  for (const [range, place] of Object.entries(ranges)) {
    const [address = '', length = '32'] = range.split('/');
    const bits = address
      .split('.')
      .map((part) => Number(part).toString(2).padStart(8, '0'))
      .join('')
      .slice(0, Number(length));
    const known = Object.entries({ city: named(place.city), country: named(place.country) }).filter(([, one]) => one);
    const record = encode(Object.fromEntries(known));
    let node = root;
    for (const [at, bit] of [...bits].entries()) {
      const side = bit === '1' ? 1 : 0;
      if (at === bits.length - 1) node.branches[side] = offset;
      else {
        const next = node.branches[side];
        const made: Node = next !== null && typeof next === 'object' ? next : { branches: [null, null] };
        node.branches[side] = made;
        node = made;
      }
    }
    data.push(record);
    offset += record.length;
  }
  const nodes: Node[] = [];
  const collect = (node: Node): void => {
    nodes.push(node);
    for (const branch of node.branches) if (branch !== null && typeof branch === 'object') collect(branch);
  };
  collect(root);
  const index = new Map(nodes.map((node, at) => [node, at]));
  const tree = Buffer.alloc(nodes.length * RECORD_BYTES * 2);
  for (const [at, node] of nodes.entries())
    for (const [side, branch] of node.branches.entries()) {
      const value =
        branch === null
          ? nodes.length
          : typeof branch === 'number'
            ? nodes.length + 16 + branch
            : (index.get(branch) ?? 0);
      tree.writeUIntBE(value, (at * 2 + side) * RECORD_BYTES, RECORD_BYTES);
    }
  const metadata = {
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_700_000_000,
    database_type: 'GeoLite2-City',
    description: { en: 'Places of the tests' },
    ip_version: 4,
    languages: ['en'],
    node_count: nodes.length,
    record_size: RECORD_BYTES * 8,
  };
  return Buffer.concat([tree, Buffer.alloc(16), ...data, METADATA, encode(metadata)]);
}
