/** Flags for a quiet headless browser that speaks to nobody but the test. */
export const CHROMIUM_FLAGS: readonly string[];
/** The path of a Chromium: `CHROME` from the environment, else the first known name on the PATH, else undefined. */
export function findChromium(): string | undefined;
/** Like `findChromium`, but installs the system's package where it may (root on Debian) and says what to do where it may not. */
export function requireChromium(): Promise<string>;
