import type { Result } from '../../../result/result-file.ts';

/** A command that starts an engine: of a deployment, or one that the document tells its reader to run. */
export type EngineCommand = {
  readonly target: string;
  readonly engine: Result['targets'][number]['engine'];
  readonly version: string | null;
  readonly words: readonly string[];
};

/** Every command that starts a target's engine. */
export function engineCommands(result: Result): EngineCommand[] {
  return result.targets.flatMap(({ name, engine, version, deployment }) => {
    const written = documentCommands(result)
      .filter(({ target, purpose }) => target === name && purpose === 'deploy')
      .map(({ text }) => commandWords(text));
    const all = deployment === null ? written : [deployment.command, ...written];
    return all.map((words) => ({ target: name, engine, version, words }));
  });
}

/** The commands that the source's document shows; none for what Kneepoint measured. */
export const documentCommands = ({ source }: Result) => (source.kind === 'imported' ? source.commands : []);

/** The words of a shell command: quotes taken off, line ends after a backslash joined, comments left out. */
export function commandWords(text: string): string[] {
  const joined = text.replace(/\\\r?\n/g, ' ').replace(/(^|\s)#[^\n]*/g, '$1');
  const parts = joined.match(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g) ?? [];
  return parts.map((part) => part.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
}

/** The value of a flag among words: `true` where it stands alone, `null` where it is not there. */
export function flagValue(words: readonly string[], flag: string): string | true | null {
  for (const [index, word] of words.entries()) {
    if (word.startsWith(`${flag}=`)) return word.slice(flag.length + 1);
    if (word !== flag) continue;
    const next = words[index + 1];
    return next === undefined || /^--?[a-z]/i.test(next) ? true : next;
  }
  return null;
}
