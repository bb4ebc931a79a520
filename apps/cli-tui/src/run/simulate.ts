import { nearestName, usageError } from '@kneepoint/core';
import {
  parseServeArguments,
  SimulatorUsageError,
  serveFlags,
  startSimulatedServer,
} from '@kneepoint/sim-server';
import type { CommandContext } from '../command-context.ts';
import { simulatorHelp } from './simulator-help.ts';

/** Runs the simulated server until it is told to stop, or until the process that started it is gone. */
export async function simulate(flags: readonly string[], context: CommandContext): Promise<number> {
  if (flags.includes('--help') || flags.includes('-h')) {
    context.stdout.write(simulatorHelp());
    return 0;
  }
  refuseUnknownFlag(flags);
  try {
    const server = await startSimulatedServer(parseServeArguments(flags));
    const listening = { event: 'listening', url: server.url, port: server.port, pid: process.pid };
    context.stdout.write(`${JSON.stringify(listening)}\n`);
    await untilToldToStop();
    await server.close();
    // An open channel to the parent would keep this process alive.
    process.disconnect?.();
    return 0;
  } catch (error) {
    throw usageProblem(error) ?? error;
  }
}

/** One unknown flag makes the parser doubt its value too: this says the one thing that is wrong. */
function refuseUnknownFlag(flags: readonly string[]): void {
  const unknown = flags.find(
    (flag) => flag.startsWith('-') && !serveFlags.includes(flag.replace(/=.*/s, '')),
  );
  if (unknown === undefined) return;
  const near = nearestName(unknown, serveFlags);
  throw usageError(
    'sim-flag',
    `unknown option '${unknown}' of kneepoint sim`,
    `${near === null ? '' : `did you mean ${near}? `}all flags: kneepoint sim --help`,
  );
}

function usageProblem(error: unknown): Error | null {
  if (error instanceof SimulatorUsageError)
    return usageError('sim-flag', error.message, 'all flags: kneepoint sim --help');
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return usageError(
      'port-taken',
      `the port is taken (${error.message})`,
      'choose another one with --port N',
    );
  return null;
}

function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
    if (process.connected) process.once('disconnect', () => resolve());
  });
}
