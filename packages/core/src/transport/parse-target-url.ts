import { usageError } from '../errors/kneepoint-error.ts';
import { isUnixUrl, parseUnixUrl } from './parse-unix-url.ts';
import type { TargetAddress } from './target-address.ts';

/** Where a target is, as its parts, before its name is looked up. */
export type TargetLocation = Omit<TargetAddress, 'address' | 'tls'> & {
  /** What paths are appended to in order to ask the server something; `http://localhost` for a Unix socket. */
  readonly baseUrl: string;
  /** The address as people know it, for messages. */
  readonly shownUrl: string;
};

/**
 * Reads `http://`, `https://`, `unix:` and `http+unix://` addresses; a bare `HOST:PORT` is HTTP. `/v1` at the end is left
 * out: the dialects bring their own paths. Throws a usage error for anything else.
 */
export function parseTargetUrl(text: string): TargetLocation {
  if (isUnixUrl(text)) return locateSocket(text);
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(withScheme)) {
    throw usageError('target-url', `"${text}" is not an address`, 'give it as http://HOST:PORT');
  }
  const url = new URL(withScheme);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw usageError(
      'target-url',
      `"${text}" has the scheme "${url.protocol}", which is neither http nor https`,
      'give it as http://HOST:PORT, or as unix:/path/to.sock',
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw usageError(
      'target-url',
      'the address holds a password, which would end up in the result',
      'use --api-key-env NAME or --header',
    );
  }
  const secure = url.protocol === 'https:';
  const basePath = basePathOf(url.pathname);
  const baseUrl = `${url.origin}${basePath}`;
  return {
    secure,
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
    basePath,
    socketPath: null,
    baseUrl,
    shownUrl: baseUrl,
  };
}

/** HTTP wants a host even where there is none: `localhost`, as every client says. */
function locateSocket(text: string): TargetLocation {
  const { socketPath, prefix } = parseUnixUrl(text);
  const basePath = basePathOf(prefix);
  return {
    secure: false,
    hostname: 'localhost',
    port: 80,
    basePath,
    socketPath,
    baseUrl: `http://localhost${basePath}`,
    shownUrl: `unix:${socketPath}${basePath === '' ? '' : `:${basePath}`}`,
  };
}

const basePathOf = (path: string): string =>
  path.replace(/\/+$/, '').replace(/\/v1(\/chat\/completions|\/completions)?$|\/generate$/, '');
