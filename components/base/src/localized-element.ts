import { LitElement } from 'lit';

/** How long words may keep an element from being drawn, in ms; then it speaks English until they are there. */
const PATIENCE = 2_000;

/** An element whose first words are in its reader's language: it draws itself once the texts of its `Localize` are there. */
export class LocalizedElement extends LitElement {
  #texts: Promise<unknown> | null = null;

  /** @internal Its first drawing waits for these. */
  awaitTexts(texts: Promise<unknown>): void {
    if (this.hasUpdated) return;
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    this.#texts = Promise.race([late, Promise.all([this.#texts, texts])]);
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    const texts = this.#texts;
    this.#texts = null;
    return texts ? texts.then(() => this.scheduleUpdate()) : super.scheduleUpdate();
  }
}
