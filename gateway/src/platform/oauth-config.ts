import type { OAuthProvider } from '@caas/contract/oauth.js';

/** A provider members may sign in with. */
export interface OAuthConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Google: the issuer. GitHub: where its pages are. No slash at the end. */
  readonly url: string;
}

type Env = Readonly<Record<string, string | undefined>>;

const DEFAULTS = {
  google: ['OAUTH_GOOGLE', 'ISSUER', 'https://accounts.google.com'],
  github: ['OAUTH_GITHUB', 'BASE_URL', 'https://github.com'],
} as const;

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The providers that are configured. `refuse` is called with one clear line for a setting that can't be used. */
export function readOAuth(
  env: Env,
  refuse: (message: string) => never,
): Readonly<Partial<Record<OAuthProvider, OAuthConfig>>> {
  const found: Partial<Record<OAuthProvider, OAuthConfig>> = {};
  for (const provider of ['google', 'github'] as const) {
    const [prefix, place, fallback] = DEFAULTS[provider];
    const [clientId, clientSecret] = [env[`${prefix}_CLIENT_ID`], env[`${prefix}_CLIENT_SECRET`]];
    if (!clientId && !clientSecret) continue;
    if (!clientId || !clientSecret)
      return refuse(`${prefix}_CLIENT_ID and ${prefix}_CLIENT_SECRET belong together: set both, or neither.`);
    const value = env[`${prefix}_${place}`] || fallback;
    const url = URL.canParse(value) ? new URL(value) : null;
    const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname));
    if (!url || !safe || url.search || url.hash || url.username)
      return refuse(`${prefix}_${place}="${value}" can't be used: it must be an https address, such as ${fallback}.`);
    found[provider] = { clientId, clientSecret, url: url.href.replace(/\/$/, '') };
  }
  return found;
}
