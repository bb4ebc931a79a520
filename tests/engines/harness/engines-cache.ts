import { homedir } from 'node:os';
import { join } from 'node:path';
import { type EngineKind, engineRecipes } from './engine-kinds.ts';

/**
 * The folder that holds the installed engines, outside the checkout so that a fresh clone finds them:
 * `kneepoint-engines` under KNEEPOINT_ENGINES_CACHE, else XDG_CACHE_HOME, else `~/.cache`.
 */
export function enginesCacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const base =
    environment['KNEEPOINT_ENGINES_CACHE'] || environment['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(base, 'kneepoint-engines');
}

/** The Python interpreter of an installed engine. */
export function enginePython(engine: EngineKind): string {
  return join(enginesCacheFolder(), `${engine}-${engineRecipes[engine].version}`, 'bin', 'python');
}

/** The folder of the tiny model: configuration and tokenizer, no weights. */
export function tinyModelFolder(): string {
  return join(enginesCacheFolder(), 'tiny-qwen3');
}

/** The log of an engine's latest start. */
export function engineLogFile(engine: EngineKind): string {
  return join(enginesCacheFolder(), 'logs', `${engine}.log`);
}
