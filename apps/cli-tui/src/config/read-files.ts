import type { Command } from 'commander';
import type { ConfigFile } from './config-file.ts';
import { type ConfigSearch, configPlaces } from './config-places.ts';

/** The config files that hold, the strongest first. What reads YAML is loaded only where there is a file. */
export async function readConfigFiles(
  search: ConfigSearch,
  program: Command,
): Promise<readonly ConfigFile[]> {
  const places = configPlaces(search);
  if (places.length === 0) return [];
  const { readConfig } = await import('./read-config.ts');
  return places.map((place) => readConfig(place, program));
}

/** The flags of the program itself that say which files are read. */
export const searchOf = (
  program: Command,
  world: Pick<ConfigSearch, 'environment' | 'homeDirectory'>,
): ConfigSearch => ({
  asked: program.opts<{ config?: string | false }>().config,
  environment: world.environment,
  homeDirectory: world.homeDirectory,
  workingFolder: process.cwd(),
});
