import { isAbsolute, join } from 'node:path';
import type { CommandContext } from './command-context.ts';

/** Where agents keep what they have started: `$XDG_STATE_HOME/kneepoint`, else `~/.local/state/kneepoint`. */
export function stateFolder({
  environment,
  homeDirectory,
}: Pick<CommandContext, 'environment' | 'homeDirectory'>): string {
  const configured = environment['XDG_STATE_HOME'];
  const base =
    configured !== undefined && isAbsolute(configured) ? configured : join(homeDirectory, '.local', 'state');
  return join(base, 'kneepoint');
}
