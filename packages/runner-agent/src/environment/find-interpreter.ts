import { basename, delimiter, join } from 'node:path';
import { type HostFiles, textOf } from './host-files.ts';

/** The Python that a command runs, or why it cannot be told. */
export type FoundInterpreter =
  | { readonly kind: 'found'; readonly file: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** A kernel reads no longer first line. */
const longestShebang = 256;

/**
 * Finds the interpreter of a deployment by its command's first word: a Python itself, or a script such as `vllm` whose
 * first line names one. Installers write `#!/PATH/python`, and where that is too long for the kernel a shell line that
 * runs `exec` on the path in quotes. `searchPath` is the deployment's PATH.
 */
export function findInterpreter(files: HostFiles, firstWord: string, searchPath: string): FoundInterpreter {
  if (isPython(firstWord)) return { kind: 'found', file: firstWord };
  const script = locate(files, firstWord, searchPath);
  if (script === null) return { kind: 'unknown', reason: 'the command is not found on the path' };
  const head = script.slice(0, longestShebang * 4);
  const shebang = /^#!\s*(\S+)(?:[ \t]+(\S+))?/.exec(head);
  const interpreter = shebang?.[1];
  if (interpreter === undefined) return { kind: 'unknown', reason: 'the command is no script' };
  if (isPython(interpreter)) return { kind: 'found', file: interpreter };
  const argument = shebang?.[2];
  if (basename(interpreter) === 'env' && argument !== undefined && isPython(argument)) {
    return { kind: 'found', file: argument };
  }
  const relayed = /^'''exec'\s+"?([^"\s]+)"?/m.exec(head)?.[1];
  if (relayed !== undefined && isPython(relayed)) return { kind: 'found', file: relayed };
  return { kind: 'unknown', reason: 'the command is a script of another language' };
}

const isPython = (file: string): boolean => /^python(\d+(\.\d+)*)?$/.test(basename(file));

function locate(files: HostFiles, word: string, searchPath: string): string | null {
  if (word.includes('/')) return textOf(files, word);
  for (const folder of searchPath.split(delimiter)) {
    const text = folder.startsWith('/') ? textOf(files, join(folder, word)) : null;
    if (text !== null) return text;
  }
  return null;
}
