import { fileURLToPath } from 'node:url';
import { engineEnvironment, type PeerPlaces } from './peer-places.ts';
import { isReady } from './python-environment.ts';
import { runCommand } from './run-command.ts';

const recipe = fileURLToPath(new URL('../../tests/engines/install/install-engine.sh', import.meta.url));

/** The environment of an engine, whose package brings its benchmark client: that of the engine tests, or one made by their recipe. */
export async function layEngine(places: PeerPlaces, engine: string, version: string): Promise<void> {
  if (isReady(engineEnvironment(places, `${engine}-${version}`))) return;
  await runCommand({ program: 'bash', arguments: [recipe, engine, version, places.folder] });
}
