// Providers to sign in with: a real OpenID provider in a process of its own, and a server shaped like GitHub.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** A provider of a test. */
export interface TestProvider {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the OpenID provider. Client `console`, secret `secret-of-the-console`. */
export async function startOpenId(): Promise<TestProvider> {
  const file = fileURLToPath(new URL('openid-process.mjs', import.meta.url));
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'ignore'] });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /^(http:\S+)$/m.exec(chunk.toString())?.[1];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`The provider ended with ${code}`)));
  });
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

/** Who is signed in at the server shaped like GitHub. */
export interface GitHubPerson {
  id: number;
  emails: { email: string; primary: boolean; verified: boolean }[];
}

/** Starts the server: codes for one use, PKCE, refusals with status 200, no id token; the address stands behind the API. */
export async function startGitHub(person: () => GitHubPerson): Promise<TestProvider> {
  const codes = new Map<string, string>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://github');
    const json = (value: unknown, status = 200): void =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      if (url.pathname === '/login/oauth/authorize') {
        const code = randomBytes(10).toString('hex');
        codes.set(code, url.searchParams.get('code_challenge') ?? '');
        const back = new URL(url.searchParams.get('redirect_uri') ?? '');
        back.searchParams.set('code', code);
        back.searchParams.set('state', url.searchParams.get('state') ?? '');
        response.writeHead(302, { location: back.href }).end();
      } else if (url.pathname === '/login/oauth/access_token') {
        const form = new URLSearchParams(body);
        const challenge = codes.get(form.get('code') ?? '');
        codes.delete(form.get('code') ?? '');
        const verifier = form.get('code_verifier') ?? '';
        const fits = challenge === createHash('sha256').update(verifier).digest('base64url');
        if (form.get('client_secret') !== 'secret-of-the-console' || !fits) json({ error: 'bad_verification_code' });
        else json({ access_token: 'gho_token', token_type: 'bearer', scope: 'read:user,user:email' });
      } else if (request.headers.authorization !== 'Bearer gho_token') json({ message: 'Bad credentials' }, 401);
      else if (url.pathname === '/api/v3/user') json({ id: person().id, login: 'octo', email: null });
      else if (url.pathname === '/api/v3/user/emails') json(person().emails);
      else json({ message: 'Not Found' }, 404);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A browser, as far as redirects and cookies go. */
export class Browser {
  readonly #jar = new Map<string, string>();

  /** The cookies of an origin, as they are sent. */
  cookies(origin: string): string {
    return this.#jar.get(origin) ?? '';
  }

  /** Takes over cookies, as of another browser. */
  setCookies(origin: string, cookies: string): void {
    this.#jar.set(origin, cookies);
  }

  /** Opens one address, without going where it sends on. */
  async open(address: string): Promise<{ status: number; next: string | null; headers: Headers }> {
    const { origin } = new URL(address);
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie: this.cookies(origin) } });
    await answer.arrayBuffer();
    this.take(origin, answer.headers);
    const location = answer.headers.get('location');
    return {
      status: answer.status,
      next: location === null ? null : new URL(location, address).href,
      headers: answer.headers,
    };
  }

  /** Follows redirects until `stop`, or until there are none. */
  async follow(address: string, stop: (address: string) => boolean): Promise<string> {
    for (let at = address, steps = 0; steps < 20; steps += 1) {
      if (stop(at)) return at;
      const { next } = await this.open(at);
      if (next === null) return at;
      at = next;
    }
    throw new Error(`Too many redirects from ${address}`);
  }

  /** Keeps the cookies an answer sets. */
  take(origin: string, headers: Headers): void {
    const jar = new Map(
      this.cookies(origin)
        .split('; ')
        .filter(Boolean)
        .map((pair) => [pair.split('=', 1)[0] ?? '', pair] as const),
    );
    for (const line of headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1);
      const name = pair.split('=', 1)[0] ?? '';
      if (/max-age=0/i.test(line) || pair === `${name}=`) jar.delete(name);
      else jar.set(name, pair);
    }
    this.#jar.set(origin, [...jar.values()].join('; '));
  }
}
