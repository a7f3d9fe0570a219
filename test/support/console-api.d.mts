/** A console's answers to an embedded `<caas-api-keys>`, on a free port of this machine. */
export interface ConsoleServer {
  readonly origin: string;
  /** `METHOD /path` of every request so far. */
  readonly calls: readonly string[];
  stop(): Promise<void>;
}
/** As many keys as asked for, always the same ones, in the contract's shape. */
export function sampleKeys(count: number): { id: string; name: string }[];
/** Starts it. `pages` are texts by path, `folders` are folders by path prefix. */
export function serveConsole(options: {
  pages?: Record<string, string>;
  folders?: Record<string, string>;
  keys?: number;
  headers?: Record<string, string>;
}): Promise<ConsoleServer>;
