import type { Command } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';

const examples = `
Examples:
  $ kneepoint sim --profile rtx5090-vllm-qwen3-8b --port 8001
  $ kneepoint sim --profile ideal --port 8000 --step-ms 5 --ttft-ms 20
  $ kneepoint sim --profile ideal --port 8000 --fault reset=20
`;

/** `kneepoint sim`: the simulated inference server, until it is told to stop. Its flags are its own. */
export function addSimCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  program
    .command('sim')
    .description('a simulated inference server with known truth (for trying things out and for tests)')
    .helpOption(false)
    .allowUnknownOption()
    .allowExcessArguments()
    .argument('[flags...]')
    .action(async (flags: string[]) => {
      exit.code = await simulate(flags, context);
    });
}

async function simulate(flags: readonly string[], context: CommandContext): Promise<number> {
  const { parseServeArguments, profiles, serveFlags, SimulatorUsageError, startSimulatedServer } =
    await import('@kneepoint/sim-server');
  if (flags.includes('--help') || flags.includes('-h')) {
    context.stdout.write(
      `Usage: kneepoint sim --profile NAME --port N\n\nProfiles: ${Object.keys(profiles).join(', ')}\nFlags: ${serveFlags.join(' ')}\n${examples}`,
    );
    return 0;
  }
  try {
    const server = await startSimulatedServer(parseServeArguments(flags));
    context.stdout.write(
      `${JSON.stringify({ event: 'listening', url: server.url, port: server.port, pid: process.pid })}\n`,
    );
    await untilToldToStop();
    await server.close();
    return 0;
  } catch (error) {
    if (error instanceof SimulatorUsageError) {
      context.stderr.write(`kneepoint: ${error.message}\n`);
      return 2;
    }
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      context.stderr.write(
        `kneepoint: the port is taken (${error.message})\n  choose another one with --port N\n`,
      );
      return 2;
    }
    throw error;
  }
}

function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
