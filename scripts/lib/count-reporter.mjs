// A reporter for node:test that writes one line of JSON with the totals: `{"passed":3,"failed":0,"skipped":0}`.
const TOTALS = /^(pass|fail|cancelled|skipped|todo) (\d+)$/;

export default async function* countReporter(events) {
  const totals = { pass: 0, fail: 0, cancelled: 0, skipped: 0, todo: 0 };
  for await (const { type, data } of events) {
    const total = type === 'test:diagnostic' && data.nesting === 0 ? TOTALS.exec(data.message) : null;
    if (total) totals[total[1]] = Number(total[2]);
  }
  yield JSON.stringify({
    passed: totals.pass,
    failed: totals.fail + totals.cancelled,
    skipped: totals.skipped + totals.todo,
  });
}
