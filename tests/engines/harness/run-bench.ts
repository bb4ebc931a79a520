import { spawn } from 'node:child_process';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type OwnResult, readOwnResultFile } from '../../../packages/core/src/result/own-result.ts';

/** The wire formats that the real engines speak. */
export type BenchDialect = NonNullable<OwnResult['targets'][number]['api']>;

/** One `kneepoint bench`: levels of users, with so many requests in each. */
export interface BenchOrder {
  readonly url: string;
  readonly api: BenchDialect;
  readonly users: readonly number[];
  readonly requests: number;
}

/** How the command ended, and the result file that it wrote. */
export interface BenchRun {
  readonly exitCode: number | null;
  readonly standardError: string;
  readonly result: OwnResult;
}

const commandLine = fileURLToPath(new URL('../../../apps/cli-tui/dist/main.js', import.meta.url));

/** The lengths that every measurement against a real engine asks for, in tokens. */
export const inputTokens = 64;
export const outputTokens = 32;

function benchWords(order: BenchOrder, resultFile: string): readonly string[] {
  return [
    ...['bench', order.url, '--api', order.api, '--users', order.users.join(',')],
    ...['--requests', String(order.requests), '--warmup', '0'],
    ...['--input-tokens', String(inputTokens), '--output-tokens', String(outputTokens)],
    // The model's default sampling sorts the whole vocabulary per token: up to 11 times slower on a CPU.
    ...['--body', '{"temperature":0}', '--output', resultFile, '--json', '--quiet'],
  ];
}

/**
 * Runs the built command line against a server and reads the result file that it wrote. Nothing of the run
 * stays: the file and the command's history lie in a folder of their own. Throws when the command line has
 * not been built, or when it wrote no valid result (with what it said on standard error).
 */
export async function runBench(order: BenchOrder): Promise<BenchRun> {
  await access(commandLine).catch(() => {
    throw new Error(`${commandLine} is missing: build it first (pnpm build)`);
  });
  const folder = await mkdtemp(join(tmpdir(), 'kneepoint-engines-'));
  try {
    const resultFile = join(folder, 'result.json');
    const command = spawn(process.execPath, [commandLine, ...benchWords(order, resultFile)], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, XDG_DATA_HOME: folder },
    });
    const ended = new Promise<number | null>((resolve, reject) => {
      command.once('error', reject);
      command.once('close', resolve);
    });
    const [standardError, exitCode] = await Promise.all([text(command.stderr), ended]);
    const result = await readOwnResultFile(resultFile).catch((cause: unknown) => {
      throw new Error(`the command ended with ${exitCode} and no valid result: ${standardError}`, { cause });
    });
    return { exitCode, standardError, result };
  } finally {
    await rm(folder, { recursive: true });
  }
}
