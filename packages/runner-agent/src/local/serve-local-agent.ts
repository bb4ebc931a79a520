import { type ServedAgent, type ServeOptions, serveAgent } from '../api/serve-agent.ts';
import { type LocalAgentOptions, localAgentDeps } from './agent-deps.ts';

/** Where an agent listens; `token` may be `null` on loopback only. */
export type ListenOptions = Pick<ServeOptions, 'host' | 'port' | 'token'>;

/** Starts an agent of this host that others ask over HTTP. Throws a usage error where it cannot listen. */
export async function serveLocalAgent(
  options: LocalAgentOptions,
  listen: ListenOptions,
): Promise<ServedAgent> {
  const { deps, close } = await localAgentDeps(options);
  try {
    const agent = await serveAgent({ ...deps, ...listen });
    return {
      ...agent,
      close: async () => {
        await agent.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
