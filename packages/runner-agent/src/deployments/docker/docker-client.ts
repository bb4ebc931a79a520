import { Agent, type Dispatcher, request } from 'undici';
import { z } from 'zod';
import { failure, type Outcome, worked } from '../outcome.ts';

/** One call of the Engine API. */
export type DockerCall = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With its leading slash, parts already encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly signal?: AbortSignal;
};

/** A whole answer: the status, and the JSON of the body (`null` where there is none). */
export type DockerAnswer = { readonly status: number; readonly body: unknown };

/** An answer whose body comes over time. */
export type DockerStream = { readonly status: number; readonly body: AsyncIterable<Uint8Array> };

/** The Docker Engine at one Unix socket. Its newest API version is used: none is named in the paths. */
export type DockerClient = {
  readonly socketPath: string;
  /** Fails only where the engine cannot be reached; a refusal is an answer. */
  readonly call: (call: DockerCall) => Promise<Outcome<DockerAnswer>>;
  readonly stream: (call: DockerCall) => Promise<Outcome<DockerStream>>;
  readonly close: () => Promise<void>;
};

/** No connection is made before the first call. */
export function createDockerClient(socketPath: string): DockerClient {
  const dispatcher = new Agent({ connect: { socketPath } });
  const send = async (call: DockerCall): Promise<Outcome<Dispatcher.ResponseData>> => {
    try {
      return worked(
        await request(`http://docker${call.path}`, {
          dispatcher,
          method: call.method,
          query: { ...call.query },
          headersTimeout: 0,
          bodyTimeout: 0,
          ...(call.signal === undefined ? {} : { signal: call.signal }),
          ...(call.json === undefined
            ? {}
            : { body: JSON.stringify(call.json), headers: { 'content-type': 'application/json' } }),
        }),
      );
    } catch (error) {
      return unreachable(socketPath, error);
    }
  };
  return {
    socketPath,
    call: async (call) => {
      const sent = await send(call);
      if (!sent.ok) return sent;
      try {
        return worked({ status: sent.value.statusCode, body: jsonOf(await sent.value.body.text()) });
      } catch (error) {
        return unreachable(socketPath, error);
      }
    },
    stream: async (call) => {
      const sent = await send(call);
      return sent.ok ? worked({ status: sent.value.statusCode, body: sent.value.body }) : sent;
    },
    close: () => dispatcher.destroy(),
  };
}

/** The engine's own words for a refusal. */
export function refusalText(body: unknown): string {
  const parsed = z.object({ message: z.string() }).safeParse(body);
  return parsed.success ? parsed.data.message.trim() : 'it gives no reason';
}

function jsonOf(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return { message: text };
  }
}

const reasons: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['there is no such socket', 'start Docker, or set DOCKER_HOST=unix:///path/of/docker.sock'],
  ECONNREFUSED: ['nothing answers there', 'start the Docker daemon'],
  EACCES: ['this user may not use it', 'add the user to the group docker, or run as one who may'],
};

function unreachable(socketPath: string, error: unknown): Outcome<never> {
  const code = error instanceof Error ? Reflect.get(error, 'code') : null;
  const known = typeof code === 'string' ? reasons[code] : undefined;
  const [reason, hint] = known ?? [error instanceof Error ? error.message : String(error), null];
  return failure(
    'docker-unreachable',
    `the Docker Engine cannot be reached at ${socketPath}: ${reason}`,
    hint,
  );
}
