import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { KneepointError, usageError } from '@kneepoint/core';
import { announcePlace } from '../jobs/listening-place.ts';
import { accessFor } from '../policy/access.ts';
import { type Agent, type AgentDeps, createAgent } from './create-agent.ts';

/** Where an agent listens, and who may ask it. */
export type ServeOptions = Omit<AgentDeps, 'access'> & {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** `null` is possible on loopback only. */
  readonly token: string | null;
};

/** An agent that listens. */
export type ServedAgent = Agent & {
  /** Its base address, without a slash at the end. */
  readonly url: string;
};

/** Connections beside those of the listeners. */
const spareConnections = 64;

/** Starts an agent. Throws a usage error for a port that is taken, a folder in use, or a host that needs a token. */
export async function serveAgent(options: ServeOptions): Promise<ServedAgent> {
  const { host, port, token } = options;
  const access = accessFor(host, token);
  const secrets = token === null ? options.secrets : [...options.secrets, token];
  const agent = await createAgent({ ...options, secrets, access });
  const server = createAdaptorServer({ fetch: agent.app.fetch }) as Server;
  server.maxConnections = options.policy.limits.listeners + spareConnections;
  server.headersTimeout = 10_000;
  server.keepAliveTimeout = 5000;
  const address = await listen(server, host, port).catch(async (error: unknown) => {
    await agent.close();
    throw error;
  });
  const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  const url = `http://${shown}:${address.port}`;
  const takeBack = await announcePlace(options.stateFolder, { url, token: token !== null });
  return {
    ...agent,
    url,
    close: async () => {
      await takeBack();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await agent.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    if (error instanceof KneepointError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw usageError(
      'agent-port',
      `the agent cannot listen on ${host}:${port}: ${reason}`,
      'choose another --port',
    );
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has no address');
  return address;
}
