import { homedir } from 'node:os';
import { type Command, CommanderError } from 'commander';
import type { AdjustableContext } from './config/adjustable-context.ts';
import { CommandLineProblem, commandLineProblem, problemText } from './flags/command-line-problem.ts';
import { createProgram } from './program.ts';
import { messageLanguage } from './words/message-language.ts';

const context: AdjustableContext = {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  homeDirectory: homedir(),
  words: process.argv.slice(2),
  language: messageLanguage(undefined, process.env),
};
for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
process.exitCode = await runCommandLine(context);

/**
 * `kneepoint ... | head` closes the pipe early, and a terminal that was closed takes nothing more (EIO): the rest is not
 * wanted, and a run still ends with its result on disk.
 */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
}

/** Runs one command and returns its exit code; only this file exits the process. */
async function runCommandLine(commandContext: AdjustableContext): Promise<number> {
  const exit = { code: 0 };
  const program = createProgram(commandContext, exit);
  throwProblems(program);
  try {
    await program.parseAsync([...commandContext.words], { from: 'user' });
    return exit.code;
  } catch (error) {
    // Only help and the version are left as commander's own: asked for is 0, shown because nothing was asked is 2.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof CommandLineProblem) {
      commandContext.stderr.write(problemText(error, commandContext.words));
      return 2;
    }
    return reportError(error, commandContext);
  }
}

/** Makes a command and those below it throw what they refuse, in our words. */
function throwProblems(command: Command): void {
  command.exitOverride((error) => {
    const isHelp = error.code === 'commander.version' || error.code.startsWith('commander.help');
    throw isHelp ? error : commandLineProblem(error, command);
  });
  for (const subcommand of command.commands) throwProblems(subcommand);
}

async function reportError(error: unknown, commandContext: AdjustableContext): Promise<number> {
  const { errorLines } = await import('./run/error-lines.ts');
  const lines = await errorLines(error, commandContext);
  commandContext.stderr.write(lines.text);
  const { sourceNote } = await import('./config/source-note.ts');
  commandContext.stderr.write(sourceNote(error, commandContext));
  return lines.exitCode;
}
