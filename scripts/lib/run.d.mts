/** Runs one command to its end. `show: true` passes its output through; otherwise it is collected. */
export function run(
  command: string,
  args: string[],
  options?: { env?: Record<string, string>; show?: boolean; cwd?: string },
): Promise<{ ok: boolean; output: string; seconds: number }>;
