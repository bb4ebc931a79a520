import { usageError } from '../errors/kneepoint-error.ts';

/** The kernel's field for a socket's path has 108 bytes, the last of them a zero. */
const longestPathBytes = 107;
const form = 'give it as unix:/path/to.sock, or with a path prefix as unix:/path/to.sock:/prefix';

/** Whether an address is one of a Unix socket. */
export const isUnixUrl = (text: string): boolean => /^(unix:|https?\+unix:\/\/)/i.test(text);

/**
 * The socket's path and the path prefix of its routes, of `unix:/path.sock`, `unix:/path.sock:/prefix` and
 * `http+unix://%2Fpath.sock/prefix`. Throws a usage error for what is neither, and for a path that no socket can have.
 */
export function parseUnixUrl(text: string): { readonly socketPath: string; readonly prefix: string } {
  const parts = /^unix:/i.test(text) ? splitAtColon(text) : splitAtHost(text);
  if (parts.socketPath === '') throw usageError('target-url', `"${text}" names no socket`, form);
  const bytes = Buffer.byteLength(parts.socketPath);
  if (bytes > longestPathBytes) {
    throw usageError(
      'target-url',
      `the socket path "${parts.socketPath}" has ${bytes} bytes; the path of a Unix socket has at most ${longestPathBytes}`,
      'give a shorter one, for example through a symbolic link to its folder',
    );
  }
  return parts;
}

function splitAtColon(text: string): { socketPath: string; prefix: string } {
  const rest = text.replace(/^unix:(\/\/)?/i, '');
  const colon = rest.indexOf(':/');
  return colon < 0
    ? { socketPath: rest, prefix: '' }
    : { socketPath: rest.slice(0, colon), prefix: rest.slice(colon + 1) };
}

function splitAtHost(text: string): { socketPath: string; prefix: string } {
  if (/^https/i.test(text)) {
    throw usageError('target-url', `"${text}" wants TLS over a Unix socket, which is not supported`, form);
  }
  const [host = '', ...path] = text.replace(/^http\+unix:\/\//i, '').split('/');
  try {
    return { socketPath: decodeURIComponent(host), prefix: path.length === 0 ? '' : `/${path.join('/')}` };
  } catch {
    throw usageError(
      'target-url',
      `"${text}" has a socket path that is not percent-encoded as it should be`,
      form,
    );
  }
}
