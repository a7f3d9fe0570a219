import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCsv, writeCsv } from '@caas/contract/csv.js';
import { entriesToCsv, previewBulk, type BulkLine } from '@caas/contract/whitelist/bulk.js';
import { ipRules } from '@caas/contract/whitelist/ip-matcher.js';
import { originRules } from '@caas/contract/whitelist/origin-matcher.js';
import { suffixes } from '@caas/contract/whitelist/suffixes.js';
import { IP_ENTRIES } from './whitelist-ip.data.js';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const ips = (text: string, existing: readonly string[] = []) => previewBulk(text, ipRules, existing, NOW);
const brief = (lines: readonly BulkLine<{ value: string }>[]): unknown[] =>
  lines.map(({ line, input, label, status, code, entry, others }) => [
    line,
    input,
    label,
    status,
    ...(code ? [code] : []),
    ...(entry && entry.value !== input ? [entry.value] : []),
    ...(others.length ? [others] : []),
  ]);

describe('a pasted list', () => {
  it('is judged entry by entry, with line numbers and comments as labels', () => {
    const text =
      '# Office\r\n203.0.113.7 # Front desk\n\n10.0.0.5/24, 10.0.0.0/24 ; 198.51.100.1\r192.0.2.1,,bad # Mixed\n#';
    assert.deepEqual(brief(ips(text)), [
      [2, '203.0.113.7', 'Front desk', 'new'],
      [4, '10.0.0.5/24', null, 'new', '10.0.0.0/24'],
      [4, '10.0.0.0/24', null, 'duplicate'],
      [4, '198.51.100.1', null, 'new'],
      [5, '192.0.2.1', 'Mixed', 'new'],
      [5, 'bad', 'Mixed', 'invalid', 'ip_invalid'],
    ]);
  });

  it('is compared with the list and with itself', () => {
    const existing = ['198.51.100.0/24', '203.0.113.7', '203.0.113.9', '2001:db8::/48'];
    assert.deepEqual(
      brief(ips('203.0.113.7\n203.0.113.0/28\n198.51.100.77\n2001:db8::1\n192.0.2.4\n192.0.2.0/29', existing)),
      [
        [1, '203.0.113.7', null, 'duplicate'],
        [2, '203.0.113.0/28', null, 'covers', ['203.0.113.7', '203.0.113.9']],
        [3, '198.51.100.77', null, 'covered', ['198.51.100.0/24']],
        [4, '2001:db8::1', null, 'covered', ['2001:db8::/48']],
        [5, '192.0.2.4', null, 'covered', ['192.0.2.0/29']],
        [6, '192.0.2.0/29', null, 'new'],
      ],
    );
  });

  it('keeps a fragment with the origin it makes invalid', () => {
    const lines = previewBulk(
      'https://a.example.com#top\nhttps://A.example.com # App\nhttps://*.example.com',
      originRules(suffixes),
      ['https://b.example.com'],
      NOW,
    );
    assert.deepEqual(brief(lines), [
      [1, 'https://a.example.com#top', null, 'invalid', 'origin_fragment'],
      [2, 'https://A.example.com', 'App', 'covered', 'https://a.example.com', ['https://*.example.com']],
      [3, 'https://*.example.com', null, 'covers', ['https://b.example.com']],
    ]);
    assert.equal(lines[0]?.suggestion, 'https://a.example.com');
  });

  it('loses no entry of 1,000', () => {
    const inputs = [...IP_ENTRIES.taken, ...IP_ENTRIES.refused]
      .map(([input]) => input.trim())
      .filter((input) => /^[^,;#\s\p{C}]+$/u.test(input));
    const lines = ips(inputs.join('\n'));
    assert.deepEqual(
      lines.map(({ input }) => input),
      inputs,
    );
    assert.deepEqual(
      lines.map(({ line }) => line),
      inputs.map((_, index) => index + 1),
    );
    const added = lines.filter(({ status }) => status !== 'invalid').length;
    assert.equal(added, inputs.filter((input) => ipRules.parse(input).ok).length);
  });
});

describe('a CSV file', () => {
  it('is read by the names of its columns', () => {
    const text =
      '\uFEFFLabel,Value,expires_at,hits\r\n"Office, ""north""\nwing",10.0.0.0/24,,7\r\n,10.0.1.1,2026-12-24,\r\nGone,10.0.1.2,2020-01-01\nOdd,10.0.1.3,soon\n' +
      `${'x'.repeat(201)},10.0.1.4\nOk,10.0.1.5,2026-11-21T14:00+01:00\n`;
    const lines = ips(text);
    assert.deepEqual(brief(lines), [
      [2, '10.0.0.0/24', 'Office, "north"\nwing', 'new'],
      [4, '10.0.1.1', null, 'new'],
      [5, '10.0.1.2', 'Gone', 'invalid', 'time_past'],
      [6, '10.0.1.3', 'Odd', 'invalid', 'time_invalid'],
      [7, '10.0.1.4', 'x'.repeat(201), 'invalid', 'label_invalid'],
      [8, '10.0.1.5', 'Ok', 'new'],
    ]);
    assert.deepEqual(lines.map(({ expiresAt }) => expiresAt).filter(Boolean), [
      '2026-12-25T00:00:00.000Z',
      '2020-01-02T00:00:00.000Z',
      '2026-11-21T13:00:00.000Z',
    ]);
  });

  it('comes back as it was written, and no cell begins a formula', () => {
    const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', "'", "'=", "''@", '"', ',', ' =', ''];
    const cells = starts.flatMap((start) =>
      ['1+1', '', "cmd|' /C calc'!A0", 'a\r\nb', 'ü,"x"'].map((rest) => start + rest),
    );
    const table = cells.map((cell, index) => [`${index}`, cell]);
    const text = writeCsv(table);
    assert.deepEqual(
      readCsv(text).map(({ fields }) => fields),
      table,
    );
    for (const [, cell] of strictCsv(text)) assert.doesNotMatch(cell ?? '', /^[=+\-@\t\r\n\0]/);
  });

  it('holds an exported list that can be imported again', () => {
    const entries = [
      { value: '10.0.0.0/24', label: '=HYPERLINK("x")', expires_at: '2027-01-01T00:00:00.000Z' },
      { value: '2001:db8::1', label: 'it\'s, "me"\n#', expires_at: null },
      { value: '192.0.2.1', label: null, expires_at: null },
    ];
    const text = entriesToCsv(entries);
    assert.ok(
      text.startsWith('value,label,expires_at\r\n10.0.0.0/24,"\'=HYPERLINK(""x"")",2027-01-01T00:00:00.000Z\r\n'),
    );
    const back = ips(text).map(({ input, label, expiresAt }) => ({ value: input, label, expires_at: expiresAt }));
    assert.deepEqual(back, entries);
  });

  it('of a megabyte is read, whether its quotes close or not', () => {
    const begun = performance.now();
    for (const text of [
      `value\n"${'a'.repeat(1_000_000)}`,
      `value\n"${'""'.repeat(500_000)}"`,
      '"\n'.repeat(300_000),
      `value\n${'1.2.3.4\n'.repeat(100_000)}`,
    ])
      readCsv(text);
    assert.ok(performance.now() - begun < 5000);
  });
});

/** An independent reader: RFC 4180 to the letter. */
function strictCsv(text: string): string[][] {
  const records: string[][] = [[]];
  for (let at = 0; at < text.length;) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; !(text[at] === '"' && text[at + 1] !== '"'); at += 1) {
        if (text[at] === '"') at += 1;
        cell += text[at];
      }
      at += 1;
    } else for (; at < text.length && text[at] !== ',' && !text.startsWith('\r\n', at); at += 1) cell += text[at];
    records.at(-1)?.push(cell);
    if (text[at] === ',') at += 1;
    else {
      assert.ok(text.startsWith('\r\n', at));
      at += 2;
      if (at < text.length) records.push([]);
    }
  }
  return records;
}
