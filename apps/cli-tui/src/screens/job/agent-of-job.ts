import { usageError } from '@kneepoint/core';
import type { AgentClient } from '@kneepoint/runner-agent/client';
import type { TuiWorld } from '../app/tui-world.ts';
import { ownAgent, ownAgentUrl } from '../home/own-agent.ts';

/** The way to the agent of an address: one of the world's, or this host's own. Rejects with a KneepointError for one that nobody named. */
export async function agentOfJob(url: string, { agents, context }: TuiWorld): Promise<AgentClient> {
  const named = agents.find((agent) => agent.url === url);
  if (named !== undefined) return named.client();
  if (url === ownAgentUrl) return ownAgent(context).client();
  throw usageError('agent-unknown', `no agent ${url} is known here`, 'name it with --agent');
}
