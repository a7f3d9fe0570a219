import type { GetToken, TokenAnswer } from './token-source.js';

/** What `embedConnection` looks for on its element. Not shared by import: this file travels in the script that a page names, alone. */
const EARLY = Symbol.for('caas-early');
const TIMEOUT = 15_000;
/** Ms from the asking on that a page may stay without skeletons. */
const SOON = 300;

/** What was asked for while the element's code was on its way, and for which gateway. */
export interface Early {
  apiUrl: string;
  tokenUrl: string;
  getToken: GetToken | null;
  token: Promise<TokenAnswer>;
  /** By URL; null where it failed, and the element asks itself. */
  answers: Map<string, Promise<Response | null>>;
  /** Once the answers are there, or are too late to do without skeletons. */
  soon: Promise<unknown>;
}

type Owner = HTMLElement & { getToken?: GetToken | null; [EARLY]?: Early };

/**
 * For every element of a tag that waits for its code: gets a token and asks for `paths` at once, as the element will. Attributes and
 * properties count as the page has set them by now; where they change, what was asked for early is not used.
 */
export function readEarly(tag: string, paths: (element: HTMLElement) => readonly string[]): void {
  if (typeof document === 'undefined') return; // on a server
  for (const element of document.querySelectorAll<HTMLElement>(`${tag}:not(:defined)`)) {
    const owner = element.closest<Owner>('[api-url]:not(:defined)');
    if (owner && (owner === element || owner.localName === 'caas-provider'))
      owner[EARLY] ??= begin(owner, paths(element));
  }
  setTimeout(() => new Intl.DateTimeFormat()); // the first formatter of a page takes longer than drawing its rows
}

function begin(owner: Owner, paths: readonly string[]): Early | undefined {
  const apiUrl = owner.getAttribute('api-url') ?? '';
  const tokenUrl = owner.getAttribute('token-url') ?? '';
  const getToken = owner.getToken ?? null;
  if (!apiUrl || !(getToken || tokenUrl)) return undefined;
  const token = (async () => (getToken ? getToken('start') : tokenFrom(new URL(tokenUrl, document.baseURI))))();
  const answer = async (url: string): Promise<Response | null> => {
    try {
      const given = await token;
      const bearer = typeof given === 'string' ? given : given.token;
      if (!bearer) return null;
      const response = await fetch(url, {
        headers: { accept: 'application/json', authorization: `Bearer ${bearer}` },
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(TIMEOUT),
      });
      const json: unknown = await response.json();
      return Object.assign(response, { json: () => json });
    } catch {
      return null;
    }
  };
  const base = apiUrl.replace(/\/+$/, '');
  const answers = new Map(paths.map((path) => [base + path, answer(base + path)]));
  const late = new Promise((resolve) => setTimeout(resolve, SOON));
  return { apiUrl, tokenUrl, getToken, token, answers, soon: Promise.race([Promise.all(answers.values()), late]) };
}

async function tokenFrom(url: URL): Promise<TokenAnswer> {
  if (url.origin !== location.origin) throw new Error(); // said by the element
  const headers = { accept: 'application/json' };
  const response = await fetch(url, { method: 'POST', credentials: 'same-origin', headers });
  if (!response.ok) throw new Error();
  return (await response.json()) as TokenAnswer;
}
