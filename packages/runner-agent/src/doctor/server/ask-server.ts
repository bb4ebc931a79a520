import { type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http';
import { type RequestOptions, Agent as SecureAgent, request as secureRequest } from 'node:https';
import { isIP } from 'node:net';
import type { DiscoveredTarget } from '@kneepoint/core';

/** Where a server answers. */
export type ServerAddress = DiscoveredTarget['access']['address'];

/** One question. */
export type Question = {
  readonly method: 'GET' | 'POST' | 'OPTIONS';
  readonly path: string;
  readonly json?: unknown;
};

/** A whole answer, and whether it came over a connection that an earlier one had left open. */
export type ServerAnswer = {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  readonly reusedConnection: boolean;
};

/** Asks one server, question after question over one connection where the server keeps it. */
export type ServerLine = {
  /** `null` when no whole answer came: the connection failed, or it took too long. */
  readonly ask: (question: Question) => Promise<ServerAnswer | null>;
  readonly close: () => void;
};

/** A loaded server may take long for its first token; nobody waits longer than that for a check. */
const longestPatienceMillis = 30_000;
/** A few tokens; a server that sends more does not stop when it is told to. */
const longestAnswer = 4 * 1024 * 1024;

/** Which server, and how it is asked. */
export type ServerLineOptions = {
  readonly address: ServerAddress;
  readonly headers: Readonly<Record<string, string>>;
  /** The longest wait for one whole answer, if that is less than half a minute. */
  readonly timeoutMillis: number;
};

/** Opens no connection before the first question. */
export function openServerLine({ address, headers, timeoutMillis }: ServerLineOptions): ServerLine {
  const agent = address.secure
    ? new SecureAgent({ keepAlive: true, maxSockets: 1 })
    : new PlainAgent({ keepAlive: true, maxSockets: 1 });
  const where = {
    ...whereOf(address),
    agent,
    headers: { host: hostHeader(address), ...headers },
    patienceMillis: Math.min(timeoutMillis, longestPatienceMillis),
  };
  return {
    ask: (question) => ask(question, where, address.secure).catch(() => null),
    close: () => agent.destroy(),
  };
}

type Place = RequestOptions & { readonly basePath: string };
type Where = Place & { readonly patienceMillis: number; readonly headers: Readonly<Record<string, string>> };

function whereOf(address: ServerAddress): Place {
  const { hostname, port, socketPath, tls, secure, basePath } = address;
  const place = socketPath === null ? { host: address.address, port } : { socketPath };
  if (!secure) return { ...place, basePath };
  const name = isIP(hostname) > 0 ? {} : { servername: hostname };
  const trust = tls.ca === null ? {} : { ca: tls.ca, allowPartialTrustChain: true };
  return { ...place, basePath, ...name, ...trust, rejectUnauthorized: !tls.insecure };
}

/** The name that the server was asked by, not the number that it was resolved to. */
function hostHeader({ hostname, port, socketPath }: ServerAddress): string {
  if (socketPath !== null) return 'localhost';
  return isIP(hostname) === 6 ? `[${hostname}]:${port}` : `${hostname}:${port}`;
}

function ask({ method, path, json }: Question, where: Where, secure: boolean): Promise<ServerAnswer> {
  const body = json === undefined ? null : JSON.stringify(json);
  const { basePath, patienceMillis, ...place } = where;
  return new Promise((resolve, reject) => {
    const send = secure ? secureRequest : plainRequest;
    const question = send(
      {
        ...place,
        method,
        path: `${basePath}${path}`,
        signal: AbortSignal.timeout(patienceMillis),
        headers: {
          ...place.headers,
          ...(body === null
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
        },
      },
      (answer) => {
        textOf(answer).then(
          (text) =>
            resolve({
              status: answer.statusCode ?? 0,
              contentType: answer.headers['content-type'] ?? '',
              text,
              reusedConnection: question.reusedSocket,
            }),
          reject,
        );
      },
    );
    question.once('error', reject);
    question.end(body ?? undefined);
  });
}

async function textOf(answer: IncomingMessage): Promise<string> {
  answer.setEncoding('utf8');
  let text = '';
  for await (const piece of answer as AsyncIterable<string>) {
    text += piece;
    if (text.length > longestAnswer) throw new Error('the answer does not end');
  }
  return text;
}
