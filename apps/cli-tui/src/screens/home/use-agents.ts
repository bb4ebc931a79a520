import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { TuiWorld } from '../app/tui-world.ts';
import { AgentWatch } from './agent-watch.ts';
import type { HomeAgent } from './home-agent.ts';
import { ownAgent, ownAgentUrl } from './own-agent.ts';

const everyMillis = 2500;
const patienceSeconds = 5;

/** The agents of the world and this host's own, asked every few seconds while the screen is seen. */
export function useAgents(world: TuiWorld): { readonly agents: readonly HomeAgent[]; askNow(): void } {
  const { agents, context, look } = world;
  const watch = useMemo(() => {
    const own = agents.some(({ url }) => url === ownAgentUrl) ? [] : [ownAgent(context)];
    const { noAnswer } = look.words.home;
    return new AgentWatch([...own, ...agents], { everyMillis, patienceSeconds, noAnswer });
  }, [agents, context, look]);
  useEffect(() => watch.start(), [watch]);
  const seen = useSyncExternalStore(watch.subscribe, watch.seen);
  return { agents: seen, askNow: () => watch.askNow() };
}
