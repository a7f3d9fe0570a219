import type { ConsoleSession, SdkSession } from '@caas/contract/sessions.js';
import type { Role } from '@caas/contract/permissions.js';
import type { Reply, Seen } from './fetch.js';
import { ADA, TENANT, identity, type Answers } from './people.js';

export const CONSOLE = 'GET /v1/sessions';
export const END_OTHERS = 'DELETE /v1/sessions';
export const SDK = 'GET /api/v1/sessions';
export const END_SDK = 'DELETE /api/v1/sessions';
const ME = 'GET /api/v1/auth/client/me';

const MINUTE = 60_000;
const ago = (minutes: number): string => new Date(Date.now() - minutes * MINUTE).toISOString();
let made = 0;
const id = (prefix: string): string => `${prefix}_${String((made += 1)).padStart(26, '0')}`;

/** A member's session in the console. */
export function consoleSession(given: Partial<ConsoleSession> = {}): ConsoleSession {
  return {
    id: id('ses'),
    user: { id: ADA.id, name: ADA.name, email: ADA.email },
    device: 'macOS',
    browser: 'Firefox 144',
    ip: '203.0.113.14',
    place: null,
    started_at: ago(3000),
    last_active_at: ago(2),
    expires_at: ago(-3000),
    current: false,
    ...given,
  };
}

/** An end user's session. */
export function sdkSession(user: string, given: Partial<SdkSession> = {}): SdkSession {
  return {
    id: id('sess'),
    user_external_id: user,
    user_data: null,
    platform: 'web',
    device: 'Android',
    browser: 'Chrome 141',
    ip: '198.51.100.7',
    place: null,
    origin: 'https://app.meridian.example',
    started_at: ago(90),
    last_active_at: ago(1),
    connected: false,
    ...given,
  };
}

/** People of the design, this page's session first. */
export function someConsoleSessions(): ConsoleSession[] {
  const tomas = { id: 'usr_tomas', name: 'Tomás Rey', email: 'tomas@meridian.example' };
  return [
    consoleSession({ current: true, place: 'Lagos, Nigeria' }),
    consoleSession({
      device: 'iPhone',
      browser: 'Safari 18',
      ip: '2001:db8:85a3::8a2e:370:7334',
      last_active_at: ago(55),
    }),
    consoleSession({
      user: tomas,
      device: 'Windows',
      browser: 'Microsoft Edge 141',
      ip: '198.51.100.24',
      last_active_at: ago(9),
    }),
    consoleSession({
      user: { id: 'usr_lena', name: null, email: 'lena@meridian.example' },
      device: null,
      browser: null,
      last_active_at: ago(4000),
    }),
  ];
}

/** End users as a logistics company has them. */
export function someSdkSessions(): SdkSession[] {
  return [
    sdkSession('driver-4711', {
      connected: true,
      user_data: { name: 'Wren Adeyemi' },
      place: 'Rotterdam, Netherlands',
    }),
    sdkSession('driver-4712', {
      platform: 'ios',
      device: 'iPhone',
      browser: 'Safari 18',
      origin: null,
      connected: true,
    }),
    sdkSession('dispatch-12', { platform: 'android', device: null, browser: null, origin: null }),
    sdkSession('customer-88123', { platform: null, device: null, browser: null, ip: null, origin: null }),
  ];
}

/** Answers a list page by page, and takes out what is ended. */
export class SessionsGateway {
  console = someConsoleSessions();
  sdk = someSdkSessions();
  readonly #role: Role | 'embed';

  constructor(role: Role | 'embed' = 'owner') {
    this.#role = role;
  }

  answers(more: Answers = {}): Answers {
    const one: Answers = {};
    for (const { id: session } of [...this.console, ...this.sdk])
      one[`DELETE /api/v1/sessions/${session}`] = () => this.#end((item) => item.id === session, 204);
    return {
      [ME]: { status: 200, json: this.#identity() },
      [CONSOLE]: (request) => this.#list(request, this.#matching(request)),
      [SDK]: (request) => this.#list(request, this.#found(request)),
      [END_OTHERS]: (request) => {
        const ids = new Set(this.#matching(request).map((item) => item.id));
        return this.#end((item) => ids.has(item.id) && !('current' in item && item.current), 200);
      },
      [END_SDK]: (request) => {
        const ids = new Set(this.#found(request).map((item) => item.id));
        return this.#end((item) => ids.has(item.id), 200);
      },
      ...one,
      ...more,
    };
  }

  #identity() {
    if (this.#role !== 'embed') return identity(this.#role);
    return {
      ...identity('owner'),
      user: null,
      role: null,
      actor: { id: 'u1', name: 'Wren' },
      tenant: TENANT,
      permissions: ['sessions:read', 'sessions:write', 'tenant:read'],
    };
  }

  #matching({ url }: Seen): ConsoleSession[] {
    const q = (url.searchParams.get('q') ?? '').toLowerCase();
    const mine = url.searchParams.get('of') !== 'everyone';
    return this.console.filter(
      ({ user, device }) =>
        (!mine || user.id === ADA.id) && `${user.name ?? ''} ${user.email} ${device ?? ''}`.toLowerCase().includes(q),
    );
  }

  #found({ url }: Seen): SdkSession[] {
    const q = url.searchParams.get('q') ?? '';
    const connected = url.searchParams.get('connected');
    return this.sdk.filter(
      (item) => item.user_external_id.startsWith(q) && (connected === null || String(item.connected) === connected),
    );
  }

  #list({ url }: Seen, items: readonly unknown[]): Reply {
    const from = Number(url.searchParams.get('cursor') ?? 0);
    const limit = Number(url.searchParams.get('limit') ?? 25);
    const next = from + limit < items.length ? String(from + limit) : null;
    return { status: 200, json: { items: items.slice(from, from + limit), next_cursor: next, total: items.length } };
  }

  #end(which: (item: ConsoleSession | SdkSession) => boolean, status: 200 | 204): Reply {
    const before = this.console.length + this.sdk.length;
    this.console = this.console.filter((item) => !which(item));
    this.sdk = this.sdk.filter((item) => !which(item));
    const ended = before - this.console.length - this.sdk.length;
    if (ended === 0 && status === 204) return { status: 404, json: { code: 'not_found' } };
    return status === 204 ? { status } : { status, json: { ended } };
  }
}
