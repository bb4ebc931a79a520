import { type Command, Option } from 'commander';
import type { AdjustableContext } from '../config/adjustable-context.ts';
import { messageLanguage } from '../words/message-language.ts';

const examples = `  $ kneepoint quickstart
  $ kneepoint bench http://127.0.0.1:8000
  $ kneepoint init
  $ kneepoint compare plan.yaml
  $ kneepoint --language ko bench http://127.0.0.1:8000 --users 1,8`;

const exits = `  0    ok
  1    internal error
  2    usage: flags, plan, config or files
  3    target unreachable or died
  4    thresholds not met, or a problem was found
  5    result invalid (the client was the bottleneck, or no data)
  130  interrupted; what was measured is on disk`;

const further = `The flags of a command: kneepoint COMMAND --help
Settings of your own:   kneepoint config --help
`;

/** The flags of the program itself; they stand before the command. */
export function addProgramFlags(program: Command, context: AdjustableContext): void {
  program
    .addOption(
      new Option('--language <code>', 'language of messages and screens: ko, en, zh (default: LANG)').choices(
        ['ko', 'en', 'zh'],
      ),
    )
    .option('--config <file>', 'settings from this file alone (default: see kneepoint config --help)')
    .option('--no-config', 'no settings from files')
    .option('--no-color', 'no colours, as with NO_COLOR set')
    .addOption(new Option('--no-colour').hideHelp())
    .on('option:language', (language: string) => {
      context.language = messageLanguage(language, {});
    })
    .on('option:no-color', () => withoutColours(program, context))
    .on('option:no-colour', () => withoutColours(program, context))
    .addHelpText('after', ({ command }) => {
      const { styleTitle } = command.createHelp();
      return `\n${styleTitle('Examples:')}\n${examples}\n\n${styleTitle('Exit codes:')}\n${exits}\n\n${further}`;
    });
}

/** Also for a help text, before any setting is read. */
function withoutColours(program: Command, context: AdjustableContext): void {
  program.setOptionValueWithSource('color', false, 'cli');
  context.environment = { ...context.environment, NO_COLOR: '1' };
}
