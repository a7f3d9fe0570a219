/** One request a page made, as the fake gateway of a test sees it. */
export interface Seen {
  method: string;
  url: URL;
  headers: Headers;
  body: unknown;
}

/** What a test answers: a status with JSON, a raw `Response`, or a thrown network failure. */
export type Reply = Response | { status: number; json?: unknown; headers?: Record<string, string> };

/** Asks the gateways that were put at the edge before these; null where the real network is next. */
export type Before = (() => Promise<Response>) | null;

const edges = new WeakSet<typeof fetch>();

/**
 * Replaces `fetch` at the network's edge and records what was asked. `restore` puts the real one back. Several may stand one before the
 * other, as in Storybook, where each file of stories brings its own: one that does not know an address leaves it to those before it.
 */
export function interceptFetch(answer: (request: Seen, before: Before) => Reply | Promise<Reply>): {
  seen: Seen[];
  restore: () => void;
} {
  const original = window.fetch;
  const seen: Seen[] = [];
  const edge: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const again = input instanceof Request ? request.clone() : input;
    const before = edges.has(original) ? () => original(again, init) : null;
    const text = await request.text();
    const entry: Seen = {
      method: request.method,
      url: new URL(request.url),
      headers: request.headers,
      body: text ? JSON.parse(text) : undefined,
    };
    seen.push(entry);
    const reply = await Promise.race([Promise.resolve(answer(entry, before)), aborted(init?.signal)]);
    if (reply instanceof Response) return reply;
    const headers = { 'content-type': 'application/json', 'x-request-id': 'req_test', ...reply.headers };
    return new Response(reply.json === undefined ? null : JSON.stringify(reply.json), {
      status: reply.status,
      headers,
    });
  };
  edges.add(edge);
  window.fetch = edge;
  return { seen, restore: () => void (window.fetch = original) };
}

function aborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
}

/** A problem answer as the gateway gives it. */
export function refusal(status: number, code: string, extra: Record<string, unknown> = {}): Reply {
  return {
    status,
    json: {
      type: `https://caas.example/docs/errors/${code}`,
      title: code,
      status,
      code,
      detail: `The gateway said ${code}.`,
      request_id: 'req_test',
      ...extra,
    },
    headers: { 'content-type': 'application/problem+json' },
  };
}
