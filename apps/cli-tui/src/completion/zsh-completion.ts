import { assertNever } from '@kneepoint/core';
import type { CommandWords, FlagWords } from './command-words.ts';
import type { Offered } from './offered.ts';

/** A script for zsh: a function a command, which offers its commands with their descriptions, then its flags and values. */
export function zshCompletion(name: string, commands: readonly CommandWords[]): string {
  return `#compdef ${name}
# Completion of ${name} for zsh: ${name} completion zsh > "\${fpath[1]}/_${name}"
_${name}_asked() {
  local line; local -a found
  for line in "\${(@f)$(${name} __complete $1 2>/dev/null)}"; do found+=("\${line//:/\\\\:}"); done
  found=("\${(@)found//$'\\t'/:}")
  [[ -n "$found" ]] && _describe $1 found
}
_${name}_runs() { _${name}_asked runs; compadd latest latest~1; _files -g '*.json'; }
${commands.map((command) => commandFunction(name, command)).join('\n')}
if [ "$funcstack[1]" = "_${name}" ]; then _${name} "$@"; else compdef _${name} ${name}; fi
`;
}

const functionName = (name: string, path: readonly string[]): string =>
  ['', name, ...path].join('_').replaceAll('-', '_');

function commandFunction(name: string, { path, commands, flags, argument }: CommandWords): string {
  const specs = flags.map((flag) => `    ${quoted(flagSpec(flag))} \\`).join('\n');
  const own = functionName(name, path);
  if (commands.length === 0)
    return `${own}() {\n  _arguments \\\n${specs}\n    ${quoted(`*:value:${action(argument)}`)}\n}`;
  const children = commands
    .map((child) => `      ${quoted(`${child.name}:${escaped(child.description)}`)}`)
    .join('\n');
  const cases = commands
    .map((child) => `        ${child.name}) ${functionName(name, [...path, child.name])} ;;`)
    .join('\n');
  return `${own}() {
  local context state line
  typeset -A opt_args
  _arguments -C \\
${specs}
    '1: :->command' '*:: :->rest'
  case $state in
    command)
      local -a commands=(
${children}
      )
      _describe command commands
      ${argument.kind === 'anything' ? ':' : bare(argument)} ;;
    rest)
      case $line[1] in
${cases}
        *) _files ;;
      esac ;;
  esac
}`;
}

function flagSpec({ long, description, value }: FlagWords): string {
  const text = `${long}[${escaped(description)}]`;
  return value === null ? text : `${text}:value:${action(value)}`;
}

/** What `_arguments` does for a value. The blank keeps it from adding words of its own to the call. */
function action(value: Offered): string {
  switch (value.kind) {
    case 'anything':
      // Flags are still offered where a word begins with a dash.
      return '_guard "[^-]#" value';
    case 'words':
      return `(${value.words.join(' ')})`;
    default:
      return ` ${bare(value)}`;
  }
}

/** The same as a command of its own. */
function bare(value: Offered): string {
  switch (value.kind) {
    case 'anything':
      return ':';
    case 'words':
      return `compadd ${value.words.join(' ')}`;
    case 'files':
      return '_files';
    case 'folders':
      return '_files -/';
    case 'plans':
      return '_files -g "*.(yaml|yml)"';
    case 'agents':
      return '_kneepoint_asked agents';
    case 'runs':
      return value.files ? '_kneepoint_runs' : '_kneepoint_asked runs';
    default:
      return assertNever(value);
  }
}

/** Brackets and colons end a description. */
const escaped = (text: string): string => text.replace(/[[\]:\\]/g, '\\$&');
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
