import { type Command, Option } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';
import type { InitFlags } from '../flags/init-flags.ts';
import { addHelpTexts, type HelpTexts } from './help-texts.ts';

const texts: HelpTexts = {
  about: `Looks for inference servers on this host's usual ports and on those that running containers publish, asks what to
measure, and writes a plan with a remark on everything that can be changed. Nothing is measured before you say so.`,
  examples: [
    'kneepoint init',
    'kneepoint init --url http://127.0.0.1:8001 --url http://127.0.0.1:8002 --yes',
    'kneepoint init --yes --thoroughness quick --run',
    'kneepoint init --thoroughness thorough --output plans/monday.yaml',
  ],
  exits: {
    0: 'written (with --run: the comparison ended well)',
    1: 'internal error',
    2: 'usage, or the plan is there already',
    3: 'no server was found, or the one that was named does not answer',
  },
};

/** `kneepoint init`: a plan for the servers that run here, from a few questions. */
export function addInitCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  const command = program
    .command('init')
    .description('find the servers that run here, ask a few questions, and write a plan')
    .option(
      '--url <url>',
      'a server, also one elsewhere; may be given several times (default: those that are found)',
      (url: string, urls: readonly string[]) => [...urls, url],
      [] as readonly string[],
    )
    .addOption(
      new Option('--thoroughness <how>', 'how long it may take (default: asked)').choices([
        'quick',
        'usual',
        'thorough',
      ]),
    )
    .option('--language <list>', 'languages of the report: ko, en, zh (default: asked)')
    .option('--name <text>', 'name of the plan (default: asked)')
    .option('--output <plan.yaml>', 'where the plan goes (must not exist yet)', 'plan.yaml')
    .option('--yes', 'ask nothing, and take what is usual')
    .option('--run', 'go on to the comparison at once')
    .option('--json', 'print where the plan is as JSON')
    .option('--quiet', 'print nothing but errors and the next command')
    .action(async (flags: InitFlags) => {
      const { init } = await import('../run/init.ts');
      exit.code = await init(flags, flags.quiet === true ? withoutRemarks(context) : context);
    });
  addHelpTexts(command, texts);
}

/** What is asked of a person, and what is told beside the answer, stays out of stderr; errors are told by main.ts. */
const withoutRemarks = (context: CommandContext): CommandContext => ({
  ...context,
  stderr: { write: () => true },
});
