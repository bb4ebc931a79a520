import { usageError } from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import type { AgentFlags } from '../flags/agent-flags.ts';

/** The token comes from a variable: on a command line others could read it. */
export function tokenOf({ tokenEnv }: AgentFlags, { environment }: CommandContext): string | null {
  if (tokenEnv === undefined) return null;
  const token = environment[tokenEnv];
  if (token !== undefined && token !== '') return token;
  throw usageError(
    'agent-token',
    `--token-env ${tokenEnv}: this environment variable is not set`,
    `set it to the agent's token first: export ${tokenEnv}=...`,
  );
}
