import type { Command } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';

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
      const { simulate } = await import('../run/simulate.ts');
      exit.code = await simulate(flags, context);
    });
}
