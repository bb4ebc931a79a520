import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { exitCodes, usageError } from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import { projectConfigName, userConfigPath } from '../config/config-places.ts';
import { writtenConfig } from '../config/written-config.ts';
import type { ConfigInitFlags } from '../flags/config-flags.ts';

/** Writes a config of remarks; a file that is there is never overwritten. Returns the exit code. */
export async function writeConfig(flags: ConfigInitFlags, context: CommandContext): Promise<number> {
  const { stdout, stderr } = context;
  const isProject = flags.project === true;
  const text = writtenConfig(isProject);
  if (flags.output === '-') {
    stdout.write(text);
    return exitCodes.ok;
  }
  const path = flags.output ?? (isProject ? projectConfigName : userConfigPath(context));
  await writeNew(path, text);
  if (flags.json === true) stdout.write(`${JSON.stringify({ path })}\n`);
  else if (flags.quiet !== true) {
    stdout.write(`${path}\n`);
    stderr.write('Take away the # before what you want to set; kneepoint config show says what holds.\n');
  }
  return exitCodes.ok;
}

async function writeNew(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw usageError(
      exists ? 'output-exists' : 'output-not-writable',
      exists ? `${path} is there already` : `${path} cannot be written: ${String(error)}`,
      exists
        ? 'edit it, or give another path: kneepoint config init --output FILE'
        : 'give another path: --output FILE',
    );
  }
}
