import { expect } from '@open-wc/testing';
import { dayEnd } from '@caas/ui/day-end.js';

const endOf = (day: string, timeZone?: string): string => new Date(dayEnd(day, timeZone)).toISOString();

describe('the end of a day', () => {
  it('is that of the time zone, however far from here', () => {
    expect(endOf('2026-12-31', 'Pacific/Kiritimati')).to.equal('2026-12-31T09:59:59.000Z');
    expect(endOf('2026-12-31', 'Pacific/Pago_Pago')).to.equal('2027-01-01T10:59:59.000Z');
    expect(endOf('2026-12-31', 'Asia/Kathmandu')).to.equal('2026-12-31T18:14:59.000Z');
    expect(endOf('2026-12-31', 'UTC')).to.equal('2026-12-31T23:59:59.000Z');
    for (const own of [undefined, 'Mars/Olympus_Mons'])
      expect(dayEnd('2026-12-31', own), 'where the reader is').to.equal(Date.parse('2026-12-31T23:59:59'));
  });

  it('knows days on which the clock changes, and those around them', () => {
    const ends = {
      '2027-03-13': '2027-03-14T04:59:59.000Z',
      '2027-03-14': '2027-03-15T03:59:59.000Z',
      '2027-03-15': '2027-03-16T03:59:59.000Z',
      '2027-11-06': '2027-11-07T03:59:59.000Z',
      '2027-11-07': '2027-11-08T04:59:59.000Z',
      '2027-11-08': '2027-11-09T04:59:59.000Z',
    };
    for (const [day, end] of Object.entries(ends)) expect(endOf(day, 'America/New_York'), day).to.equal(end);
    expect(endOf('2027-10-28', 'Africa/Cairo'), 'its last hour comes twice').to.equal('2027-10-28T21:59:59.000Z');
    expect(endOf('2027-04-29', 'Africa/Cairo'), 'midnight is skipped').to.equal('2027-04-29T21:59:59.000Z');
  });

  it('is in no future for what is no day', () => {
    for (const day of ['', '2026-13-01', 'soon']) expect(dayEnd(day, 'America/New_York') > 0, day).to.equal(false);
  });
});
