import type { Command } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';
import type { DoctorFlags } from '../flags/doctor-flags.ts';
import { addHelpTexts, type HelpTexts } from './help-texts.ts';
import { addTargetOptions } from './target-options.ts';

const texts: HelpTexts = {
  about: `Looks at this host, and at a running server (URL) or at what a plan would start (PLAN). It starts and changes
nothing; a running server gets a few requests of a few tokens. What cannot be looked at, such as a GPU where there is
none, is skipped and no problem. Everything that is found is a known problem, with its cause, what helps, and who says so.`,
  examples: [
    'kneepoint doctor',
    'kneepoint doctor http://127.0.0.1:8000',
    'kneepoint doctor plan.yaml --strict',
    `kneepoint doctor plan.yaml --json | jq '.checks[] | select(.outcome == "problem") | .problem.id'`,
  ],
  exits: {
    0: 'nothing is wrong (advice may have been given)',
    1: 'internal error',
    2: 'usage, or the plan is invalid',
    3: 'nothing answers at the URL',
    4: 'a problem was found that stops or falsifies a measurement; with --strict advice counts, too',
  },
};

/** `kneepoint doctor [URL|PLAN]`: what on this host, in a server or a plan is known to break, with cause and fix. */
export function addDoctorCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  const command = program
    .command('doctor')
    .argument('[url-or-plan]', 'address of a running server, or a plan file (default: this host alone)')
    .description('what on this host, in a running server or a plan is known to break, with cause and fix');
  addTargetOptions(command)
    .optionsGroup('Output:')
    .option('--strict', 'exit with 4 for advice, too')
    .option('--json', 'print what was found as JSON')
    .option('--quiet', 'print nothing but problems')
    .action(async (subject: string | undefined, flags: DoctorFlags) => {
      const { doctor } = await import('../run/doctor.ts');
      exit.code = await doctor(subject ?? null, flags, context);
    });
  addHelpTexts(command, texts);
}
