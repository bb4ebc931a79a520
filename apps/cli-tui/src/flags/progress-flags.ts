import { readFileSync } from 'node:fs';
import { isatty } from 'node:tty';
import { usageError } from '@kneepoint/core';
import { oneOf } from './parse-flags.ts';

/** What `--progress` takes. */
export const progressChoices = ['auto', 'screen', 'line', 'json', 'none'] as const;

/** How a run's progress is shown. */
export type ProgressMode = Exclude<(typeof progressChoices)[number], 'auto'>;

/** The flags that say how progress is shown. */
export type ProgressFlags = { readonly progress?: string; readonly quiet?: boolean };

/** Where progress would be shown. */
export type ProgressPlace = {
  readonly stderrIsTerminal: boolean;
  readonly stdinIsTerminal: boolean;
  /** `TERM`; a dumb terminal can only write on. */
  readonly terminal: string | undefined;
  /** Whether this process may use the terminal's keyboard now: it does not run in the background of a shell. */
  readonly isForeground: () => boolean;
};

/**
 * How progress is shown. `--quiet` is none. Left to Kneepoint it is the screen where a person sits: stderr and stdin are a
 * terminal that can draw, and the process is in its foreground; else a line.
 */
export function progressMode(
  { progress = 'auto', quiet }: ProgressFlags,
  place: ProgressPlace,
): ProgressMode {
  const choice = oneOf('--progress', progress, progressChoices);
  if (quiet === true) return 'none';
  if (choice === 'auto') return missingFor(place) === null && place.isForeground() ? 'screen' : 'line';
  const missing = choice === 'screen' ? missingFor(place) : null;
  if (missing !== null)
    throw usageError(
      'no-terminal',
      `--progress screen needs a terminal to draw on, and ${missing}`,
      'leave it out, or give --progress line or --progress json',
    );
  return choice;
}

/** What a screen lacks here; `null` where it can be drawn. */
function missingFor({ stderrIsTerminal, stdinIsTerminal, terminal }: ProgressPlace): string | null {
  if (!stderrIsTerminal) return 'stderr is none';
  if (!stdinIsTerminal) return 'stdin is none';
  return terminal === 'dumb' ? 'TERM is dumb' : null;
}

/** The place that this process has. */
export function placeOf(stderr: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): ProgressPlace {
  return {
    stderrIsTerminal: stderr.isTTY === true,
    stdinIsTerminal: isatty(0),
    terminal: environment['TERM'],
    isForeground,
  };
}

/** Linux says it cheaply: the process group in front of the terminal is this one's. Elsewhere it is taken to be so. */
export function isForeground(): boolean {
  try {
    // pid (name) state parent group session terminal foreground-group ...; the name may hold anything.
    const fields = readFileSync('/proc/self/stat', 'utf8').replace(/^.*\)/s, '').trim().split(' ');
    return fields[2] === fields[5];
  } catch {
    return true;
  }
}
