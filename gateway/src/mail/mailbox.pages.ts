import { escapeHtml, plainPage } from '../platform/plain-page.js';
import type { KeptMail } from './transport.js';

const page = (title: string, content: string): string =>
  plainPage(`${title} · CAAS mailbox`, '/dev/mailbox.css', content);

/** Text with its links made links; what is no link stays text. */
function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((part, at) => (at % 2 ? `<a href="${escapeHtml(part)}">${escapeHtml(part)}</a>` : escapeHtml(part)))
    .join('');
}

const when = (iso: string): string =>
  `<time datetime="${escapeHtml(iso)}">${escapeHtml(iso.replace('T', ' ').slice(0, 19))} UTC</time>`;

/** The list of kept mails. */
export function listPage(mails: readonly KeptMail[]): string {
  const rows = mails.map(
    ({ id, subject, to, date }) =>
      `<tr><th scope="row"><a href="/dev/mailbox/${escapeHtml(id)}">${escapeHtml(subject)}</a></th><td>${escapeHtml(to)}</td><td>${when(date)}</td></tr>`,
  );
  const table = `<table>
<thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">Sent</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
  return page(
    'Mail',
    `<h1>Mailbox</h1>
<p>No mail server is configured (<code>SMTP_URL</code>), so mail is kept here and shown to this machine alone.</p>
${rows.length ? table : '<p>No mail yet. Load this page again after something was sent.</p>'}`,
  );
}

/** One mail, as HTML in a frame that can do nothing, and as text. */
export function mailPage({ id, subject, to, from, date, text }: KeptMail): string {
  return page(
    subject,
    `<p><a href="/dev/mailbox">All mail</a></p>
<h1>${escapeHtml(subject)}</h1>
<dl>
<dt>From</dt><dd>${escapeHtml(from.name)} &#60;${escapeHtml(from.address)}&#62;</dd>
<dt>To</dt><dd>${escapeHtml(to)}</dd>
<dt>Sent</dt><dd>${when(date)}</dd>
</dl>
<iframe title="The mail as HTML" src="/dev/mailbox/${escapeHtml(id)}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
<h2>As text</h2>
<pre>${linked(text)}</pre>`,
  );
}
