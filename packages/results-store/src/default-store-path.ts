import { isAbsolute, join, resolve } from 'node:path';

/**
 * Where the history lives: the file that KNEEPOINT_STORE names, else `$XDG_DATA_HOME/kneepoint/history.db`, else `~/.local/share/kneepoint/history.db`.
 * The XDG specification says that a relative XDG_DATA_HOME is to be ignored.
 */
export function defaultStorePath(environment: NodeJS.ProcessEnv, homeDirectory: string): string {
  const { KNEEPOINT_STORE: named = '' } = environment;
  if (named !== '') return resolve(named);
  const configured = environment['XDG_DATA_HOME'];
  const dataDirectory =
    configured !== undefined && isAbsolute(configured) ? configured : join(homeDirectory, '.local', 'share');
  return join(dataDirectory, 'kneepoint', 'history.db');
}
