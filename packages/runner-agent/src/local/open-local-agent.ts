import { createAgent } from '../api/create-agent.ts';
import { type AgentClient, createAgentClient } from '../client/agent-client.ts';
import { type LocalAgentOptions, localAgentDeps } from './agent-deps.ts';

/** An agent in this process, and the client that asks it as one far away would be asked. */
export type LocalAgent = { readonly client: AgentClient; close(): Promise<void> };

/** Opens an agent for this process alone: the same app, without a port. Throws a usage error where its folder is in use. */
export async function openLocalAgent(options: LocalAgentOptions): Promise<LocalAgent> {
  const { deps, close } = await localAgentDeps(options);
  const agent = await createAgent({ ...deps, access: { kind: 'in-process' } });
  await agent.recovered;
  return {
    client: createAgentClient({ fetch: (path, init) => agent.app.request(path, init) }),
    close: async () => {
      await agent.close();
      await close();
    },
  };
}
