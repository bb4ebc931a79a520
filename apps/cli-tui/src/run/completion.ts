import type { Command } from 'commander';
import { bashCompletion } from '../completion/bash-completion.ts';
import { commandWords } from '../completion/command-words.ts';
import { fishCompletion } from '../completion/fish-completion.ts';
import { zshCompletion } from '../completion/zsh-completion.ts';

const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

/** The script that completes the program's commands in a shell. */
export const completionScript = (shell: keyof typeof scripts, program: Command): string =>
  scripts[shell](program.name(), commandWords(program));
