import type { Dispatcher } from 'undici';

/** An answer to a question that is not measured. */
export type PlainAnswer = { readonly status: number; readonly contentType: string; readonly text: string };

export type GetOptions = {
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMillis: number;
  readonly method?: 'GET' | 'POST';
};

const maximumBytes = 16 * 1024 * 1024;

/**
 * Asks a server something that is not measured, through undici (loaded when first needed).
 * Throws the system's error when there is no answer in time.
 */
export async function httpGet(url: string, options: GetOptions): Promise<PlainAnswer> {
  const { request } = await import('undici');
  const response: Dispatcher.ResponseData = await request(url, {
    method: options.method ?? 'GET',
    headers: { ...options.headers },
    signal: AbortSignal.timeout(options.timeoutMillis),
    headersTimeout: options.timeoutMillis,
    bodyTimeout: options.timeoutMillis,
  });
  const contentType = response.headers['content-type'];
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of response.body) {
    const bytes = Buffer.from(piece as Uint8Array);
    length += bytes.length;
    if (length > maximumBytes) throw new Error(`${url} answered more than 16 MiB`);
    pieces.push(bytes);
  }
  return {
    status: response.statusCode,
    contentType: typeof contentType === 'string' ? contentType : '',
    text: Buffer.concat(pieces).toString('utf8'),
  };
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
