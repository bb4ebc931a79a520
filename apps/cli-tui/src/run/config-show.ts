import { exitCodes, usageError } from '@kneepoint/core';
import { cleanLine } from '@kneepoint/report';
import { defaultStorePath } from '@kneepoint/results-store';
import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { commonSettings } from '../config/common-settings.ts';
import type { ConfigFile } from '../config/config-file.ts';
import { type FlagSetting, type FlagSettings, flagSettings } from '../config/flag-settings.ts';
import { readConfigFiles, searchOf } from '../config/read-files.ts';
import { readPlanValues } from '../config/read-plan-values.ts';
import { commandPath } from '../config/settable-flag.ts';
import { type Setting, sourceText } from '../config/setting.ts';
import { unknownVariables } from '../config/unknown-variables.ts';
import { alignedColumns } from './aligned-columns.ts';

/** What `config show` may look at. */
export type ShownProgram = { readonly program: Command; readonly context: CommandContext };

type Shown = {
  readonly files: readonly ConfigFile[];
  readonly settings: readonly Setting[];
  readonly problems: readonly string[];
};

/** Prints the settings, of all commands or of the one whose words are given; exit code 2 where the config is wrong. */
export async function showConfig(
  words: readonly string[],
  flags: { readonly json?: boolean; readonly quiet?: boolean },
  { program, context }: ShownProgram,
): Promise<number> {
  const files = await readConfigFiles(searchOf(program, context), program);
  const common = commonSettings({
    flags: program.opts(),
    environment: context.environment,
    homeDirectory: context.homeDirectory,
    files,
    usualStore: defaultStorePath({ ...context.environment, KNEEPOINT_STORE: '' }, context.homeDirectory),
  });
  const own =
    words.length === 0
      ? settingsOfAll(program, files, context)
      : settingsOf(words, program, { files, context });
  const shown: Shown = {
    files,
    settings: [...common, ...agentSettings(files), ...own.settings],
    problems: [...files.flatMap(({ problems }) => problems), ...own.problems],
  };
  if (flags.json === true) context.stdout.write(`${JSON.stringify(shownJson(shown), null, 2)}\n`);
  else if (flags.quiet !== true)
    context.stdout.write(shownText(shown, unknownVariables(program, context.environment)));
  if (shown.problems.length === 0) return exitCodes.ok;
  if (flags.json !== true)
    context.stderr.write(
      `kneepoint: something is wrong with the config\n${shown.problems.map((line) => `  ${line}\n`).join('')}`,
    );
  return exitCodes.usage;
}

type Own = { readonly settings: readonly Setting[]; readonly problems: readonly string[] };

/** Every flag of every command that something sets. */
function settingsOfAll(program: Command, files: readonly ConfigFile[], { environment }: CommandContext): Own {
  const all = allCommands(program).map((command) => ({
    command,
    found: flagSettings(command, { environment, files, plan: [] }),
  }));
  return {
    problems: [...new Set(all.flatMap(({ found }) => found.problems))],
    settings: all.flatMap(({ command, found }) =>
      named(command, found).filter(({ source }) => source.kind !== 'default'),
    ),
  };
}

const allCommands = (command: Command): readonly Command[] =>
  command.commands.flatMap((child) => [child, ...allCommands(child)]);

/** Every flag of the command that the words choose, as it would be run. */
function settingsOf(
  words: readonly string[],
  program: Command,
  { files, context }: { readonly files: readonly ConfigFile[]; readonly context: CommandContext },
): Own {
  const { command, rest } = chosenCommand(program, words);
  const { operands, unknown } = command.parseOptions([...rest]);
  if (unknown.length > 0)
    throw usageError(
      'flag-unknown',
      `unknown option '${unknown[0]}' of kneepoint ${commandPath(command).join(' ')}`,
      `all flags: kneepoint ${commandPath(command).join(' ')} --help`,
    );
  const [planPath] = command.name() === 'compare' ? operands : [];
  const plan = planPath === undefined ? [] : readPlanValues(planPath);
  const found = flagSettings(command, { environment: context.environment, files, plan });
  return { settings: named(command, found), problems: found.problems };
}

function chosenCommand(
  program: Command,
  words: readonly string[],
): { readonly command: Command; readonly rest: readonly string[] } {
  const [first = '', ...rest] = words;
  const command = program.commands.find((one) => one.name() === first);
  if (command === undefined)
    throw usageError(
      'command-unknown',
      `kneepoint has no command '${first}'`,
      'all commands: kneepoint --help',
    );
  const below = command.commands.find((one) => one.name() === rest[0]);
  return below === undefined ? { command, rest } : { command: below, rest: rest.slice(1) };
}

const named = (command: Command, { settings }: FlagSettings): readonly Setting[] =>
  settings.map(({ flag, value, source }: FlagSetting) => ({
    name: [...commandPath(command), flag.key].join('.'),
    value,
    source,
  }));

function agentSettings(files: readonly ConfigFile[]): readonly Setting[] {
  return files.flatMap(({ path, agents, entries }) => {
    const line = entries.find(({ keys }) => keys[0] === 'agents')?.line ?? 1;
    return agents.map(
      (agent): Setting => ({
        name: `agents.${agent.name}`,
        value: agent.tokenEnv === null ? agent.url : `${agent.url} (token in ${agent.tokenEnv})`,
        source: { kind: 'config', path, line },
      }),
    );
  });
}

const shownJson = ({ files, settings, problems }: Shown) => ({
  files: files.map(({ kind, path, problems: own }) => ({ kind, path, problems: own })),
  settings: settings.map(({ name, value, source }) => ({ name, value, source, from: sourceText(source) })),
  problems,
});

function shownText({ files, settings }: Shown, strangers: readonly string[]): string {
  const read = files.map(
    ({ kind, path, problems }) => `  ${path} (${kindText[kind]}${problems.length === 0 ? '' : ', wrong'})\n`,
  );
  const rows = settings.map(({ name, value, source }) => [name, shownValue(value), sourceText(source)]);
  return `Files, the strongest first:\n${read.length === 0 ? '  none; kneepoint config init writes one\n' : read.join('')}\n${alignedColumns([['setting', 'value', 'from'], ...rows])}${strangers.length === 0 ? '' : `\n${strangers.map((line) => `note: ${line}\n`).join('')}`}`;
}

const kindText = { named: 'named', project: "the project's", user: 'your own' } as const;

/** Unknown is a dash; a text is on one line, whatever is in it. */
const shownValue = (value: unknown): string =>
  value === null || value === undefined
    ? '-'
    : cleanLine(Array.isArray(value) ? value.join(', ') : String(value));
