import { type Command, Option } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';
import type { CompareFlags } from '../flags/compare-flags.ts';
import { withStdout } from '../flags/output-flags.ts';
import { addBuildReportOptions } from './build-report-options.ts';
import { addHelpTexts, type HelpTexts } from './help-texts.ts';
import { progressOption } from './progress-option.ts';

/** The plan that `kneepoint compare --help` shows. */
export const examplePlan = `version: 1
name: my-comparison
targets:
  - { name: vllm, engine: vllm, url: "http://127.0.0.1:8001" }
  - { name: sglang, engine: sglang, url: "http://127.0.0.1:8002" }
suites:
  - { kind: single-user, requests: 5, outputTokens: 500 }
  - kind: concurrency
    users: [5, 10, 20, 50]
    duration: 60s
    inputTokens: 200
    outputTokens: 128
  - { kind: languages, languages: [zh, ko], requests: 10, outputTokens: 256 }
  - kind: rate
    requestsPerSecond: [2, 4]
    duration: 60s
    inputTokens: "normal:200,50"
    outputTokens: 128
repeats: 3
thresholds: ["target(vllm).ttft p95 < 500ms", "errorRate < 1%"]
report: { languages: [ko, en], format: [markdown, html] }
`;

const texts: HelpTexts = {
  about: `A plan says which servers get which load, how often and in which order; kneepoint init writes one. What is typed
here stands above the plan, and the plan above the config. On a terminal the run is shown live; ? tells the keys.`,
  examples: [
    'kneepoint compare plan.yaml',
    'kneepoint compare plan.yaml --output out/monday',
    'kneepoint compare plan.yaml --repeats 1 --language ko,en',
    'kneepoint compare plan.yaml --resume out/monday/result.json',
    'kneepoint compare plan.yaml --junit report.xml --annotations github',
    'kneepoint compare plan.yaml --output - | jq .analysis',
    'kneepoint compare plan.yaml --dry-run',
    'kneepoint compare plan.yaml --print docker-run',
    'kneepoint compare plan.yaml --agent gpu   # an agent of the config',
    'kneepoint compare plan.yaml --agent http://gpu-host:7321 --detach',
  ],
  more: `A plan, for two servers that run already:\n${examplePlan.replace(/^(?=.)/gm, '  ')}`,
  exits: {
    0: 'ok',
    1: 'internal error',
    2: 'usage, or the plan is invalid',
    3: 'target unreachable or died',
    4: 'thresholds not met',
    5: 'result invalid: the client was the bottleneck, or no data',
    130: 'interrupted; finished stages are in the result',
  },
};

/** `kneepoint compare PLAN`: the whole matrix over several targets, and the report. */
export function addCompareCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  const command = program
    .command('compare')
    .argument('<plan>', 'plan file (YAML)')
    .description('the whole matrix over two or more targets, running or deployed, and the report')
    .optionsGroup('Instead of what the plan says:')
    .option('--repeats <count>', 'run everything so often')
    .option('--workers <count|auto>', 'load worker threads, or auto')
    .option('--timeout <time>', 'longest time for one request')
    .option('--seed <text>', 'makes prompts and arrivals repeatable')
    .option('--language <list>', 'languages of the reports: ko, en, zh')
    .option('--format <list>', 'formats of the reports: markdown, html');
  command
    .optionsGroup('Deployments:')
    .option('--dry-run', 'say what would happen, in order, and measure nothing')
    .addOption(
      new Option('--print <form>', 'print the deployments for a person to start by hand').choices([
        'docker-run',
        'compose',
      ]),
    )
    .addOption(
      new Option(
        '--servers <how>',
        'whether deployed servers run at the same time, or share a GPU in turn (default: in turn)',
      ).choices(['auto', 'together', 'one-by-one']),
    )
    .option('--keep', 'leave the servers of the last turn running')
    .option(
      '--agent <url|name>',
      'deploy and measure on another host, where kneepoint agent listens; a name is one of the config',
    )
    .option('--token-env <name>', "environment variable that holds that agent's token")
    .option('--detach', 'leave the plan with that agent and do not wait; kneepoint tui finds it again')
    .optionsGroup('Output:')
    .option(
      '--output <folder>',
      'folder for result and reports (default: out/NAME, numbered when it exists); - prints the result as --json does',
    )
    .option(
      '--resume <result.json>',
      'go on with an interrupted run of the plan, in the folder of its result',
    );
  addBuildReportOptions(command)
    .option('--json', 'print the result as JSON instead of the table')
    .addOption(progressOption())
    .option('--quiet', 'no progress')
    .action(async (plan: string, flags: CompareFlags) => {
      const { compare } = await import('../run/compare.ts');
      const { withNamedAgent } = await import('../config/named-agent.ts');
      exit.code = await compare(plan, withNamedAgent(withStdout(flags), context), context);
    });
  addHelpTexts(command, texts);
}
