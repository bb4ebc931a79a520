import { globSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { tryCommand } from './run-command.ts';

/** The releases of Python that the clients ask for. */
export type PythonRelease = '3.11' | '3.12';

/**
 * An interpreter of that release: on the path, or one that pyenv holds without offering it. Failing both, the release's
 * number, for uv to find or fetch.
 */
export async function findPython(release: PythonRelease): Promise<string> {
  const pyenv = join(process.env['PYENV_ROOT'] || join(homedir(), '.pyenv'), 'versions');
  const candidates = [
    `python${release}`,
    ...globSync(`${release}.*/bin/python${release}`, { cwd: pyenv }).map((found) => join(pyenv, found)),
  ];
  for (const candidate of candidates) {
    const path = await tryCommand(candidate, '-c', 'import sys; print(sys.executable)');
    if (path !== null) return path;
  }
  return release;
}
