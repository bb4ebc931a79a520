import { usageError } from '@kneepoint/core';
import type { ResultsStore } from '@kneepoint/results-store';
import type { CommandContext } from '../command-context.ts';
import { withNamedAgent } from '../config/named-agent.ts';
import type { TuiFlags } from '../flags/tui-flags.ts';
import type { NamedAgent, TuiWorld } from '../screens/app/tui-world.ts';
import { ownAgent } from '../screens/home/own-agent.ts';
import { lookOf } from '../screens/parts/look.ts';
import { tokenOf } from './agent-token.ts';
import { type HistoryKeeper, keepHistory } from './keep-history.ts';

/** The world of the screens, with the history that is closed at the end. */
export type OpenTuiWorld = TuiWorld & { close(): void };

/** What the screens may use, as it is on this host. Nothing is opened or loaded before it is needed. */
export function createTuiWorld(flags: TuiFlags, context: CommandContext): OpenTuiWorld {
  const agents = namedAgents(flags, context);
  const history = keepHistory(context);
  return {
    context,
    look: lookOf(context.language, context.environment),
    agents,
    now: Date.now,
    history: () => history.open(),
    readResult: (source) => readResult(source, { agents: [...agents, ownAgent(context)], history }),
    close: () => history.close(),
  };
}

/**
 * The agents of the flags, else those of the config. A token that a flag asks for and that is missing is said before
 * anything is drawn; one of the config is a reason on the screen, because the other agents can be asked all the same.
 */
function namedAgents(flags: TuiFlags, context: CommandContext): readonly NamedAgent[] {
  const isAsked = flags.agent.length > 0;
  const named = isAsked ? flags.agent : (context.agents ?? []).map(({ name }) => name);
  const { tokenEnv } = flags;
  return named.map((agent) => {
    const choice = withNamedAgent({ agent, ...(tokenEnv === undefined ? {} : { tokenEnv }) }, context);
    if (isAsked) tokenOf(choice, context);
    return {
      url: choice.agent,
      client: async () => {
        const { createAgentClient } = await import('@kneepoint/runner-agent/client');
        return createAgentClient({ url: choice.agent, token: tokenOf(choice, context) });
      },
    };
  });
}

async function readResult(
  source: Parameters<TuiWorld['readResult']>[0],
  { agents, history }: { readonly agents: readonly NamedAgent[]; readonly history: HistoryKeeper },
) {
  switch (source.from) {
    case 'history':
      return storedResult(await history.open(), source.id);
    case 'file': {
      const { readResultFile } = await import('@kneepoint/core');
      return readResultFile(source.path);
    }
    case 'agent': {
      const agent = agents.find(({ url }) => url === source.agentUrl);
      if (agent === undefined)
        throw usageError(
          'agent-unknown',
          `no agent ${source.agentUrl} is known here`,
          'name it with --agent',
        );
      return (await agent.client()).result(source.jobId);
    }
  }
}

function storedResult(store: ResultsStore, id: string) {
  const run = store.get(id);
  if (run !== null) return run.result;
  throw usageError(
    'run-unknown',
    `the stored run ${id} is not in the history any more`,
    'go back and press r to read the history again',
  );
}
