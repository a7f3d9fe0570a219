// Runs commands with clear names, two at a time, and says at the end how each went.
import { spawn } from 'node:child_process';
import { ROOT } from './root.mjs';

/**
 * Runs one command to its end.
 * `show: true` passes its output through as it comes; otherwise the output is collected and returned.
 */
export function run(command, args, { env = {}, show = false, cwd = ROOT } = {}) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    const end = (ok, text = '') =>
      resolve({ ok, output: output + text, seconds: (performance.now() - started) / 1000 });
    child.on('error', (error) => end(false, `${command}: ${error.message}\n`));
    child.on('close', (code) => end(code === 0));
  });
}

/**
 * Runs every step, also after a failure, and returns how many passed and which failed. A step is `{ name, command, args }`;
 * it has also failed when it printed what its `refuse` matches.
 */
export async function runSteps(steps, { concurrency = 2 } = {}) {
  const queue = [...steps];
  let passed = 0;
  const failed = [];
  const worker = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) {
      const { ok: exited, output, seconds } = await run(step.command, step.args, { env: step.env });
      const ok = exited && !step.refuse?.test(output);
      console.log(`${ok ? 'ok  ' : 'FAIL'} ${step.name} (${seconds.toFixed(1)} s)`);
      if (ok) passed += 1;
      else {
        failed.push(step.name);
        console.log(output.trimEnd().replace(/^/gm, '     '));
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return { passed, failed };
}

/** The command line of a tool from node_modules/.bin without the cost of npx. */
export const tool = (name) => `node_modules/.bin/${name}`;
