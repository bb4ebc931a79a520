import { parseServeArguments } from './serve-arguments.ts';
import { startSimulatedServer } from './simulated-server.ts';
import { SimulatorUsageError } from './simulator-usage-error.ts';

/** Runs a server in this process until it is told to stop; one line of JSON says where it listens. */
async function serve(): Promise<void> {
  const options = parseServeArguments(process.argv.slice(2));
  const server = await startSimulatedServer(options);
  console.log(JSON.stringify({ event: 'listening', url: server.url, port: server.port, pid: process.pid }));
  const stop = (): void => {
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  await serve();
} catch (error) {
  const isUsage = error instanceof SimulatorUsageError;
  console.error(isUsage ? error.message : error);
  process.exitCode = isUsage ? 2 : 1;
}
