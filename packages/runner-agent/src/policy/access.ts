import { createHash, timingSafeEqual } from 'node:crypto';
import { usageError } from '@kneepoint/core';

/** Who may ask the agent. */
export type Access =
  /** The caller is in the same process. */
  | { readonly kind: 'in-process' }
  /** Anybody on this host who speaks to it by one of its own names; a page in a browser is not. */
  | { readonly kind: 'loopback' }
  /** Whoever knows the token; only its hash is kept. */
  | { readonly kind: 'token'; readonly digest: Buffer };

/** What keeps a request out; `null` lets it in. */
export type Refusal = {
  readonly status: 401 | 403;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
};

/** What of a request decides on its access. */
export type AskedWith = {
  readonly authorization: string | null;
  readonly host: string | null;
  readonly origin: string | null;
};

const shortestToken = 16;
const loopbackNames: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether an address to listen on is this host's own. */
export const isLoopbackHost = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

/** How an agent that listens on `host` lets people in. Throws a usage error off loopback without a token, or for a short one. */
export function accessFor(host: string, token: string | null): Access {
  if (token === null) {
    if (isLoopbackHost(host)) return { kind: 'loopback' };
    throw usageError(
      'token-required',
      `the agent would listen on ${host}, where others reach it, and has no token`,
      'put a token into an environment variable and name it, or listen on 127.0.0.1',
    );
  }
  if (token.length < shortestToken)
    throw usageError(
      'token-short',
      `the agent's token has fewer than ${shortestToken} characters`,
      'make one, for example with: openssl rand -hex 32',
    );
  return { kind: 'token', digest: digestOf(token) };
}

/** Decides on one request. A wrong token takes as long as a right one. */
export function refusalOf(access: Access, asked: AskedWith): Refusal | null {
  if (access.kind === 'in-process') return null;
  if (asked.origin !== null && originHost(asked.origin) !== asked.host)
    return forbidden('origin-not-allowed', 'a page of another site may not ask this agent');
  if (access.kind === 'loopback') {
    return isOwnName(asked.host)
      ? null
      : forbidden('host-not-allowed', 'the request names a host that is not this one');
  }
  const given = /^Bearer (\S+)$/i.exec(asked.authorization ?? '')?.[1] ?? null;
  if (given === null) return unauthorized('token-missing', 'this agent wants a token');
  return timingSafeEqual(digestOf(given), access.digest)
    ? null
    : unauthorized('token-wrong', 'this is not the token of this agent');
}

const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A name that a stranger's name server may point at this host is not one of these. */
const isOwnName = (host: string | null): boolean =>
  host !== null && loopbackNames.includes(host.toLowerCase().replace(/:\d+$/, ''));

const originHost = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

const unauthorized = (code: string, message: string): Refusal => ({
  status: 401,
  code,
  message,
  hint: 'send it as "Authorization: Bearer TOKEN"',
});

const forbidden = (code: string, message: string): Refusal => ({
  status: 403,
  code,
  message,
  hint: 'ask by 127.0.0.1 or localhost, or give the agent a token',
});
