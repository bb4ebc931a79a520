import { Command, type Option } from 'commander';
import type { CommandContext, ExitCodeHolder } from './command-context.ts';
import { addAgentCommand } from './commands/agent.ts';
import { addAuditCommand } from './commands/audit.ts';
import { addBenchCommand } from './commands/bench.ts';
import { addCalibrateCommand } from './commands/calibrate.ts';
import { addCapacityCommand } from './commands/capacity.ts';
import { addCompareCommand } from './commands/compare.ts';
import { addCompletionCommand } from './commands/completion.ts';
import { addDiffCommand } from './commands/diff.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addHistoryCommand } from './commands/history.ts';
import { addImportCommand } from './commands/import.ts';
import { addInitCommand } from './commands/init.ts';
import { addJudgeCommand } from './commands/judge.ts';
import { addQuickstartCommand } from './commands/quickstart.ts';
import { addReportCommand } from './commands/report.ts';
import { addSimCommand } from './commands/sim.ts';
import { toolVersion } from './run/tool-version.ts';

/** The command line; every command is one file, and this list is where a new one is added. */
export function createProgram(context: CommandContext, exit: ExitCodeHolder): Command {
  const program = new Command('kneepoint')
    .description('Measures LLM inference servers and says how far each number can be trusted.')
    .version(toolVersion())
    .showSuggestionAfterError(true)
    .enablePositionalOptions()
    .configureHelp({ optionDescription })
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
      // Refusals are thrown and said once, in main.ts.
      outputError: () => {},
    });
  addBenchCommand(program, context, exit);
  addCompareCommand(program, context, exit);
  addCapacityCommand(program, context, exit);
  addCalibrateCommand(program, context, exit);
  addAuditCommand(program, context, exit);
  addDoctorCommand(program, context, exit);
  addAgentCommand(program, context, exit);
  addQuickstartCommand(program, context, exit);
  addInitCommand(program, context, exit);
  addReportCommand(program, context, exit);
  addImportCommand(program, context, exit);
  addJudgeCommand(program, context, exit);
  addDiffCommand(program, context, exit);
  addHistoryCommand(program, context, exit);
  addSimCommand(program, context, exit);
  addCompletionCommand(program, context);
  return program;
}

/** The description with its default as a person would type it. */
function optionDescription({ description, defaultValue }: Option): string {
  const isPlain = typeof defaultValue === 'string' || typeof defaultValue === 'number';
  return isPlain ? `${description} (default: ${defaultValue})` : description;
}
