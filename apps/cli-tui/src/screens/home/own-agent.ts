import { join } from 'node:path';
import { exitCodes, KneepointError } from '@kneepoint/core';
import type { CommandContext } from '../../command-context.ts';
import { stateFolder } from '../../state-folder.ts';
import type { NamedAgent } from '../app/tui-world.ts';

/** What stands for the address of the agent of this host: it may listen elsewhere each time that it is started. */
export const ownAgentUrl = 'this-host';

/** The code of the error where no agent listens on this host. */
export const noOwnAgent = 'no-own-agent';

/** The agent that `kneepoint agent` started on this host: looked for at each call, because it comes and goes. */
export function ownAgent(context: CommandContext): NamedAgent {
  return {
    url: ownAgentUrl,
    client: async () => {
      const { createAgentClient, findListeningAgent } = await import('@kneepoint/runner-agent/client');
      const place = await findListeningAgent(join(stateFolder(context), 'agent'));
      if (place === null)
        throw new KneepointError('no agent listens on this host', {
          code: noOwnAgent,
          exitCode: exitCodes.targetUnreachable,
          hint: 'start one in another terminal: kneepoint agent',
        });
      const token = context.environment['KNEEPOINT_TOKEN'];
      return createAgentClient({ url: place.url, token: place.token ? (token ?? null) : null });
    },
  };
}
