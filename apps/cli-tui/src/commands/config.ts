import type { Command } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';
import type { ConfigInitFlags } from '../flags/config-flags.ts';
import { addHelpTexts, usualExits } from './help-texts.ts';

const about = `
Every flag can be set for good. What is typed beats the environment, the environment beats the plan of a comparison, the
plan beats the config, and the config beats the default. Flags of which one excludes the other set it aside: a config's
users do not stand in the way of a --rate that is typed. What belongs to one run alone (--output, --resume, --dry-run)
is only a flag.

The config: the file of --config, else of KNEEPOINT_CONFIG, and no other; without both, kneepoint.config.yaml of the
project (in the working folder or one above, up to the root of the repository or below the home directory), and beneath it
your own: $XDG_CONFIG_HOME/kneepoint/config.yaml, else ~/.config/kneepoint/config.yaml. A project's file cannot name
agents, variables of secrets, another history or certificates: those are for your own.

The environment: KNEEPOINT_BENCH_DURATION=30s for one command, KNEEPOINT_DURATION=30s for every one that has --duration.
KNEEPOINT_LANGUAGE is the language of messages, KNEEPOINT_STORE the history's file, NO_COLOR means no colours.

Units, in flags, plans, thresholds and configs alike: times 500ms, 30s, 2m, 1h30m (us, ms, s, m, h); sizes 4KiB, 512MiB,
16GiB (a k is 1,024 bytes); counts 200, 10k, 2M (thousands) or 4Ki (1,024).`;

const more = `A config; kneepoint config init writes one with every key in it:
  language: ko
  workers: 2
  report: { languages: [ko, en], format: [markdown, html] }
  bench: { duration: 30s, users: [1, 8, 32] }
  audit: { severity: error, caching: { rounds: 6 } }
  agents:
    - { name: gpu, url: "http://gpu-host:7321", tokenEnv: GPU_TOKEN }`;

const showAbout = `
Without a command: what all have in common, and every flag that something sets. With the words of a command, all of its
flags with their values, and for compare what its plan says; nothing is run. Flags of config show stand before them.`;

/** `kneepoint config`: the settings with where each comes from, the files, and a commented file to begin with. */
export function addConfigCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  const config = program
    .command('config')
    .description('the settings: which hold, where each comes from, and a file for your own')
    .usage('<show|path|init>');
  addHelpTexts(config, {
    about,
    examples: ['kneepoint config show', 'kneepoint config path', 'kneepoint config init'],
    more,
    exits: { 0: 'ok', ...usualExits },
  });
  addShow(config, program, { context, exit });
  addPath(config, program, { context, exit });
  addInit(config, { context, exit });
}

type Ends = { readonly context: CommandContext; readonly exit: ExitCodeHolder };

function addShow(config: Command, program: Command, { context, exit }: Ends): void {
  const show = config
    .command('show')
    .argument('[words...]', 'a command with its flags, as it would be run')
    .description('every setting with its value and where that comes from')
    .option('--json', 'as JSON')
    .option('--quiet', 'nothing but what is wrong')
    .passThroughOptions()
    .action(
      async (words: readonly string[], flags: { readonly json?: boolean; readonly quiet?: boolean }) => {
        const { showConfig } = await import('../run/config-show.ts');
        exit.code = await showConfig(words, flags, { program, context });
      },
    );
  addHelpTexts(show, {
    about: showAbout,
    examples: [
      'kneepoint config show',
      'kneepoint config show --json',
      'kneepoint config show bench http://127.0.0.1:8000 --users 4',
      'kneepoint config show compare plan.yaml',
    ],
    exits: { 0: 'ok', 1: 'internal error', 2: 'usage, or a config that is wrong' },
  });
}

function addPath(config: Command, program: Command, { context, exit }: Ends): void {
  const path = config
    .command('path')
    .description('the config files that hold, and where your own belongs')
    .option('--json', 'as JSON')
    .action(async (flags: { readonly json?: boolean }) => {
      const { showConfigPaths } = await import('../run/config-path.ts');
      exit.code = showConfigPaths(flags, { program, context });
    });
  addHelpTexts(path, {
    examples: ['kneepoint config path', 'kneepoint --config other.yaml config path --json'],
    exits: { 0: 'ok', ...usualExits },
  });
}

function addInit(config: Command, { context, exit }: Ends): void {
  const init = config
    .command('init')
    .description('write a commented config, in which nothing is set yet')
    .option('--project', 'for the project: kneepoint.config.yaml in this folder')
    .option('--output <file>', 'to this file instead; - is stdout')
    .option('--json', 'print where it is as JSON')
    .option('--quiet', 'print nothing but errors')
    .action(async (flags: ConfigInitFlags) => {
      const { writeConfig } = await import('../run/config-init.ts');
      exit.code = await writeConfig(flags, context);
    });
  addHelpTexts(init, {
    examples: [
      'kneepoint config init',
      'kneepoint config init --project',
      'kneepoint config init --output -',
    ],
    exits: { 0: 'written', 1: 'internal error', 2: 'usage, or the file is there already' },
  });
}
