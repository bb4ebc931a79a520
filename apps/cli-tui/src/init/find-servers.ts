import { connect } from 'node:net';
import { discoverTarget, KneepointError, type TargetRequest, usualTrust } from '@kneepoint/core';

/** A server that answers. */
export type FoundServer = {
  readonly url: string;
  readonly engine: 'vllm' | 'sglang' | 'other';
  readonly version: string | null;
  readonly api: string;
  readonly model: string;
  /** Whether it is the simulated server. */
  readonly simulated?: boolean;
};

/** What an address turned out to be. */
export type CheckedAddress =
  | { readonly kind: 'server'; readonly server: FoundServer }
  | { readonly kind: 'none'; readonly error: KneepointError };

/** What was found on a host: servers, and ports where something listens that does not answer as one does. */
export type Finds = { readonly servers: readonly FoundServer[]; readonly otherPorts: readonly number[] };

/** Where vLLM, SGLang, llama.cpp, TGI, Ollama, LM Studio and their second instances listen unless told otherwise. */
export const usualPorts: readonly number[] = [
  8000, 8001, 8002, 8003, 8080, 8081, 3000, 30000, 30001, 30002, 11434, 1234,
];

/** A server that is busy answers late; one that never answers is none. */
const answerMillis = 4_000;
const acceptMillis = 400;

/** The servers among these ports of 127.0.0.1, in the order of the ports. */
export async function findServers(ports: readonly number[]): Promise<Finds> {
  const asked = await Promise.all([...new Set(ports)].map(checkedPort));
  return {
    servers: asked.flatMap((one) => (one.checked?.kind === 'server' ? [one.checked.server] : [])),
    otherPorts: asked.flatMap((one) => (one.checked?.kind === 'none' ? [one.port] : [])),
  };
}

/** Asks an address what it is. Where it is no server, the error says why. */
export async function checkAddress(url: string): Promise<CheckedAddress> {
  try {
    const { target } = await discoverTarget(requestFor(url), AbortSignal.timeout(answerMillis + 1_000));
    const { engine, version, api, model, simulated } = target;
    return { kind: 'server', server: { url, engine, version, api, model, simulated } };
  } catch (error) {
    if (error instanceof KneepointError) return { kind: 'none', error };
    throw error;
  }
}

type CheckedPort = { readonly port: number; readonly checked: CheckedAddress | null };

async function checkedPort(port: number): Promise<CheckedPort> {
  const isThere = await isListening(port);
  return { port, checked: isThere ? await checkAddress(`http://127.0.0.1:${port}`) : null };
}

function isListening(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ host: '127.0.0.1', port, timeout: acceptMillis });
  const end = (isThere: boolean) => (): void => {
    socket.destroy();
    resolve(isThere);
  };
  socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  return promise;
}

const requestFor = (url: string): TargetRequest => ({
  name: 'found',
  url,
  api: null,
  engine: null,
  model: null,
  headers: {},
  body: {},
  timeoutMicros: answerMillis * 1000,
  tls: usualTrust,
});
