import type { ProcessDeployment } from '../deployments/process-deployment.ts';
import { pathWord, type ShellWord, shellCommandText, word } from './shell-text.ts';

/** A shell command that starts the same process in the foreground. */
export function processText({ command, env, workingDirectory }: ProcessDeployment): string {
  const variables: readonly (readonly ShellWord[])[] = env.map(({ name, value }) => [
    [{ kind: 'text', text: `${name}=` }, value],
  ]);
  const [program, ...rest] = command;
  const programWord: ShellWord =
    program === undefined ? [] : program.kind === 'text' ? pathWord(program.text) : [program];
  const start = shellCommandText([
    ...(variables.length === 0 ? [] : [[word('env')], ...variables]),
    [programWord, ...rest.map((value) => [value])],
  ]);
  if (workingDirectory === undefined) return start;
  return `${shellCommandText([[word('cd'), word('--'), pathWord(workingDirectory)]])} &&\n${start}`;
}
