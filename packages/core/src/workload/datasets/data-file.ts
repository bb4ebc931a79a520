import { access, constants, stat } from 'node:fs/promises';
import { usageError } from '../../errors/kneepoint-error.ts';

/**
 * Checks that a file can be read before it is: rejects with a usage error when it is missing, no plain file, or larger
 * than the limit in bytes. `what` names its purpose.
 */
export async function assertDataFile(path: string, what: string, limitBytes: number): Promise<void> {
  const facts = await stat(path).catch(refuse(path, what));
  if (!facts.isFile()) {
    throw usageError(
      'file-not-plain',
      `${path} is no plain file`,
      `write the ${what} to a file and give its path`,
    );
  }
  await access(path, constants.R_OK).catch(refuse(path, what));
  if (facts.size > limitBytes) {
    throw usageError(
      'file-too-large',
      `${path} has ${facts.size} bytes; a ${what} may have ${limitBytes}, because it is held in memory`,
      'take a part of it: a run seldom sends more than some hundred thousand requests',
    );
  }
}

const refuse = (path: string, what: string) => (error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  throw usageError(
    'file-unreadable',
    `no ${what} can be read at ${path} (${reason})`,
    'give the path of a file',
  );
};
