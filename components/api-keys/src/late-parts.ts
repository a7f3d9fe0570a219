/** Brings parts of the list that its first rows do not need. A failure is told, never silent. */
export class LateParts {
  readonly #failed: () => void;
  readonly #asked = new Set<() => Promise<unknown>>();

  constructor(failed: () => void) {
    this.#failed = failed;
  }

  /** Brings a part for an act; each act asks again. */
  async bring(part: () => Promise<unknown>): Promise<void> {
    try {
      await part();
    } catch {
      this.#failed(); // its chunk could not be had
    }
  }

  /** Brings a part that is shown: once, until the user tries again. */
  show(part: () => Promise<unknown>): void {
    if (this.#asked.has(part)) return;
    this.#asked.add(part);
    void this.bring(part);
  }

  /** What failed may be asked for again. */
  retry(): void {
    this.#asked.clear();
  }
}
