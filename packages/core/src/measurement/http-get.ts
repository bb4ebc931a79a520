import { isIP, type LookupFunction } from 'node:net';
import type { Agent, Dispatcher } from 'undici';
import type { TargetAddress } from '../transport/target-address.ts';
import { tlsOptions } from '../transport/tls-options.ts';

/** An answer to a question that is not measured. */
export type PlainAnswer = { readonly status: number; readonly contentType: string; readonly text: string };

/** How a question is asked. */
export type AskOptions = {
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMillis: number;
  /** The target's own address: its Unix socket, its resolved host, its trust. `null` asks what the URL names, as it stands. */
  readonly address: TargetAddress | null;
  /** Ends the question early. */
  readonly signal?: AbortSignal;
};

type Question = Pick<Dispatcher.RequestOptions, 'body'> & { readonly method: 'GET' | 'POST' };

const maximumBytes = 16 * 1024 * 1024;

/**
 * Asks a server something that is not measured, through undici (loaded when first needed).
 * Throws the system's error when there is no answer in time, and the signal's reason when it was ended.
 */
export const httpGet = (url: string, options: AskOptions): Promise<PlainAnswer> =>
  ask(url, options, { method: 'GET' });

/** Like `httpGet`, with POST and an empty body, or a body of JSON: to clear a cache, for example. */
export const httpPost = (url: string, options: AskOptions, json?: unknown): Promise<PlainAnswer> =>
  json === undefined
    ? ask(url, options, { method: 'POST' })
    : ask(
        url,
        { ...options, headers: { 'content-type': 'application/json', ...options.headers } },
        { method: 'POST', body: JSON.stringify(json) },
      );

async function ask(url: string, options: AskOptions, question: Question): Promise<PlainAnswer> {
  const undici = await import('undici');
  const timeout = AbortSignal.timeout(options.timeoutMillis);
  const agent = options.address === null ? null : new undici.Agent({ connect: connectTo(options.address) });
  try {
    const response: Dispatcher.ResponseData = await undici.request(url, {
      ...question,
      headers: { ...options.headers },
      signal: options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]),
      headersTimeout: options.timeoutMillis,
      bodyTimeout: options.timeoutMillis,
      ...(agent === null ? {} : { dispatcher: agent }),
    });
    const contentType = response.headers['content-type'];
    return {
      status: response.statusCode,
      contentType: typeof contentType === 'string' ? contentType : '',
      text: await readText(url, response.body),
    };
  } finally {
    await agent?.destroy();
  }
}

/** The same server that is measured: a name with several addresses must not lead to another one. */
function connectTo(address: TargetAddress): NonNullable<Agent.Options['connect']> {
  if (address.socketPath !== null) return { socketPath: address.socketPath };
  return {
    lookup: alwaysTo(address.address),
    allowH2: false,
    ...(address.secure ? tlsOptions(address) : {}),
  };
}

function alwaysTo(address: string): LookupFunction {
  const family = isIP(address);
  return (_hostname, options, done) => {
    if (options.all === true) done(null, [{ address, family }]);
    else done(null, address, family);
  };
}

async function readText(url: string, body: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    if (length > maximumBytes) throw new Error(`${url} answered more than 16 MiB`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** The answer as a JSON object, or `null` when it is none. */
export function jsonObjectOf(answer: PlainAnswer): { readonly [key: string]: unknown } | null {
  if (answer.status !== 200) return null;
  try {
    const value: unknown = JSON.parse(answer.text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
