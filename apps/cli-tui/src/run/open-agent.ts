import { join } from 'node:path';
import type { AgentClient } from '@kneepoint/runner-agent';
import type { CommandContext } from '../command-context.ts';
import type { AgentFlags } from '../flags/agent-flags.ts';
import { stateFolder } from '../state-folder.ts';
import { tokenOf } from './agent-token.ts';
import { readHostCeiling } from './host-ceiling.ts';
import { toolOfRun } from './tool-version.ts';

/** An agent to ask, and whether it is on this host and reads this host's files. */
export type OpenedAgent = { readonly client: AgentClient; readonly isHere: boolean; close(): Promise<void> };

/** Reaches the agent at `--agent`, or opens one in this process. The same app answers either way. */
export async function openAgent(
  flags: AgentFlags,
  context: CommandContext,
  warn: (text: string) => void,
): Promise<OpenedAgent> {
  const { createAgentClient, openLocalAgent, unrestrictedPolicy } = await import('@kneepoint/runner-agent');
  if (flags.agent !== undefined) {
    const client = createAgentClient({ url: flags.agent, token: tokenOf(flags, context) });
    return { client, isHere: false, close: async () => {} };
  }
  const local = await openLocalAgent({
    stateFolder: join(stateFolder(context), 'own-agent'),
    agentId: 'own',
    policy: unrestrictedPolicy,
    variables: context.environment,
    secrets: [],
    tool: toolOfRun(),
    ceiling: () => readHostCeiling(context),
    warn,
  });
  return { client: local.client, isHere: true, close: () => local.close() };
}
