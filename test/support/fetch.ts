/** One request a page made, as the fake gateway of a test sees it. */
export interface Seen {
  method: string;
  url: URL;
  headers: Headers;
  body: unknown;
}

/** What a test answers: a status with JSON, a raw `Response`, or a thrown network failure. */
export type Reply = Response | { status: number; json?: unknown; headers?: Record<string, string> };

/** Replaces `fetch` at the network's edge and records what was asked. `restore` puts the real one back. */
export function interceptFetch(answer: (request: Seen) => Reply | Promise<Reply>): {
  seen: Seen[];
  restore: () => void;
} {
  const original = window.fetch;
  const seen: Seen[] = [];
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    const text = await request.text();
    const entry: Seen = {
      method: request.method,
      url: new URL(request.url),
      headers: request.headers,
      body: text ? JSON.parse(text) : undefined,
    };
    seen.push(entry);
    const reply = await Promise.race([Promise.resolve(answer(entry)), aborted(init?.signal)]);
    if (reply instanceof Response) return reply;
    const headers = { 'content-type': 'application/json', 'x-request-id': 'req_test', ...reply.headers };
    return new Response(reply.json === undefined ? null : JSON.stringify(reply.json), {
      status: reply.status,
      headers,
    });
  };
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
