import { Argument, type Command } from 'commander';
import type { CommandContext } from '../command-context.ts';

const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];

const examples = `
Examples:
  $ eval "$(kneepoint completion bash)"                          # in ~/.bashrc
  $ kneepoint completion zsh > "\${fpath[1]}/_kneepoint"           # then a new shell
  $ kneepoint completion fish > ~/.config/fish/completions/kneepoint.fish`;

/** `kneepoint completion SHELL`: a script that completes commands, flags and values. */
export function addCompletionCommand(program: Command, context: CommandContext): void {
  program
    .command('completion')
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .description('print a script that completes commands and flags in your shell')
    .addHelpText('after', examples)
    .action(async (shell: Shell) => {
      const { completionScript } = await import('../run/completion.ts');
      context.stdout.write(completionScript(shell, program));
    });
}
