#!/usr/bin/env node
import { homedir } from 'node:os';
import { CommanderError } from 'commander';
import type { CommandContext } from './command-context.ts';
import { createProgram } from './program.ts';

const context: CommandContext = {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  homeDirectory: homedir(),
  words: process.argv.slice(2),
};
process.exitCode = await runCommandLine(context);

/** Runs one command and returns its exit code; only this file exits the process. */
async function runCommandLine(commandContext: CommandContext): Promise<number> {
  const exit = { code: 0 };
  const program = createProgram(commandContext, exit);
  for (const command of [
    program,
    ...program.commands,
    ...program.commands.flatMap((parent) => parent.commands),
  ])
    command.exitOverride();
  try {
    await program.parseAsync([...commandContext.words], { from: 'user' });
    return exit.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return reportError(error, commandContext);
  }
}

async function reportError(error: unknown, { stderr }: CommandContext): Promise<number> {
  const { errorLines } = await import('./run/error-lines.ts');
  const lines = errorLines(error);
  stderr.write(lines.text);
  return lines.exitCode;
}
