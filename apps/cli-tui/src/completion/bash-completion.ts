import { assertNever } from '@kneepoint/core';
import type { CommandWords, FlagWords } from './command-words.ts';
import type { Offered } from './offered.ts';

/**
 * A script for bash: it finds the command among the words before the cursor, then offers its commands, flags or values.
 * Where nothing is known, bash completes files.
 */
export function bashCompletion(name: string, commands: readonly CommandWords[]): string {
  return `# Completion of ${name} for bash: eval "$(${name} completion bash)"
${helpers(name)}
_${name}() {
  local program="\${1:-${name}}" current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="" word
  COMPREPLY=()
  # --flag=value reaches us as three words.
  if [[ "$current" == "=" ]]; then current=""
  elif [[ "$previous" == "=" ]]; then previous="\${COMP_WORDS[COMP_CWORD-2]}"; fi
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

/** Words, lines that the program is asked for, and names of files. */
const helpers = (name: string): string => `_${name}_words() { COMPREPLY+=($(compgen -W "$1" -- "$current")); }
_${name}_asked() { _${name}_words "$("$program" __complete "$1" 2>/dev/null | cut -f1)"; }
_${name}_files() {
  local IFS=$'\\n'
  type compopt &>/dev/null && compopt -o filenames 2>/dev/null
  if [[ -z "$1" ]]; then COMPREPLY+=($(compgen -f -- "$current"))
  else COMPREPLY+=($(compgen -d -- "$current") $(compgen -f -- "$current" | grep -E -- "$1")); fi
}`;

const step = ({ path }: CommandWords): string =>
  `      ${quoted(`${path.slice(0, -1).join(' ')}:${path.at(-1)}`)}) command=${quoted(path.join(' '))} ;;`;

/** A flag with a value: what is known of it, or files. */
function valueCases({ path, flags }: CommandWords): string[] {
  return flags.flatMap(({ long, value }: FlagWords) =>
    value === null ? [] : [`    ${quoted(`${path.join(' ')}:${long}`)}) ${offer(value)}return ;;`],
  );
}

function offer(value: Offered): string {
  switch (value.kind) {
    case 'anything':
      return '';
    case 'words':
      return `_kneepoint_words ${quoted(value.words.join(' '))}; `;
    case 'files':
      return "_kneepoint_files ''; ";
    case 'folders':
      return "_kneepoint_files '^$'; ";
    case 'plans':
      return "_kneepoint_files '\\.ya?ml$'; ";
    case 'agents':
      return '_kneepoint_asked agents; ';
    case 'runs':
      return `_kneepoint_asked runs; ${value.files ? "_kneepoint_words 'latest latest~1'; _kneepoint_files '\\.json$'; " : ''}`;
    default:
      return assertNever(value);
  }
}

/** Flags only where a word begins with a dash, so that an argument is completed as what it is. */
function wordCase({ path, commands, flags, argument }: CommandWords): string {
  const dashed = flags.map(({ long }) => long).join(' ');
  const names = commands.map(({ name }) => name).join(' ');
  const children = names === '' ? '' : `_kneepoint_words ${quoted(names)}; `;
  const plain = `${children}${offer(argument)}`;
  return `    ${quoted(path.join(' '))})
      if [[ "$current" == -* ]]; then _kneepoint_words ${quoted(dashed)}
      else ${plain === '' ? ':' : plain.trimEnd().replace(/;$/, '')}; fi ;;`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
