import Bowser from 'bowser';

/** What a user agent says of itself; null where it does not say. Nothing is guessed. */
export interface Device {
  /** Model or operating system: "iPhone", "Android", "macOS". Without a version: browsers no longer tell the true one. */
  readonly device: string | null;
  /** Name and major version: "Firefox 144". */
  readonly browser: string | null;
  /** The operating system alone, as in `device`. */
  readonly system: string | null;
}

const NOTHING: Device = { device: null, browser: null, system: null };
const MAX_LENGTH = 60;
/** A page of a list holds 200 at most, and people's browsers are few. */
const MAX_KNOWN = 1000;

/** What Android says instead of a model since it hides it. */
const HIDDEN_MODEL = 'K';

/** Reads user agents, each once. */
export class Devices {
  readonly #known = new Map<string, Device>();

  /** What a user agent says. */
  read(userAgent: string | null): Device {
    if (!userAgent) return NOTHING;
    const known = this.#known.get(userAgent);
    if (known) return known;
    const device = parse(userAgent);
    if (this.#known.size >= MAX_KNOWN) for (const oldest of this.#known.keys()) if (this.#known.delete(oldest)) break;
    this.#known.set(userAgent, device);
    return device;
  }
}

function parse(userAgent: string): Device {
  const { browser, os, platform } = Bowser.parse(userAgent);
  const system = short(os.name);
  const model = platform.model === HIDDEN_MODEL ? null : short(platform.model);
  const name = short(browser.name);
  const major = /^\d{1,5}/.exec(browser.version ?? '')?.[0];
  // A browser's name without a system is what scripts and libraries look like that borrow one.
  return { device: model ?? system, browser: name && (major ? `${name} ${major}` : name), system };
}

function short(text: string | undefined): string | null {
  return text?.trim().slice(0, MAX_LENGTH) || null;
}
