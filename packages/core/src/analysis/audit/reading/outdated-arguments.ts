import type { Result } from '../../../result/result-file.ts';
import { type EngineArgument, engineArguments } from '../data/engine-arguments.ts';
import { engineCommands, flagValue } from './commands.ts';
import { isBelow } from './versions.ts';

/** An argument of a target's command that today's engine does not take so. */
export type OutdatedArgument = { readonly target: string; readonly entry: EngineArgument };

/** Each such argument once for a target. A known engine version that is older than the entry's is right to use it. */
export function outdatedArguments(result: Result, state: EngineArgument['state']): OutdatedArgument[] {
  const found = engineCommands(result).flatMap(({ target, engine, version, words }) =>
    engineArguments
      .filter((entry) => entry.engine === engine && entry.state === state)
      .filter((entry) => flagValue(words, entry.argument) !== null)
      .filter((entry) => version === null || !isBelow(version, entry.since))
      .map((entry) => ({ target, entry })),
  );
  return [...new Map(found.map((one) => [`${one.target} ${one.entry.argument}`, one])).values()];
}
