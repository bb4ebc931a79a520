import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findPython, type PythonRelease } from './find-python.ts';
import { findUv } from './find-uv.ts';
import type { PeerPlaces } from './peer-places.ts';
import { runCommand } from './run-command.ts';

/** A Python environment of its own for one client. */
export type PythonEnvironment = {
  /** Name of its folder, with the version. */
  readonly name: string;
  readonly python: PythonRelease;
  /** What to install, each with its version. */
  readonly packages: readonly string[];
  /** With pip inside, for steps that need it. */
  readonly withPip?: boolean;
};

/** Makes an environment unless it is there whole. One that was interrupted has no mark and is made anew. */
export async function layPythonEnvironment(
  places: PeerPlaces,
  { name, python, packages, withPip = false }: PythonEnvironment,
): Promise<void> {
  const folder = join(places.folder, name);
  if (isReady(folder)) return;
  await rm(folder, { recursive: true, force: true });
  const uv = await findUv(places);
  const step = (...words: string[]): Promise<string> =>
    runCommand({ program: uv.program, arguments: words, environment: uv.environment });
  await step('venv', ...(withPip ? ['--seed'] : []), '--python', await findPython(python), folder);
  if (packages.length > 0) {
    // Compiled now, so that the first run does not pay for it.
    await step('pip', 'install', '--compile-bytecode', '--python', join(folder, 'bin/python'), ...packages);
  }
  await markReady(folder);
}

/** Whether the folder of a client is whole. */
export const isReady = (folder: string): boolean => existsSync(join(folder, '.ready'));

/** Says that it is; the mark appears whole or not at all. */
export async function markReady(folder: string): Promise<void> {
  await writeFile(join(folder, '.ready.new'), '');
  await rename(join(folder, '.ready.new'), join(folder, '.ready'));
}

/** Why a client cannot run from this folder, or null. */
export const missingFrom = (folder: string): string | null =>
  isReady(folder) ? null : 'not installed (run with --install)';
