const LEVELS: Readonly<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
};
/** Said otherwise, or of no use to who sits before the screen. */
const LEFT_OUT: ReadonlySet<string> = new Set(['level', 'time', 'pid', 'hostname', 'msg', 'err']);
/** So that no request can steer the terminal or turn a line around. */
const CONTROL = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

function shown(text: string): string {
  return text.replace(CONTROL, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function word(value: unknown): string {
  return shown(typeof value === 'string' && !value.includes(' ') ? value : (JSON.stringify(value) ?? 'undefined'));
}

function members(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/** One JSON entry of the log as a line for people, with the stack of an error below it: `09:41:07 warn database connection lost`. */
export function humanEntry(json: string): string {
  const entry = members(JSON.parse(json));
  const { stack, ...error } = members(entry.err);
  const rest = Object.entries({ ...entry, ...error }).filter(([name]) => !LEFT_OUT.has(name));
  const line = [
    String(entry.time).slice(11, 19),
    LEVELS[Number(entry.level)] ?? String(entry.level),
    shown(String(entry.msg ?? '')),
    ...rest.map(([name, value]) => `${name}=${word(value)}`),
  ].join(' ');
  const below = typeof stack === 'string' ? stack.split('\n').map((row) => `\n    ${shown(row)}`) : [];
  return `${line}${below.join('')}\n`;
}
