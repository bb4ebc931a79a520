import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A wire to an agent that can be cut for a while: what was connected is reset, and nobody comes through until it is mended. */
export type Wire = { readonly url: string; cut(): Promise<void>; mend(): Promise<void> };

/** Opens a wire to a port of this host, for the time of a test. */
export async function openWire(port: number): Promise<Wire> {
  const sockets = new Set<Socket>();
  let server = await listen(0, (here) => join(here, port, sockets));
  const address = server.address();
  const own = address !== null && typeof address === 'object' ? address.port : 0;
  const cut = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.resetAndDestroy();
    sockets.clear();
    await closed;
  };
  onTestFinished(async () => {
    if (server.listening) await cut();
  });
  return {
    url: `http://127.0.0.1:${own}`,
    cut,
    mend: async () => {
      server = await listen(own, (here) => join(here, port, sockets));
    },
  };
}

async function listen(port: number, joined: (socket: Socket) => void): Promise<Server> {
  const server = createServer(joined);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function join(here: Socket, port: number, sockets: Set<Socket>): void {
  const there = connect(port, '127.0.0.1');
  for (const [from, to] of [
    [here, there],
    [there, here],
  ] as const) {
    sockets.add(from);
    from.pipe(to);
    from.on('error', () => to.destroy());
    from.on('close', () => to.destroy());
  }
}
