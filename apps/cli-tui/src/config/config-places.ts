import { statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { ConfigPlace } from './config-file.ts';

/** Name of a project's config, in its folder or one above. */
export const projectConfigName = 'kneepoint.config.yaml';

/** Where a search begins. */
export type ConfigSearch = {
  /** The file that `--config` names; `false` of `--no-config`. */
  readonly asked: string | false | undefined;
  readonly environment: NodeJS.ProcessEnv;
  readonly homeDirectory: string;
  readonly workingFolder: string;
};

/**
 * The config files in the order of their strength. `--config FILE`, else KNEEPOINT_CONFIG, is the only one; otherwise the
 * project's stands above the person's own. A named file is listed whether or not it exists, the others where they do.
 */
export function configPlaces(search: ConfigSearch): readonly ConfigPlace[] {
  if (search.asked === false) return [];
  const { KNEEPOINT_CONFIG: variable = '' } = search.environment;
  const named = search.asked ?? (variable === '' ? undefined : variable);
  if (named !== undefined) return [{ kind: 'named', path: resolve(search.workingFolder, named) }];
  const project = projectConfig(search);
  const user = userConfigPath(search);
  return [
    ...(project === null ? [] : [{ kind: 'project', path: project } as const]),
    ...(exists(user) ? [{ kind: 'user', path: user } as const] : []),
  ];
}

/** The person's own config: `$XDG_CONFIG_HOME/kneepoint/config.yaml`, else `~/.config/kneepoint/config.yaml`. */
export function userConfigPath({
  environment,
  homeDirectory,
}: Pick<ConfigSearch, 'environment' | 'homeDirectory'>): string {
  const configured = environment['XDG_CONFIG_HOME'];
  const base =
    configured !== undefined && isAbsolute(configured) ? configured : join(homeDirectory, '.config');
  return join(base, 'kneepoint', 'config.yaml');
}

/** The nearest config from the working folder up to the root of its repository. */
function projectConfig(search: ConfigSearch): string | null {
  const paths = projectFolders(search).map((folder) => join(folder, projectConfigName));
  return paths.find(exists) ?? null;
}

/**
 * The working folder and those above it, up to the repository's root (which holds `.git`), or below the home directory.
 * Outside of both only the working folder counts: what lies in `/tmp` or at `/` may be anybody's.
 */
export function projectFolders({
  workingFolder,
  homeDirectory,
}: Pick<ConfigSearch, 'workingFolder' | 'homeDirectory'>): readonly string[] {
  const folders: string[] = [];
  for (let folder = workingFolder; ; folder = dirname(folder)) {
    if (folder === homeDirectory && folders.length > 0) return folders;
    folders.push(folder);
    if (existsAny(join(folder, '.git'))) return folders;
    if (dirname(folder) === folder) return [workingFolder];
  }
}

const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;
const existsAny = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;
