import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { exitCodes, KneepointError, usageError } from '../errors/kneepoint-error.ts';
import type { TargetAddress } from './target-address.ts';

/** Where a target is, as its parts. `/v1` at the end is left out: the dialects bring their own paths. */
export function parseTargetUrl(text: string): { readonly url: URL; readonly baseUrl: string } {
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(withScheme)) {
    throw usageError('target-url', `"${text}" is not an address`, 'give it as http://HOST:PORT');
  }
  const url = new URL(withScheme);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw usageError(
      'target-url',
      `"${text}" has the scheme "${url.protocol}", which is neither http nor https`,
      'give it as http://HOST:PORT',
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw usageError(
      'target-url',
      'the address holds a password, which would end up in the result',
      'use --api-key-env NAME or --header',
    );
  }
  const path = url.pathname
    .replace(/\/+$/, '')
    .replace(/\/v1(\/chat\/completions|\/completions)?$|\/generate$/, '');
  return { url, baseUrl: `${url.origin}${path}` };
}

/** Resolves the target's name once, so that no request waits for it. Throws exit code 3 when the name is unknown. */
export async function resolveTarget(text: string): Promise<TargetAddress> {
  const { url, baseUrl } = parseTargetUrl(text);
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const secure = url.protocol === 'https:';
  return {
    secure,
    hostname,
    address: isIP(hostname) > 0 ? hostname : await resolveName(hostname),
    port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
    basePath: new URL(baseUrl).pathname.replace(/\/+$/, ''),
  };
}

async function resolveName(hostname: string): Promise<string> {
  try {
    return (await lookup(hostname)).address;
  } catch (error) {
    throw new KneepointError(`the name "${hostname}" cannot be resolved`, {
      code: 'target-unreachable',
      exitCode: exitCodes.targetUnreachable,
      hint: 'check the spelling, or give the numeric address',
      cause: error,
    });
  }
}
