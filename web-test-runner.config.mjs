import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROMIUM_FLAGS, requireChromium } from './scripts/lib/chromium.mjs';

/** Writes the totals where scripts/test.mjs asked for them. */
function countReporter() {
  const all = (suite) => [...suite.tests, ...suite.suites.flatMap(all)];
  return {
    onTestRunFinished({ sessions }) {
      if (!process.env.CAAS_COUNTS) return;
      const totals = { passed: 0, failed: 0, skipped: 0 };
      for (const { testResults, passed } of sessions) {
        const tests = testResults ? all(testResults) : [];
        const failed = tests.filter((test) => !test.skipped && !test.passed).length;
        totals.passed += tests.filter((test) => test.passed).length;
        totals.skipped += tests.filter((test) => test.skipped).length;
        // A file that did not load has no results, yet it failed.
        totals.failed += failed === 0 && !passed ? 1 : failed;
      }
      writeFileSync(process.env.CAAS_COUNTS, JSON.stringify(totals));
    },
  };
}

export default {
  files: process.env.CAAS_TEST_FILES?.split('\n') ?? 'test/components/**/*.test.ts',
  rootDir: '.',
  // One tab at a time: a tab in the background gets no animation frames and no resize observations.
  concurrency: 1,
  nodeResolve: { exportConditions: ['caas-source', 'production', 'default'] },
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: await requireChromium(),
        args: CHROMIUM_FLAGS,
        userDataDir: mkdtempSync(join(tmpdir(), 'caas-wtr-')),
      },
    }),
  ],
  plugins: [esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' })],
  coverageConfig: { include: ['components/*/src/**', 'src/**'], reporters: ['text', 'lcovonly'] },
  // The query library reads process.env.NODE_ENV, which bundlers replace and this unbundled runner does not.
  testRunnerHtml: (framework) =>
    `<html lang="en"><body><script>window.process = { env: { NODE_ENV: 'production' } };</script><script type="module" src="${framework}"></script></body></html>`,
  testFramework: { config: { timeout: 10_000 } },
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), countReporter()],
};
