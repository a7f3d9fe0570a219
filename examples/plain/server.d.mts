import type { Server } from 'node:http';

/** The host server of the example; see server.mjs. */
export function hostServer(options: {
  origin: string;
  consoleUrl: string;
  apiKey: string;
  pages: string;
  elements: string;
}): Server;
