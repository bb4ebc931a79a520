import { exitCodes, KneepointError } from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import { type ProgressFlags, placeOf, progressMode } from '../flags/progress-flags.ts';
import { jsonError, jsonWatcher } from '../live/json-watcher.ts';
import type { RunContext } from '../live/run-context.ts';

/**
 * Runs a command with its progress as the flags ask. Where that is for a program, all of stderr is JSON: what the command
 * says around the run are notes, in English, and the error that it ends with is the last line.
 */
export async function withProgress(
  flags: ProgressFlags,
  context: CommandContext,
  run: (context: RunContext) => Promise<number>,
): Promise<number> {
  const { stderr } = context;
  const progress = progressMode(flags, placeOf(stderr, context.environment));
  if (progress !== 'json') return run({ ...context, progress, events: stderr });
  try {
    return await run({ ...context, language: 'en', stderr: notesOn(stderr), progress, events: stderr });
  } catch (error) {
    stderr.write(jsonError(error, Date.now()));
    return error instanceof KneepointError ? error.exitCode : exitCodes.internal;
  }
}

/** A stderr whose lines become notes. */
function notesOn(stderr: CommandContext['stderr']): CommandContext['stderr'] {
  const watcher = jsonWatcher({ write: (text) => stderr.write(text), clock: Date.now });
  return {
    write(text) {
      for (const line of text.split('\n')) if (line.trim() !== '') watcher.say(line.trim());
      return true;
    },
  };
}
