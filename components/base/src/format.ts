type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];
const WEEK = 7 * 86_400;
/** Where whole numbers below 1,000 are plain digits. The first number formatter of a page takes longer than drawing its rows. */
const PLAIN_DIGITS = /^(en|de)(-[A-Z]{2})?$/;

/** Numbers, dates and plurals of one locale and time zone, by `Intl`. */
export class Format {
  readonly locale: string;
  readonly timeZone: string | undefined;
  readonly #cache = new Map<string, unknown>();

  constructor(locale: string, timeZone?: string) {
    this.locale = locale;
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

  /** `12,345` */
  number(value: number): string {
    if (Number.isInteger(value) && value >= 0 && value < 1000 && PLAIN_DIGITS.test(this.locale)) return String(value);
    return this.#get('n', () => new Intl.NumberFormat(this.locale)).format(value);
  }

  /** `3.94 M` as the locale writes it. */
  compact(value: number): string {
    return this.#get(
      'c',
      () => new Intl.NumberFormat(this.locale, { notation: 'compact', maximumFractionDigits: 2 }),
    ).format(value);
  }

  /** `12.5%` of a share between 0 and 1. */
  percent(share: number): string {
    return this.#get(
      'p',
      () => new Intl.NumberFormat(this.locale, { style: 'percent', maximumFractionDigits: 1 }),
    ).format(share);
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
    return this.#get(key, () => new Intl.DateTimeFormat(this.locale, { ...options, timeZone: this.timeZone }));
  }

  /** `2 min ago`, `in 6 days`; from a week on the date. */
  relative(iso: string | number, now = Date.now()): string {
    const seconds = Math.round((new Date(iso).getTime() - now) / 1000);
    if (Math.abs(seconds) >= WEEK) return this.date(iso);
    const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
    return this.#get('r', () => new Intl.RelativeTimeFormat(this.locale, { numeric: 'auto', style: 'short' })).format(
      Math.trunc(seconds / size),
      unit,
    );
  }

  /** `23 h 59 min`, `4 min 10 s`: the two largest units of a length in seconds. */
  duration(seconds: number): string {
    const rest = Math.max(0, Math.round(seconds));
    const parts: [number, string][] = [
      [Math.floor(rest / 86_400), 'day'],
      [Math.floor((rest % 86_400) / 3_600), 'hour'],
      [Math.floor((rest % 3_600) / 60), 'minute'],
      [rest % 60, 'second'],
    ];
    const first = parts.findIndex(([count]) => count > 0);
    const shown =
      first < 0 ? parts.slice(-1) : parts.slice(first, first + 2).filter(([count], index) => index === 0 || count > 0);
    return shown.map(([count, unit]) => this.#unit(unit).format(count)).join(' ');
  }

  #unit(unit: string): Intl.NumberFormat {
    return this.#get(
      `u${unit}`,
      () => new Intl.NumberFormat(this.locale, { style: 'unit', unit, unitDisplay: 'short' }),
    );
  }

  /** Chooses the form for `count`; `#` in it becomes the number. */
  plural(count: number, forms: PluralForms): string {
    const rule = this.#get('pl', () => new Intl.PluralRules(this.locale)).select(count);
    return (forms[rule] ?? forms.other).replace('#', this.number(count));
  }

  /** `read, write and admin` */
  list(items: readonly string[]): string {
    return this.#get('l', () => new Intl.ListFormat(this.locale, { type: 'conjunction' })).format(items);
  }
}
