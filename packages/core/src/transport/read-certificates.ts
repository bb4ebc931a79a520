import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type KneepointError, usageError } from '../errors/kneepoint-error.ts';

const certificateBlock = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;
const hint = '--ca wants a PEM file with one or more "BEGIN CERTIFICATE" blocks';

/**
 * The PEM certificates of a file that `--ca` names, and nothing else of it. Throws a usage error that names the file when
 * it cannot be read, is a folder, holds no certificate or one that cannot be parsed, or holds a private key.
 */
export async function readCertificates(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
    throw usageError('ca-file', `${path} holds a private key, which does not belong there`, hint);
  }
  const blocks = text.match(certificateBlock) ?? [];
  if (blocks.length === 0) throw usageError('ca-file', `${path} holds no PEM certificate`, hint);
  for (const [index, block] of blocks.entries()) {
    if (parses(block)) continue;
    throw usageError(
      'ca-file',
      `certificate ${index + 1} of ${blocks.length} in ${path} cannot be read`,
      hint,
    );
  }
  return `${blocks.join('\n')}\n`;
}

function parses(block: string): boolean {
  try {
    return new X509Certificate(block).raw.length > 0;
  } catch {
    return false;
  }
}

function unreadable(path: string, error: unknown): KneepointError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  const what =
    code === 'ENOENT'
      ? `there is no file ${path}`
      : code === 'EISDIR'
        ? `${path} is a folder, not a file of certificates`
        : `${path} cannot be read (${code})`;
  return usageError('ca-file', what, hint);
}
