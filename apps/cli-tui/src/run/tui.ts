import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { exitCodes, KneepointError, usageError } from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import type { TuiFlags } from '../flags/tui-flags.ts';
import type { ResultSource, Screen } from '../screens/app/screen.ts';
import { wordsOf } from '../words/words-of.ts';
import { createTuiWorld } from './tui-world.ts';

/** Opens the screens on this terminal until the person leaves. Refuses where there is none. */
export async function tui(
  files: readonly string[],
  flags: TuiFlags,
  context: CommandContext,
): Promise<number> {
  refuseWithoutTerminal(context);
  const first = firstScreen(files);
  // The slow part: it is under way while the rest is made.
  const screens = import('../screens/app/open-screens.tsx');
  const world = createTuiWorld(flags, context);
  try {
    const { openScreens } = await screens;
    return await openScreens({ first: [first], world, terminal: process });
  } finally {
    world.close();
  }
}

/** Screens need a terminal on both sides, and one that can move its cursor. */
function refuseWithoutTerminal({ stdout, environment, language }: CommandContext): void {
  if (stdout.isTTY === true && process.stdin.isTTY === true && environment['TERM'] !== 'dumb') return;
  throw new KneepointError(wordsOf(language).app.needsTerminal, {
    code: 'no-terminal',
    exitCode: exitCodes.usage,
  });
}

/** Where the program begins: a result, a comparison, or home. A file that is not there is refused before anything is drawn. */
export function firstScreen(files: readonly string[]): Screen {
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0)
    throw usageError(
      'result-missing',
      `there is no file ${missing.join(', ')}`,
      'without a file, kneepoint tui begins with the history',
    );
  const sources = files.map(fileSource);
  const [source, ...more] = sources;
  if (source === undefined) return { kind: 'home' };
  return more.length === 0 ? { kind: 'result', source } : { kind: 'compare', sources };
}

/** A file is called what tells it apart: most are called result.json, so their folder counts. */
function fileSource(file: string): ResultSource {
  const path = resolve(file);
  const name =
    basename(path) === 'result.json' ? `${basename(resolve(path, '..'))}/result.json` : basename(path);
  return { from: 'file', path, name };
}
