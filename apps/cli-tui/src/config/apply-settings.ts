import type { Command } from 'commander';
import { CommandLineProblem } from '../flags/command-line-problem.ts';
import { messageLanguage } from '../words/message-language.ts';
import type { AdjustableContext } from './adjustable-context.ts';
import { commonSettings } from './common-settings.ts';
import type { ConfigFile } from './config-file.ts';
import { type FlagSetting, flagSettings } from './flag-settings.ts';
import { isPlanKey } from './plan-values.ts';
import { readConfigFiles, searchOf } from './read-files.ts';
import { commandPath } from './settable-flag.ts';
import { sourceText } from './setting.ts';

/** Commands that work without the config, since they say what is wrong with it, or have nothing to do with it. */
const unaffected: readonly string[] = ['config', 'completion', '__complete', 'sim'];

/**
 * Gives a command what environment and config say, before it runs: flags that nobody typed, and the language, colours,
 * history and agents of the context. Throws a problem with the command line for a config that is wrong.
 */
export async function applySettings(
  program: Command,
  command: Command,
  context: AdjustableContext,
): Promise<void> {
  const [name = ''] = commandPath(command);
  if (unaffected.includes(name)) {
    applyCommon(program, context, name === '__complete' ? await rightFiles(program, context) : []);
    return;
  }
  const files = usableFiles(name, await readConfigFiles(searchOf(program, context), program), context);
  applyCommon(program, context, files);
  const { settings, problems } = flagSettings(command, { environment: context.environment, files, plan: [] });
  if (problems.length > 0)
    throw new CommandLineProblem(problems.join('\n'), 'correct the variable, or unset it');
  context.flagSources = applyFlags(command, settings);
}

/** The files with which nothing is wrong, and no word about the others. */
async function rightFiles(program: Command, context: AdjustableContext): Promise<readonly ConfigFile[]> {
  const files = await readConfigFiles(searchOf(program, context), program);
  return files.filter(({ problems }) => problems.length === 0);
}

/** The files, or a refusal of what is wrong with them; a doctor is asked exactly when something is wrong. */
function usableFiles(
  name: string,
  files: readonly ConfigFile[],
  { stderr }: AdjustableContext,
): readonly ConfigFile[] {
  const problems = files.flatMap((file) => file.problems);
  if (problems.length === 0) return files;
  if (name !== 'doctor')
    throw new CommandLineProblem(
      problems.join('\n'),
      'correct the config, or go without it: kneepoint --no-config ...',
    );
  stderr.write(`note: the config is wrong and not used:\n${problems.map((line) => `  ${line}\n`).join('')}`);
  return files.filter((file) => file.problems.length === 0);
}

function applyCommon(program: Command, context: AdjustableContext, files: readonly ConfigFile[]): void {
  const { environment, homeDirectory } = context;
  const flags = program.opts<{ language?: string; color?: boolean }>();
  const settings = commonSettings({ flags, environment, homeDirectory, files, usualStore: '' });
  const value = (name: string): string =>
    String(settings.find((setting) => setting.name === name)?.value ?? '');
  context.language = messageLanguage(value('language'), {});
  context.agents = files.flatMap(({ agents }) => agents);
  context.environment = {
    ...environment,
    ...(value('colour') === 'never' ? { NO_COLOR: '1' } : {}),
    ...(value('store') === '' ? {} : { KNEEPOINT_STORE: value('store') }),
  };
}

/** Sets what nobody typed; what a plan stands above goes to the command apart. Returns where each value comes from. */
function applyFlags(command: Command, settings: readonly FlagSetting[]): ReadonlyMap<string, string> {
  const given = settings.filter(({ source }) => source.kind === 'environment' || source.kind === 'config');
  const isBeneathPlan = ({ flag, source }: FlagSetting): boolean =>
    source.kind === 'config' && command.name() === 'compare' && isPlanKey(flag.key);
  for (const { flag, value, source } of given.filter((setting) => !isBeneathPlan(setting)))
    command.setOptionValueWithSource(flag.key, value, source.kind === 'config' ? 'config' : 'env');
  const beneath = given.filter(isBeneathPlan).map(({ flag, value }) => [flag.key, String(value)]);
  if (beneath.length > 0)
    command.setOptionValueWithSource('beneathPlan', Object.fromEntries(beneath), 'config');
  return new Map(given.map(({ flag, source }) => [flag.long, sourceText(source)]));
}
