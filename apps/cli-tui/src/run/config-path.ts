import { exitCodes } from '@kneepoint/core';
import { configPlaces, userConfigPath } from '../config/config-places.ts';
import { searchOf } from '../config/read-files.ts';
import type { ShownProgram } from './config-show.ts';

/** Prints the config files that hold, one a line, the strongest first; the person's own also where there is none yet. */
export function showConfigPaths(
  flags: { readonly json?: boolean },
  { program, context }: ShownProgram,
): number {
  const places = configPlaces(searchOf(program, context));
  const own = userConfigPath(context);
  if (flags.json === true) context.stdout.write(`${JSON.stringify({ files: places, own }, null, 2)}\n`);
  else if (places.length > 0) context.stdout.write(places.map(({ path }) => `${path}\n`).join(''));
  else context.stdout.write(`${own} (not there yet; kneepoint config init writes it)\n`);
  return exitCodes.ok;
}
