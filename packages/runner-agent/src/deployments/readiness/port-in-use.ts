import { connect } from 'node:net';
import { parseTargetUrl } from '@kneepoint/core';
import { failure, type Outcome, worked } from '../outcome.ts';

/** Long enough for any listener of this host. */
const answerMillis = 2_000;

/**
 * Fails where something already listens at the address: its answers would be taken for those of the server that is about
 * to be started.
 */
export async function checkAddressIsFree(url: string): Promise<Outcome<null>> {
  const { hostname, port, socketPath, shownUrl } = parseTargetUrl(url);
  const listens = await new Promise<boolean>((settle) => {
    const socket = socketPath === null ? connect({ host: hostname, port }) : connect(socketPath);
    const end = (value: boolean) => (): void => {
      socket.destroy();
      settle(value);
    };
    socket.once('connect', end(true)).once('error', end(false)).setTimeout(answerMillis, end(false));
  });
  return listens
    ? failure(
        'port-in-use',
        `something already listens at ${shownUrl}, where the server is to answer`,
        'stop it, or give the deployment another port',
      )
    : worked(null);
}
