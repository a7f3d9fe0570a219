const CONNECTION_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
]);
/** Timeouts, deadlocks and failed serialisation, full disks, too many connections, shutdown, read-only servers. */
const PASSING_STATES: ReadonlySet<string> = new Set([
  '57014',
  '55P03',
  '40001',
  '40P01',
  '53100',
  '53200',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '25006',
  '25P03',
]);
const CONNECTION_TEXTS = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Query read timeout',
  'Client has encountered a connection error',
  'Cannot use a pool after calling end',
];

/** Whether an error says "the database can't right now", as opposed to a fault of ours. Then the whole transaction did not happen. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    CONNECTION_CODES.has(code) ||
    PASSING_STATES.has(code) ||
    code.startsWith('08') ||
    CONNECTION_TEXTS.some((text) => error.message.includes(text))
  );
}
