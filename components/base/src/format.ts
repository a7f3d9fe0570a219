type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

type Unit = 'day' | 'hour' | 'minute' | 'second';

const DAY = 86_400;
const UNITS: readonly [Unit, number][] = [
  ['day', DAY],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];
/** English is written as the design writes it, `12 s ago` and `23 h 59 min`: no locale's data has it so. */
const SHORT: Partial<Record<Unit, string>> = { hour: 'h', minute: 'min', second: 's' };
/** Where whole numbers below 1,000 are plain digits. The first number formatter of a page takes longer than drawing its rows. */
const PLAIN_DIGITS = /^(en|de)(-[A-Z]{2})?$/;

/** Numbers, dates and plurals of one locale and time zone, by `Intl`. */
export class Format {
  readonly locale: string;
  readonly timeZone: string | undefined;
  /** The locale for `Intl`: English of no country has dates like `4 Mar 2026` and a clock of 24 hours. */
  readonly intl: string;
  readonly #cache = new Map<string, unknown>();

  constructor(locale: string, timeZone?: string) {
    this.locale = locale;
    this.intl = locale === 'en' ? 'en-IE' : locale;
    this.timeZone = timeZone;
  }

  #get<T>(key: string, make: () => T): T {
    if (!this.#cache.has(key)) this.#cache.set(key, make());
    return this.#cache.get(key) as T;
  }

  /** Makes what times need, while rows are on their way: the first formatter of a page takes longer than drawing them. */
  prepare(): void {
    this.relative(Date.now());
    this.date(0);
    this.dateTime(0);
  }

  /** `12,345`, or as the options say. */
  number(value: number, options?: Intl.NumberFormatOptions): string {
    if (!options && Number.isInteger(value) && value >= 0 && value < 1000 && PLAIN_DIGITS.test(this.locale))
      return String(value);
    return this.#get(`n${JSON.stringify(options)}`, () => new Intl.NumberFormat(this.intl, options)).format(value);
  }

  /** `4 Mar 2026` */
  date(iso: string | number): string {
    return this.#date('d', { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(iso));
  }

  /** `4 Mar 2026, 09:41:07 CET`: absolute, with the zone named. */
  dateTime(iso: string | number): string {
    return this.#date('dt', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'short',
    }).format(new Date(iso));
  }

  /** `09:41` */
  time(iso: string | number): string {
    return this.#date('t', { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));
  }

  #date(key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return this.#get(key, () => {
      try {
        return new Intl.DateTimeFormat(this.intl, { ...options, timeZone: this.timeZone });
      } catch (error) {
        console.warn(error); // no zone of this name: the browser's own
        return new Intl.DateTimeFormat(this.intl, options);
      }
    });
  }

  /** `2 min ago`, `in 6 days`; from a week on the date. */
  relative(iso: string | number, now = Date.now(), latest = Infinity): string {
    const seconds = Math.min(latest, Math.round((new Date(iso).getTime() - now) / 1000));
    if (Math.abs(seconds) >= 7 * DAY) return this.date(iso);
    const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
    const count = Math.trunc(seconds / size);
    if (SHORT[unit] && count && this.#english) {
      const text = `${Math.abs(count)} ${SHORT[unit]}`;
      return count < 0 ? `${text} ago` : `in ${text}`;
    }
    return this.#get('r', () => new Intl.RelativeTimeFormat(this.intl, { numeric: 'auto', style: 'short' })).format(
      count,
      unit,
    );
  }

  /** The same of what has happened: clocks that differ by seconds put nothing of it into the future. */
  ago(iso: string | number, now?: number): string {
    return this.relative(iso, now, 0);
  }

  /** `23 h 59 min`, `4 min 10 s`: the two largest units of a length in seconds; days from two on. */
  duration(seconds: number): string {
    let rest = Math.max(0, Math.round(seconds));
    const parts: [number, Unit][] = [];
    for (const [unit, size] of UNITS) {
      if (unit === 'day' && rest < 2 * DAY) continue;
      const count = Math.floor(rest / size);
      rest %= size;
      if (count > 0 || parts.length > 0 || unit === 'second') parts.push([count, unit]);
    }
    return parts
      .slice(0, 2)
      .filter(([count], index) => index === 0 || count > 0)
      .map(([count, unit]) => this.#unit(count, unit))
      .join(' ');
  }

  #unit(count: number, unit: Unit): string {
    if (SHORT[unit] && this.#english) return `${count} ${SHORT[unit]}`;
    return this.number(count, { style: 'unit', unit, unitDisplay: 'short' });
  }

  get #english(): boolean {
    return this.locale.startsWith('en');
  }

  /** Chooses the form for `count`; `#` in it becomes the number. */
  plural(count: number, forms: PluralForms): string {
    const rule = this.#get('pl', () => new Intl.PluralRules(this.intl)).select(count);
    return (forms[rule] ?? forms.other).replace('#', this.number(count));
  }
}
