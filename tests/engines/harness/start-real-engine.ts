import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuPrecision } from './cpu-precision.ts';
import { engineAvailability } from './engine-availability.ts';
import { type EngineKind, engineRecipes } from './engine-kinds.ts';
import { engineLogFile, enginePython, tinyModelFolder } from './engines-cache.ts';
import { waitUntilHealthy } from './healthy-server.ts';
import { logTail } from './log-tail.ts';
import { stopProcessGroup } from './process-group.ts';

/** Which engine, on which port of 127.0.0.1, with which arguments beside the recipe's. */
export interface RealEngineOptions {
  readonly engine: EngineKind;
  readonly port: number;
  readonly arguments?: readonly string[];
}

/** A running server. `stop` ends its whole process group and resolves when nothing of it is left. */
export interface RealEngine {
  readonly url: string;
  readonly logFile: string;
  readonly stop: () => Promise<void>;
}

const keeper = fileURLToPath(new URL('./keep-server.sh', import.meta.url));
// A first start on two busy cores has taken over a minute.
const startMilliseconds = 240_000;
const graceMilliseconds = 20_000;

async function spawnServer(options: RealEngineOptions, logFile: string): Promise<ChildProcess> {
  const recipe = engineRecipes[options.engine];
  const precision = await cpuPrecision();
  const command = recipe.command({ modelFolder: tinyModelFolder(), port: options.port, precision });
  await mkdir(dirname(logFile), { recursive: true });
  const log = await open(logFile, 'w');
  try {
    // `detached` makes the child the leader of its own session and process group.
    return spawn(keeper, [enginePython(options.engine), ...command, ...(options.arguments ?? [])], {
      detached: true,
      stdio: ['pipe', log.fd, log.fd],
      env: { ...process.env, ...recipe.environment },
    });
  } finally {
    await log.close();
  }
}

async function deathOf(server: ChildProcess, engine: EngineKind, logFile: string): Promise<Error> {
  const [exitCode, signal] = await once(server, 'exit');
  const how = exitCode === null ? `of ${signal}` : `with exit code ${exitCode}`;
  return new Error(`${engine} died ${how}; the end of ${logFile}:\n${await logTail(logFile)}`);
}

/**
 * Starts a real engine (installs it first when needed) and resolves once `/health` answers. Throws with
 * the last lines of the log when the server dies or is not healthy within 240 s; nothing of it is left then.
 */
export async function startRealEngine(options: RealEngineOptions): Promise<RealEngine> {
  const availability = await engineAvailability(options.engine);
  if (!availability.available) throw new Error(availability.reason);
  const url = `http://127.0.0.1:${options.port}`;
  const logFile = engineLogFile(options.engine);
  const server = await spawnServer(options, logFile);
  const leader = server.pid;
  if (leader === undefined) throw new Error(`${keeper} could not be started`);
  const death = deathOf(server, options.engine, logFile);
  const stop = (): Promise<void> => stopProcessGroup(leader, graceMilliseconds);
  try {
    await waitUntilHealthy(url, { death, withinMilliseconds: startMilliseconds });
  } catch (error) {
    await stop();
    throw new Error(`${options.engine} did not start; the end of its log:\n${await logTail(logFile)}`, {
      cause: error,
    });
  }
  return { url, logFile, stop };
}
