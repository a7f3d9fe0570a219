import { performance } from 'node:perf_hooks';

/** A look-up is trusted for less than the second in which a revoked credential has to be dead, so that this holds even when a bus message is lost. */
const TRUST_MS = 900;
const MAX_ENTRIES = 10_000;

/** Bounds of a cache; both are upper ones. */
export interface CacheBounds {
  /** How long an entry is trusted, less than a second. */
  readonly trustMs: number;
  readonly entries: number;
}

interface Entry<T> {
  readonly found: Promise<T>;
  readonly until: number;
  tenantId: string | null;
}

/** Remembers what was looked up of a tenant for less than a second. Several callers at once share one look-up. */
export class ShortCache<T extends { readonly tenantId: string } | null> {
  readonly #entries = new Map<string, Entry<T>>();
  readonly #bounds: CacheBounds;

  constructor(bounds: CacheBounds = { trustMs: TRUST_MS, entries: MAX_ENTRIES }) {
    this.#bounds = bounds;
  }

  /** What `load` finds, or found a moment ago. A failed look-up is not kept. */
  find(id: string, load: () => Promise<T>): Promise<T> {
    const hit = this.#entries.get(id);
    if (hit && hit.until > performance.now()) return hit.found;
    const entry: Entry<T> = { found: load(), until: performance.now() + this.#bounds.trustMs, tenantId: null };
    this.#entries.delete(id);
    this.#entries.set(id, entry);
    if (this.#entries.size > this.#bounds.entries)
      for (const oldest of this.#entries.keys()) if (this.#entries.delete(oldest)) break;
    entry.found.then(
      (value) => {
        entry.tenantId = value?.tenantId ?? null;
      },
      () => this.#entries.delete(id),
    );
    return entry.found;
  }

  /** Drops one entry. */
  forget(id: string): void {
    this.#entries.delete(id);
  }

  /** Drops a tenant's entries (null: nobody's), and those whose look-up is under way and may still show the state before. */
  forgetTenant(tenantId: string | null): void {
    for (const [id, entry] of this.#entries)
      if (entry.tenantId === null || entry.tenantId === tenantId) this.#entries.delete(id);
  }

  /** Drops everything. */
  clear(): void {
    this.#entries.clear();
  }
}
