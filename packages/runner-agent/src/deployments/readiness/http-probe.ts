import type { TargetTls } from '@kneepoint/core';
import { parseTargetUrl } from '@kneepoint/core';
import { Agent, request } from 'undici';

/** What a question brought. */
export type ProbeAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  | { readonly kind: 'silent'; readonly reason: string };

/** One question to the server. */
export type ProbeQuestion = {
  readonly path: string;
  /** Sent as JSON with POST; `null` is a GET. */
  readonly body: unknown;
  readonly timeoutMillis: number;
  readonly signal: AbortSignal;
};

/** Asks one server; not for measured requests. */
export type HttpProbe = {
  /** Never rejects. */
  readonly ask: (question: ProbeQuestion) => Promise<ProbeAnswer>;
  readonly close: () => Promise<void>;
};

/** More of an answer is not looked at. */
const longestAnswer = 256 * 1024;

/** A probe of the server at `url`, which may be a Unix socket. */
export function createHttpProbe(
  url: string,
  { tls, headers }: { readonly tls: TargetTls; readonly headers: Readonly<Record<string, string>> },
): HttpProbe {
  const { baseUrl, socketPath } = parseTargetUrl(url);
  const dispatcher = new Agent({
    connect: {
      ...(socketPath === null ? {} : { socketPath }),
      ...(tls.ca === null ? {} : { ca: tls.ca }),
      rejectUnauthorized: !tls.insecure,
    },
    pipelining: 0,
  });
  const ask = async (question: ProbeQuestion): Promise<ProbeAnswer> => {
    const { timeoutMillis } = question;
    const timeout = AbortSignal.timeout(timeoutMillis);
    try {
      const { statusCode, body } = await request(`${baseUrl}${question.path}`, {
        dispatcher,
        signal: AbortSignal.any([question.signal, timeout]),
        headersTimeout: 0,
        bodyTimeout: 0,
        ...(question.body === null
          ? { method: 'GET', headers }
          : {
              method: 'POST',
              headers: { ...headers, 'content-type': 'application/json' },
              body: JSON.stringify(question.body),
            }),
      });
      return { kind: 'answered', status: statusCode, body: await beginningOf(body) };
    } catch (error) {
      return {
        kind: 'silent',
        reason: timeout.aborted ? `no answer in ${timeoutMillis} ms` : reasonOf(error),
      };
    }
  };
  return { ask, close: () => dispatcher.destroy() };
}

async function beginningOf(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= longestAnswer) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}

const plainReasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there yet',
  ENOENT: 'its socket does not exist yet',
  ECONNRESET: 'it closed the connection without an answer',
  UND_ERR_SOCKET: 'it closed the connection without an answer',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  const plain = typeof code === 'string' ? plainReasons[code] : undefined;
  return plain ?? (error instanceof Error ? error.message : String(error));
}
