import type { CommandWords } from './command-words.ts';

/**
 * A script for bash: it finds the command among the words before the cursor, then offers its commands, flags or values.
 * Where nothing is known, bash completes files.
 */
export function bashCompletion(name: string, commands: readonly CommandWords[]): string {
  return `# Completion of ${name} for bash: eval "$(${name} completion bash)"
_${name}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="" word
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$command:$word" in
${commands
  .filter(({ path }) => path.length > 0)
  .map(step)
  .join('\n')}
    esac
  done
  case "$command:$previous" in
${commands.flatMap(valueCases).join('\n')}
  esac
  case "$command" in
${commands.map(wordCase).join('\n')}
  esac
}
complete -o default -F _${name} ${name}
`;
}

const step = ({ path }: CommandWords): string =>
  `      ${quoted(`${path.slice(0, -1).join(' ')}:${path.at(-1)}`)}) command=${quoted(path.join(' '))} ;;`;

/** A flag with a value: its choices, or files. */
function valueCases({ path, flags }: CommandWords): string[] {
  return flags.flatMap(({ long, value }) => {
    const pattern = quoted(`${path.join(' ')}:${long}`);
    if (value.kind === 'none') return [];
    const words =
      value.kind === 'choices'
        ? `COMPREPLY=($(compgen -W ${quoted(value.choices.join(' '))} -- "$current")); `
        : '';
    return [`    ${pattern}) ${words}return ;;`];
  });
}

/** Flags only where a word begins with a dash, so that an argument is completed as what it is. */
function wordCase({ path, commands, flags, values }: CommandWords): string {
  const plain = [...commands.map(({ name }) => name), ...values].join(' ');
  const dashed = flags.map(({ long }) => long).join(' ');
  return `    ${quoted(path.join(' '))})
      if [[ "$current" == -* ]]; then COMPREPLY=($(compgen -W ${quoted(dashed)} -- "$current"))
      else COMPREPLY=($(compgen -W ${quoted(plain)} -- "$current")); fi ;;`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
