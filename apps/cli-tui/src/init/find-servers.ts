import { connect } from 'node:net';
import { discoverTarget, type TargetRequest, usualTrust } from '@kneepoint/core';

/** A server that answers on this host. */
export type FoundServer = {
  readonly url: string;
  readonly engine: 'vllm' | 'sglang' | 'other';
  readonly version: string | null;
  readonly api: string;
  readonly model: string;
};

/** Where vLLM, SGLang, llama.cpp, TGI, Ollama, LM Studio and their second instances listen unless told otherwise. */
export const usualPorts: readonly number[] = [
  8000, 8001, 8002, 8003, 8080, 8081, 3000, 30000, 30001, 30002, 11434, 1234,
];

/** A server that is busy answers late; one that never answers is none. */
const answerMillis = 4_000;
const acceptMillis = 400;

/** The servers among these ports of 127.0.0.1, in the order of the ports; those that do not speak a known wire format are left out. */
export async function findServers(ports: readonly number[]): Promise<readonly FoundServer[]> {
  const found = await Promise.all([...new Set(ports)].map(serverAt));
  return found.filter((server) => server !== null);
}

/** What an address is; `null` where nothing answers as an inference server does. */
export async function serverAtUrl(url: string): Promise<FoundServer | null> {
  try {
    const { target } = await discoverTarget(requestFor(url), AbortSignal.timeout(answerMillis));
    const { engine, version, api, model } = target;
    return { url, engine, version, api, model };
  } catch {
    return null;
  }
}

async function serverAt(port: number): Promise<FoundServer | null> {
  return (await isListening(port)) ? serverAtUrl(`http://127.0.0.1:${port}`) : null;
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
