// The mail a gateway without a mail server keeps, as its mailbox tells.
import assert from 'node:assert/strict';

/** A kept mail. */
export interface KeptMail {
  id: string;
  to: string;
  from: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  date: string;
}

/** All mail of the gateway's folder, newest first. */
export async function keptMail(url: string): Promise<KeptMail[]> {
  const answer = await fetch(`${url}/dev/mailbox.json`);
  assert.equal(answer.status, 200);
  return ((await answer.json()) as { items: KeptMail[] }).items;
}

/** Waits for a mail to an address whose subject fits; `after` leaves out those that were there before. */
export async function mailTo(
  url: string,
  to: string,
  subject: RegExp,
  after: readonly KeptMail[] = [],
): Promise<KeptMail> {
  const known = new Set(after.map(({ id }) => id));
  for (let tries = 0; tries < 100; tries += 1) {
    const found = (await keptMail(url)).find(
      (mail) => mail.to === to && subject.test(mail.subject) && !known.has(mail.id),
    );
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return assert.fail(`no mail to ${to} with a subject like ${subject}`);
}

/** The six digits a mail holds. */
export function codeIn({ text }: Pick<KeptMail, 'text'>): string {
  return /^ {4}(\d{6})$/m.exec(text)?.[1] ?? assert.fail(`no code in: ${text}`);
}

/** The secret of a mailed link to a page, behind its #. */
export function tokenIn({ text }: Pick<KeptMail, 'text'>, page: string): string {
  return new RegExp(`${page}#token=([\\w-]{43})$`, 'm').exec(text)?.[1] ?? assert.fail(`no link in: ${text}`);
}
