import { Argument, type Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { addHelpTexts, type HelpTexts, usualExits } from './help-texts.ts';

const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];

const texts: HelpTexts = {
  about: `Completes commands, flags, their values, files, plans, ids of stored runs and the agents of the config.`,
  examples: [
    'eval "$(kneepoint completion bash)"   # in ~/.bashrc',
    'kneepoint completion zsh > "$fpath[1]/_kneepoint"   # then a new shell',
    'kneepoint completion fish > ~/.config/fish/completions/kneepoint.fish',
  ],
  exits: { 0: 'ok', ...usualExits },
};

/** `kneepoint completion SHELL`: a script that completes commands, flags and values. */
export function addCompletionCommand(program: Command, context: CommandContext): void {
  const completion = program
    .command('completion')
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .description('print a script that completes commands and flags in your shell')
    .action(async (shell: Shell) => {
      const { completionScript } = await import('../run/completion.ts');
      context.stdout.write(completionScript(shell, program));
    });
  addHelpTexts(completion, texts);
}
