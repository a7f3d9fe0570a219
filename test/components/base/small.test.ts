import { expect } from '@open-wc/testing';
import { compact } from '@caas/base/compact.js';
import { define } from '@caas/base/define.js';
import { mayProceed, type BeforeDetail } from '@caas/base/events.js';
import { Format } from '@caas/base/format.js';

describe('define', () => {
  it('is silent for the same class, and warns with both versions for another', () => {
    const warnings: string[] = [];
    const warn = console.warn;
    console.warn = (text: string) => void warnings.push(text);
    try {
      class First extends HTMLElement {}
      class Second extends HTMLElement {}
      define('test-defined', First);
      define('test-defined', First);
      expect(warnings).to.deep.equal([]);
      define('test-defined', Second);
      expect(warnings[0]).to.match(/test-defined.*0\.1\.0.*0\.1\.0/);
      expect(customElements.get('test-defined')).to.equal(First);
    } finally {
      console.warn = warn;
    }
  });
});

describe('mayProceed', () => {
  const target = new EventTarget();
  const listening = async (listener: (event: CustomEvent<BeforeDetail<{ id: string }>>) => void): Promise<boolean> => {
    const handler = listener as EventListener;
    target.addEventListener('caas-before-key-revoke', handler);
    try {
      return await mayProceed(target, 'caas-before-key-revoke', { id: 'key_1' });
    } finally {
      target.removeEventListener('caas-before-key-revoke', handler);
    }
  };

  it('goes on when nobody objects', async () => expect(await listening(() => undefined)).to.equal(true));
  it('stops when cancelled', async () => expect(await listening((event) => event.preventDefault())).to.equal(false));
  it('waits for a decision', async () => {
    expect(await listening((event) => event.detail.waitUntil(Promise.resolve()))).to.equal(true);
    expect(await listening((event) => event.detail.waitUntil(Promise.reject(new Error('no'))))).to.equal(false);
  });
});

describe('Format', () => {
  const now = Date.parse('2026-11-20T12:00:00Z');
  const english = new Format('en-GB', 'UTC');

  it('writes times relative under seven days and as a date from there', () => {
    expect(english.relative('2026-11-20T11:58:00Z', now)).to.equal('2 min ago');
    expect(english.relative('2026-11-26T13:00:00Z', now)).to.equal('in 6 days');
    expect(english.relative('2026-03-04T12:00:00Z', now)).to.equal('4 Mar 2026');
  });

  it('puts nothing that has happened into the future, whatever the clocks say', () => {
    expect(english.ago('2026-11-20T12:00:01Z', now)).to.equal('now');
    expect(english.ago('2026-11-20T11:59:48Z', now)).to.equal('12 s ago');
    expect(english.relative('2026-11-20T12:00:01Z', now)).to.equal('in 1 s');
  });

  it('names the zone of absolute times', () => {
    expect(new Format('en-GB', 'Europe/Berlin').dateTime('2026-11-20T12:00:00Z')).to.match(/13:00:00.*(CET|GMT\+1)/);
  });

  it('writes English of no country like the design', () => {
    const plain = new Format('en', 'UTC');
    expect(plain.relative('2026-11-20T11:59:48Z', now)).to.equal('12 s ago');
    expect(plain.relative('2026-11-20T16:00:00Z', now)).to.equal('in 4 h');
    expect(plain.relative('2026-11-19T11:00:00Z', now)).to.equal('yesterday');
    expect(plain.date('2026-03-04T12:00:00Z')).to.equal('4 Mar 2026');
    expect(plain.time('2026-03-04T21:41:00Z')).to.equal('21:41');
    expect(compact(plain, 48_213)).to.equal('48,213');
    expect(compact(plain, 3_942_117)).to.equal('3.94\u00a0M');
    expect(compact(new Format('de'), 3_942_117)).to.equal('3,94\u00a0Mio.');
  });

  it('writes lengths in their two largest units, days from two on', () => {
    expect(english.duration(86_399)).to.equal('23 h 59 min');
    expect(english.duration(86_400)).to.equal('24 h');
    expect(english.duration(3 * 86_400 + 59)).to.equal('3 days');
    expect(english.duration(3_600)).to.equal('1 h');
    expect(english.duration(3_601)).to.equal('1 h');
    expect(english.duration(0)).to.equal('0 s');
    expect(new Format('de').duration(3_660)).to.equal('1 Std. 1 Min.');
  });

  it('chooses plural forms by the locale', () => {
    expect(english.plural(1, { one: '# key', other: '# keys' })).to.equal('1 key');
    expect(new Format('de').plural(1234, { one: '# Schlüssel', other: '# Schlüssel' })).to.equal('1.234 Schlüssel');
  });
});
