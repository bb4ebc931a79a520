import type { Command } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';
import type { AuditCachingFlags } from '../flags/audit-caching-flags.ts';
import type { AuditFileFlags } from '../flags/audit-file-flags.ts';
import { withStdout } from '../flags/output-flags.ts';
import { addHelpTexts, type HelpTexts, usualExits } from './help-texts.ts';
import { progressOption } from './progress-option.ts';
import { addTargetOptions } from './target-options.ts';

const cachingTexts: HelpTexts = {
  about: `Sends prompts that are all different and one prompt again and again, as long and as many, in turns. A server that
answers the repeated one more than a tenth faster keeps prompts (first token sooner) or whole answers (later tokens sooner
too).`,
  examples: [
    'kneepoint audit caching http://127.0.0.1:8000',
    'kneepoint audit caching http://127.0.0.1:30000 --input-tokens 3000 --rounds 6',
    'kneepoint audit caching https://llm.example.com --model my-model --api-key-env LLM_KEY --json',
  ],
  exits: {
    0: 'audited, whatever the verdict',
    ...usualExits,
    3: 'target unreachable or died',
    5: 'nothing usable was measured',
    130: 'interrupted',
  },
};

const fileTexts: HelpTexts = {
  about: `Reads a result of Kneepoint, of another tool, or a document with tables (with a mapping that says what they are),
and holds it against itself, physics, statistics and a fair comparison. Nothing is measured. Every rule, with why it
matters and its source: the reference page about the audit.`,
  examples: [
    'kneepoint audit result.json',
    'kneepoint audit vllm-bench.json --severity error',
    'kneepoint audit report.md --mapping mapping.yaml --language ko',
    'kneepoint audit result.json --json',
  ],
  exits: {
    0: 'nothing at or above --severity',
    1: 'internal error',
    2: 'usage, or a file that cannot be read',
    4: 'something is; so by default errors or warnings (notes do not fail)',
  },
};

/**
 * `kneepoint audit`: checks that are no benchmark. A file is held against itself; `caching URL` finds out whether a server
 * answers from a cache.
 */
export function addAuditCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  const audit = program
    .command('audit')
    .argument('<file>', "a result file, another tool's result, or a document with tables")
    .description('what in a result contradicts itself, physics or statistics; or whether a server caches')
    .option('--language <code>', 'language of the findings: en, ko or zh (default: that of messages)')
    .option('--severity <level>', 'the least that makes the exit code 4: error, warning or note', 'warning')
    .option('--mapping <file>', 'what the tables of a document are, in YAML, as for import')
    .option('--users <count>', "users in flight, for another tool's file that does not say it")
    .option('--json', 'print the findings as JSON')
    .option('--quiet', 'only the sentences and their count')
    .action(async (file: string, flags: AuditFileFlags) => {
      const { auditFile } = await import('../run/audit-file.ts');
      exit.code = await auditFile(file, flags, context);
    });
  addHelpTexts(audit, fileTexts);
  addAuditCaching(audit, context, exit);
}

function addAuditCaching(audit: Command, context: CommandContext, exit: ExitCodeHolder): void {
  const command = audit
    .command('caching')
    .argument('<url>', 'address of the server, for example http://127.0.0.1:8000')
    .description('whether a server answers a prompt that it has seen faster than a new one');
  addTargetOptions(command)
    .optionsGroup('Prompts and answers:')
    .option('--input-tokens <count>', 'length of the prompts (default: 1500)')
    .option('--output-tokens <count>', 'length of the answers (default: 32)')
    .option('--language <code>', 'language of the prompts: en, ko or zh', 'en')
    .option('--seed <text>', 'makes the distinct prompts repeatable but for their salts (default: random)')
    .optionsGroup('Load:')
    .option('--rounds <count>', 'rounds, each with both kinds of prompts (default: 4)')
    .option('--requests <count>', 'measured requests of each kind in a round (default: 10)')
    .option('--users <count>', 'users at once, each waiting for an answer before asking again (default: 1)')
    .optionsGroup('Output:')
    .option(
      '--output <file.json>',
      'write the result file of all stages (must not exist yet); - prints the result instead',
    )
    .option('--json', 'print the verdict as JSON')
    .addOption(progressOption())
    .option('--quiet', 'no progress')
    .action(async (url: string, flags: AuditCachingFlags) => {
      const { auditCaching } = await import('../run/audit.ts');
      exit.code = await auditCaching(url, withStdout(flags), context);
    });
  addHelpTexts(command, cachingTexts);
}
