import { exitCodes, type Plan, readOwnResultFile, usageError } from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import type { CompareFlags } from '../flags/compare-flags.ts';
import { wordsOf } from '../words/words-of.ts';
import { openAgent } from './open-agent.ts';
import { submitPlan } from './submit-plan.ts';

/** A plan that is to run without anybody watching. */
export type DetachedRun = { readonly plan: Plan; readonly planPath: string; readonly planText: string };

/** Leaves a plan with the agent of another process, says where it is found again, and does not wait; returns the exit code. */
export async function compareDetached(
  run: DetachedRun,
  flags: CompareFlags,
  context: CommandContext,
): Promise<number> {
  if (flags.agent === undefined)
    throw usageError(
      'flag-missing',
      '--detach has no meaning without --agent: what this process starts ends with it',
      'start an agent where the servers are (kneepoint agent), and name it: --agent URL',
    );
  const earlier = flags.resume === undefined ? null : await readOwnResultFile(flags.resume);
  const agent = await openAgent(flags, context, (text) => context.stderr.write(`${text}\n`));
  try {
    const servers = flags.servers ?? 'auto';
    const job = await submitPlan(agent, { ...run, keep: flags.keep === true, servers, earlier }, context);
    const place = { job: job.id, agent: flags.agent };
    if (flags.json === true) context.stdout.write(`${JSON.stringify(place)}\n`);
    else context.stdout.write(wordsOf(context.language).run.detached(place, findCommand(flags, context)));
    return exitCodes.ok;
  } finally {
    await agent.close();
  }
}

/** An agent of the config is found by `kneepoint tui` without being named. */
function findCommand({ agent = '', tokenEnv }: CompareFlags, { agents = [] }: CommandContext): string {
  if (agents.some(({ url }) => url === agent)) return 'kneepoint tui';
  return `kneepoint tui --agent ${agent}${tokenEnv === undefined ? '' : ` --token-env ${tokenEnv}`}`;
}
