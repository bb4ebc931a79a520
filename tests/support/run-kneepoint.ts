import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built command line, as a person runs it; KNEEPOINT_PROGRAM names another build. */
export const kneepointPath =
  process.env['KNEEPOINT_PROGRAM'] ??
  fileURLToPath(new URL('../../apps/cli-tui/dist/main.js', import.meta.url));

/** What a run of `kneepoint` printed and how it ended. `code` is `null` when a signal ended it. */
export type KneepointEnd = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

export type KneepointOptions = {
  readonly environment?: Readonly<Record<string, string>>;
  readonly directory?: string;
  /** Path of the program; the built one unless another is given. */
  readonly program?: string;
};

/** A run in progress. */
export type RunningKneepoint = {
  readonly process: ChildProcess;
  readonly ended: Promise<KneepointEnd>;
  /** What stderr has said so far. */
  stderr(): string;
};

/** Nothing outlives the tests, not even what a failed one has left. */
const children = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** An empty folder of its own under the system's temporary one. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'kneepoint-test-'));

/** Starts `kneepoint` with a history of its own, so that nobody's is touched. */
export function startKneepoint(words: readonly string[], options: KneepointOptions = {}): RunningKneepoint {
  const child = spawn(process.execPath, [options.program ?? kneepointPath, ...words], {
    cwd: options.directory ?? newFolder(),
    env: { PATH: process.env['PATH'], HOME: newFolder(), XDG_DATA_HOME: newFolder(), ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  child.once('close', () => children.delete(child));
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    stdout += piece;
  });
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    stderr += piece;
  });
  const ended = new Promise<KneepointEnd>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { process: child, ended, stderr: () => stderr };
}

/** Runs `kneepoint` to its end. */
export const runKneepoint = (
  words: readonly string[],
  options: KneepointOptions = {},
): Promise<KneepointEnd> => startKneepoint(words, options).ended;

/**
 * Whether a run measured what it was told to. 5 is as good as 0 here: on a busy machine a run may find that the client
 * was held up, and says so; what it measured is checked by the test itself.
 */
export const hasMeasured = ({ code }: KneepointEnd): boolean => code === 0 || code === 5;

/** What `--quiet` lets a run say on stderr: nothing, or why its exit code is 5. */
export const quietStderr = /^(kneepoint: \d+ of \d+ stages are invalid[^\n]*\n)?$/;
