/** What bare mode reads of a request: its length and no more, so that reading costs next to nothing. */
export type BareRequest = { readonly maxTokens: number };

const keys = [Buffer.from('"max_completion_tokens":'), Buffer.from('"max_tokens":')];
/** As JavaScript and as Python write it. */
const streams = [Buffer.from('"stream":true'), Buffer.from('"stream": true')];

/** The length that a request asks for, found without parsing it; `null` when it is no streamed one that says a length. */
export function readBareRequest(body: Buffer): BareRequest | null {
  if (!streams.some((written) => body.includes(written))) return null;
  for (const key of keys) {
    const at = body.lastIndexOf(key);
    const digits =
      at < 0 ? null : /^\s*(\d+)/.exec(body.toString('latin1', at + key.length, at + key.length + 12));
    if (digits !== null) return { maxTokens: Number(digits[1]) };
  }
  return null;
}
