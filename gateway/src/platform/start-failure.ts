import { resolve } from 'node:path';
import { ConfigError, DEFAULT_DATA_DIR } from './config.js';

/** What the system refused, by the setting that led there; null where none did. */
function refusedSetting({ code, syscall, message, path }: NodeJS.ErrnoException, dataDir: string): string | null {
  if (code === 'EADDRINUSE') return `${message}: another program listens there; choose another PORT.`;
  if (syscall === 'listen') return `${message}: choose another HOST or PORT.`;
  if (syscall === 'getaddrinfo') return `HOST can't be used: ${message}.`;
  return path?.startsWith(dataDir) ? `DATA_DIR can't be used: ${message}.` : null;
}

/** Why the gateway does not start: one line for whoever starts it; a stack only where the reason is ours. `dataDir` as it was set. */
export function explainStart(error: unknown, dataDir: string | undefined): string {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return String(error);
  return refusedSetting(error, resolve(dataDir || DEFAULT_DATA_DIR)) ?? error.stack ?? error.message;
}
