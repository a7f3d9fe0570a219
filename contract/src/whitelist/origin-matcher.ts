import type { ListRules } from './bulk.js';
import { parseOrigin, parseOriginEntry, type Origin, type OriginEntry, type Suffixes } from './origin.js';

/** Finds the entries that allow an origin: equal ones, and wildcards one label above. Whole texts are compared, never their beginnings or ends. */
export class OriginMatcher<T> {
  readonly #items = new Map<string, T[]>();

  /** `entry` says which entry an item stands for. */
  constructor(items: Iterable<T>, entry: (item: T) => Pick<OriginEntry, 'value'>) {
    for (const item of items) {
      const { value } = entry(item);
      const known = this.#items.get(value);
      if (known) known.push(item);
      else this.#items.set(value, [item]);
    }
  }

  /** Whether an entry allows this origin. */
  has(origin: Origin): boolean {
    return this.#items.has(origin.value) || this.#items.has(wildcardOver(origin) ?? '');
  }

  /** Every entry that allows this origin, the equal ones first. */
  match(origin: Origin): T[] {
    return [...this.equal(origin), ...(this.#items.get(wildcardOver(origin) ?? '') ?? [])];
  }

  /** Entries that say exactly the same. */
  equal(entry: Pick<OriginEntry, 'value'>): T[] {
    return this.#items.get(entry.value) ?? [];
  }

  /** Every entry that allows all that this one allows, an equal one included. */
  covering(entry: OriginEntry): T[] {
    return entry.wildcard ? this.equal(entry) : this.match(entry);
  }

  /** Every entry that allows nothing but what this one allows, an equal one included. */
  coveredBy(entry: OriginEntry): T[] {
    if (!entry.wildcard) return this.equal(entry);
    const below = [...this.#items].filter(([value]) => {
      const verdict = parseOrigin(value);
      return verdict.ok && wildcardOver(verdict.origin) === entry.value;
    });
    return [...this.equal(entry), ...below.flatMap(([, items]) => items)];
  }
}

/** The wildcard entry that would allow this origin; null where none can: hosts of one label, and addresses. */
export function wildcardOver({ scheme, host, port }: Origin): string | null {
  const dot = host.indexOf('.');
  if (dot < 0 || host.startsWith('[') || /^[\d.]+$/.test(host)) return null;
  return `${scheme}://*${host.slice(dot)}${port === null ? '' : `:${port}`}`;
}

/** The rules of the list of allowed origins. */
export function originRules(suffixes: Suffixes): ListRules<OriginEntry> {
  return {
    parse: (text) => parseOriginEntry(text, suffixes),
    matcher: (items, entry) => new OriginMatcher(items, entry),
  };
}
