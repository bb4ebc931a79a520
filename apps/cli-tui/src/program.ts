import { Command } from 'commander';
import { type ExitCodeHolder, mayColour } from './command-context.ts';
import { addAgentCommand } from './commands/agent.ts';
import { addAuditCommand } from './commands/audit.ts';
import { addBenchCommand } from './commands/bench.ts';
import { addCalibrateCommand } from './commands/calibrate.ts';
import { addCapacityCommand } from './commands/capacity.ts';
import { addCompareCommand } from './commands/compare.ts';
import { addCompleteCommand } from './commands/complete.ts';
import { addCompletionCommand } from './commands/completion.ts';
import { addConfigCommand } from './commands/config.ts';
import { addDiffCommand } from './commands/diff.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { helpColumns, helpLook } from './commands/help-look.ts';
import { addHistoryCommand } from './commands/history.ts';
import { addImportCommand } from './commands/import.ts';
import { addInitCommand } from './commands/init.ts';
import { addJudgeCommand } from './commands/judge.ts';
import { addProgramFlags } from './commands/program-flags.ts';
import { addQuickstartCommand } from './commands/quickstart.ts';
import { addReportCommand } from './commands/report.ts';
import { addSimCommand } from './commands/sim.ts';
import { addTuiCommand } from './commands/tui.ts';
import type { AdjustableContext } from './config/adjustable-context.ts';
import { toolVersion } from './run/tool-version.ts';

/** The command line; every command is one file, and this list is where a new one is added. */
export function createProgram(context: AdjustableContext, exit: ExitCodeHolder): Command {
  const program = newProgram(context);
  program.commandsGroup('Measure:');
  addBenchCommand(program, context, exit);
  addCompareCommand(program, context, exit);
  addCapacityCommand(program, context, exit);
  program.commandsGroup('Read, judge and gate:');
  addReportCommand(program, context, exit);
  addDiffCommand(program, context, exit);
  addAuditCommand(program, context, exit);
  addHistoryCommand(program, context, exit);
  addTuiCommand(program, context, exit);
  addImportCommand(program, context, exit);
  addJudgeCommand(program, context, exit);
  program.commandsGroup('Begin:');
  addQuickstartCommand(program, context, exit);
  addInitCommand(program, context, exit);
  addDoctorCommand(program, context, exit);
  addCalibrateCommand(program, context, exit);
  program.commandsGroup('Servers and settings:');
  addAgentCommand(program, context, exit);
  addSimCommand(program, context, exit);
  addConfigCommand(program, context, exit);
  addCompletionCommand(program, context);
  addCompleteCommand(program, context);
  program.helpCommand('help [command]', 'the help of a command');
  return program;
}

/** The program with the flags that stand before a command. What environment and config say is read before one runs. */
function newProgram(context: AdjustableContext): Command {
  const program = new Command('kneepoint')
    .description('Measures LLM inference servers and says how far each number can be trusted.')
    .usage('[flags] <command> ...')
    .version(toolVersion(), '-V, --version', 'the version')
    .helpOption('-h, --help', 'this help; with a command, its flags and examples')
    .showSuggestionAfterError(true)
    .enablePositionalOptions()
    .configureHelp(helpLook(context))
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
      getOutHelpWidth: () => helpColumns(context),
      getOutHasColors: () => mayColour(context.stdout, context.environment),
      getErrHasColors: () => false,
      // Refusals are thrown and said once, in main.ts.
      outputError: () => {},
    });
  addProgramFlags(program, context);
  return program.hook('preAction', async (_, command) => {
    const { applySettings } = await import('./config/apply-settings.ts');
    await applySettings(program, command, context);
  });
}
