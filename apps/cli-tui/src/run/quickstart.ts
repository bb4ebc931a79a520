import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { exitCodes, KneepointError, parsePlan } from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import { openFolder } from '../documents/output-folder.ts';
import type { ProgressFlags } from '../flags/progress-flags.ts';
import type { RunContext } from '../live/run-context.ts';
import { wordsOf } from '../words/words-of.ts';
import { runPlan } from './compare.ts';
import { withProgress } from './with-progress.ts';

const profiles = { vllm: 'rtx5090-vllm-qwen3-8b', sglang: 'rtx5090-sglang-qwen3-8b' } as const;

/** Runs the plan of `examples/quickstart.yaml` against the two simulated servers that it starts and stops. */
export const quickstart = (flags: QuickstartFlags, context: CommandContext): Promise<number> =>
  withProgress(flags, context, (within) => quickstartWithin(flags, within));

/** The flags of `quickstart` as the command line gives them. */
export type QuickstartFlags = ProgressFlags & { readonly output: string; readonly json?: boolean };

async function quickstartWithin(flags: QuickstartFlags, context: RunContext): Promise<number> {
  const say = (text: string): void => {
    if (flags.quiet !== true) context.stderr.write(`${text}\n`);
  };
  const { simulated } = wordsOf(context.language).run;
  say(simulated.both);
  say(simulated.figures);
  const servers = await Promise.all([startSimulation(profiles.vllm), startSimulation(profiles.sglang)]);
  try {
    const [vllm, sglang] = servers;
    const planPath = quickstartPlanPath();
    const text = (await readFile(planPath, 'utf8'))
      .replace(/\$\{VLLM_URL\}/g, vllm.url)
      .replace(/\$\{SGLANG_URL\}/g, sglang.url);
    const plan = parsePlan(text, planPath);
    const run = {
      planPath,
      openFolder: () => openFolder(flags.output),
      json: flags.json === true,
      quiet: flags.quiet === true,
    };
    return await runPlan(plan, run, context);
  } finally {
    for (const server of servers) server.process.kill('SIGTERM');
  }
}

type Simulation = { readonly url: string; readonly process: ChildProcess };

/**
 * Starts one simulated server in a process of its own: `kneepoint sim`. It ends with this process, however that ends:
 * it watches the channel between them. It has its own process group, so that Ctrl-C does not stop it before its answers end.
 */
async function startSimulation(profile: string): Promise<Simulation> {
  const program = process.argv[1] ?? '';
  const child = spawn(process.execPath, [program, 'sim', '--profile', profile, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    detached: true,
  });
  if (child.stdout === null) throw new Error('the simulated server has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const message = JSON.parse(line) as { event?: string; url?: string };
    if (message.event === 'listening' && message.url !== undefined)
      return { url: message.url, process: child };
  }
  throw new KneepointError(`the simulated server ${profile} ended before it was ready`, {
    code: 'simulation-failed',
    exitCode: exitCodes.targetUnreachable,
    hint: `try it alone: kneepoint sim --profile ${profile} --port 8001`,
  });
}

/** Beside the bundle in the installed package, under `examples/` in the checkout. */
function quickstartPlanPath(): string {
  return fileURLToPath(new URL('./quickstart.yaml', import.meta.url));
}
