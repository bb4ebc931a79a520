import type { CommandWords, FlagWords } from './command-words.ts';

/** A script for zsh: a function a command, which offers its commands with their descriptions, then its flags and files. */
export function zshCompletion(name: string, commands: readonly CommandWords[]): string {
  return `#compdef ${name}
# Completion of ${name} for zsh: ${name} completion zsh > "\${fpath[1]}/_${name}"
${commands.map((command) => commandFunction(name, command)).join('\n')}
if [ "$funcstack[1]" = "_${name}" ]; then _${name} "$@"; else compdef _${name} ${name}; fi
`;
}

const functionName = (name: string, path: readonly string[]): string =>
  ['', name, ...path].join('_').replaceAll('-', '_');

function commandFunction(name: string, { path, commands, flags, values }: CommandWords): string {
  const specs = flags.map((flag) => `    ${quoted(flagSpec(flag))} \\`).join('\n');
  const own = functionName(name, path);
  if (commands.length === 0) {
    const rest = values.length > 0 ? `*:value:(${values.join(' ')})` : '*:file:_files';
    return `${own}() {\n  _arguments \\\n${specs}\n    ${quoted(rest)}\n}`;
  }
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
      _files ;;
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
  switch (value.kind) {
    case 'none':
      return text;
    case 'any':
      return `${text}:value:_files`;
    case 'choices':
      return `${text}:value:(${value.choices.join(' ')})`;
  }
}

/** Brackets and colons end a description. */
const escaped = (text: string): string => text.replace(/[[\]:\\]/g, '\\$&');
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
