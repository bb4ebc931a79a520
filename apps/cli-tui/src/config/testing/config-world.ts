import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { createProgram } from '../../program.ts';
import type { AdjustableContext } from '../adjustable-context.ts';

/** An empty folder of its own. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'kneepoint-config-'));

/** Writes a file with its folders and returns its path. */
export function written(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** A context that writes nowhere. */
export const silentContext = (environment: NodeJS.ProcessEnv = {}): AdjustableContext => ({
  stdout: { write: () => true },
  stderr: { write: () => true },
  environment,
  homeDirectory: newFolder(),
  words: [],
  language: 'en',
});

/** The program, and one of its commands after it has read its words; nothing is run. */
export function parsedCommand(
  path: readonly string[],
  words: readonly string[],
): {
  readonly program: Command;
  readonly command: Command;
} {
  const program = createProgram(silentContext(), { code: 0 });
  const command = path.reduce<Command>((above, name) => {
    const below = above.commands.find((one) => one.name() === name);
    if (below === undefined) throw new Error(`no command ${name}`);
    return below;
  }, program);
  command.parseOptions([...words]);
  return { program, command };
}
