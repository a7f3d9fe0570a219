import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { humanEntry } from '../../../gateway/src/platform/logging-human.js';

const entry = (members: object): string =>
  humanEntry(
    `${JSON.stringify({ level: 40, time: '2026-11-20T09:41:07.214Z', pid: 1, hostname: 'vm', ...members, msg: 'lost' })}\n`,
  );

describe('the log before a terminal', () => {
  it('says when, how bad, what, and the rest by name', () => {
    assert.equal(
      entry({ method: 'GET', status: 200, why: 'two words' }),
      '09:41:07 warn lost method=GET status=200 why="two words"\n',
    );
  });

  it('shows the stack of an error below its line', () => {
    assert.equal(
      entry({ err: { type: 'Error', message: 'gone', stack: 'Error: gone\n    at here' } }),
      '09:41:07 warn lost type=Error message=gone\n    Error: gone\n        at here\n',
    );
  });

  it('lets nothing in it steer the terminal or make a second line', () => {
    for (const text of ['\u001b[2J', 'a\nfake', '\u009b2J', '\u202eexe', '\r', 'a b\u001b[0m']) {
      const line = entry({ path: text, err: { message: text, stack: text } });
      const signs = [...line.replaceAll('\n    ', '').trimEnd()].map((sign) => sign.codePointAt(0) ?? 0);
      assert.ok(
        signs.every((sign) => sign >= 32 && !(sign >= 127 && sign < 160) && !(sign >= 0x202a && sign <= 0x202e)),
        JSON.stringify(line),
      );
    }
  });
});
