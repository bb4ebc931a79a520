import { nearestName, usageError } from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';

/** Flags that say which agent is meant. */
export type AgentChoice = { readonly agent?: string; readonly tokenEnv?: string };

/** The flags with an agent's name replaced by the address and the token's variable that the config has for it. */
export function withNamedAgent<Flags extends AgentChoice>(
  flags: Flags,
  { agents = [] }: Pick<CommandContext, 'agents'>,
): Flags {
  const { agent, tokenEnv } = flags;
  if (agent === undefined || /^[a-z][a-z\d+.-]*:\/\//i.test(agent)) return flags;
  const found = agents.find(({ name }) => name === agent);
  if (found !== undefined)
    return {
      ...flags,
      agent: found.url,
      ...(tokenEnv === undefined && found.tokenEnv !== null ? { tokenEnv: found.tokenEnv } : {}),
    };
  const near = nearestName(
    agent,
    agents.map(({ name }) => name),
  );
  const known =
    agents.length === 0 ? 'the config names no agent' : `known: ${agents.map(({ name }) => name).join(', ')}`;
  throw usageError(
    'agent-unknown',
    `--agent ${JSON.stringify(agent)} is neither an address nor an agent of the config`,
    `${near === null ? '' : `did you mean ${near}? `}${known}; an address looks like http://gpu-host:7321`,
  );
}
