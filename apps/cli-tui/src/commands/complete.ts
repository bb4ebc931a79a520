import { Argument, type Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { askedKinds } from '../completion/offered.ts';

/** `kneepoint __complete KIND`, which the scripts of `completion` ask: ids of stored runs, or names of agents, a line each. */
export function addCompleteCommand(program: Command, context: CommandContext): void {
  program
    .command('__complete', { hidden: true })
    .addArgument(new Argument('<kind>').choices(askedKinds))
    .action(async (kind: (typeof askedKinds)[number]) => {
      const { completeWords } = await import('../run/complete-words.ts');
      context.stdout.write(await completeWords(kind, program, context));
    });
}
