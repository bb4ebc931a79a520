import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type EngineKind, engineRecipes } from './engine-kinds.ts';
import { enginesCacheFolder } from './engines-cache.ts';
import { unreachablePackages } from './install-failure.ts';

/** Takes one line about the progress of an installation or a start. */
export type ProgressLine = (line: string) => void;

/** The engine is there, or its packages cannot be reached from this machine. */
export type InstallOutcome =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unreachable'; readonly reason: string };

const script = fileURLToPath(new URL('../install/install-engine.sh', import.meta.url));
const keptLines = 60;

/**
 * Installs an engine into the cache folder unless it is there already, and reports each line of the
 * installer. Throws with the installer's last lines when it fails for any reason other than packages
 * that cannot be reached.
 */
export async function installEngine(engine: EngineKind, progress: ProgressLine): Promise<InstallOutcome> {
  const installer = spawn(script, [engine, engineRecipes[engine].version, enginesCacheFolder()], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const keep = (line: string): void => {
    lines.push(line);
    // uv names each of some 150 packages on a line of its own.
    if (!line.startsWith(' + ')) progress(line);
  };
  createInterface({ input: installer.stdout }).on('line', keep);
  createInterface({ input: installer.stderr }).on('line', keep);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    installer.once('error', reject);
    installer.once('close', resolve);
  });
  if (exitCode === 0) return { kind: 'ready' };
  const reason = unreachablePackages(lines.join('\n'));
  if (reason !== null) return { kind: 'unreachable', reason };
  throw new Error(
    `installing ${engine} failed with exit code ${exitCode}:\n${lines.slice(-keptLines).join('\n')}`,
  );
}
