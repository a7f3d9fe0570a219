import { ERRORS, type ErrorCode, type ErrorText } from '@caas/contract/problem.js';
import { escapeHtml, plainPage } from '../platform/plain-page.js';

/** Where the pages' stylesheet is served. */
export const STYLESHEET = '/docs/docs.css';

const TEXTS: ReadonlyMap<string, ErrorText> = new Map<ErrorCode, ErrorText>(
  Object.entries(ERRORS) as [ErrorCode, ErrorText][],
);

/** A text of the contract, in which names stand between backticks. */
function prose(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

const page = (title: string, content: string): string => plainPage(`${title} · CAAS`, STYLESHEET, content);

const BACK = '<p><a href="/docs/errors">All error codes</a></p>';

/** The page of one error code; null when there is no such code. */
export function errorPage(code: string): string | null {
  const text = TEXTS.get(code);
  if (!text) return null;
  return page(
    `${code}: ${text.title}`,
    `<h1>${prose(text.title)}</h1>
<p>Code <code>${escapeHtml(code)}</code>, HTTP status ${text.status}</p>
<h2>What happened</h2>
<p>${prose(text.meaning)}</p>
<h2>What to do</h2>
<p>${prose(text.remedy)}</p>
${BACK}`,
  );
}

/** What stands where somebody looks for a code that does not exist. It does not repeat what was asked for. */
export function unknownErrorPage(): string {
  return page(
    'No such error code',
    `<h1>No such error code</h1>\n<p>The gateway gives no error of this name.</p>\n${BACK}`,
  );
}

/** The table of all error codes. */
export function errorIndexPage(): string {
  const rows = [...TEXTS].map(
    ([code, { status, title }]) =>
      `<tr><th scope="row"><a href="/docs/errors/${escapeHtml(code)}"><code>${escapeHtml(code)}</code></a></th><td>${status}</td><td>${prose(title)}</td></tr>`,
  );
  return page(
    'Error codes',
    `<h1>Error codes</h1>
<p>Every refusal is a problem (RFC 9457) with a <code>code</code> from this table. Codes never change; texts may.</p>
<table>
<thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Meaning</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`,
  );
}
