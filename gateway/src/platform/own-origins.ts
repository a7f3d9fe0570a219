const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Where browsers reach the gateway. */
export interface OwnOrigins {
  readonly publicOrigin: string;
  has(origin: string): boolean;
}

/** `PUBLIC_URL`, or without it the listening address under each of its names. */
export function ownOrigins(publicUrl: string | null, host: string, port: number): OwnOrigins {
  if (publicUrl !== null) return { publicOrigin: publicUrl, has: (origin) => origin === publicUrl };
  const name = host.includes(':') ? `[${host}]` : host;
  const anywhere = name === '0.0.0.0' || name === '[::]';
  const origins = (anywhere || LOOPBACK.includes(name) ? LOOPBACK : [name]).map((one) => `http://${one}:${port}`);
  const known = new Set(origins);
  return { publicOrigin: origins[0] ?? `http://localhost:${port}`, has: (origin) => known.has(origin) };
}
