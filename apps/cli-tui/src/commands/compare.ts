import { type Command, Option } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';
import type { CompareFlags } from '../flags/compare-flags.ts';
import { addBuildReportOptions } from './build-report-options.ts';
import { progressOption } from './progress-option.ts';

/** The plan that `kneepoint compare --help` shows. */
export const examplePlan = `version: 1
name: my-comparison
targets:
  - { name: vllm, engine: vllm, api: openai-chat, url: "http://127.0.0.1:8001" }
  - { name: sglang, engine: sglang, api: openai-chat, url: "http://127.0.0.1:8002" }
suites:
  - { kind: single-user, requests: 5, outputTokens: 500 }
  - { kind: concurrency, users: [5, 10, 20, 50], duration: 60s, inputTokens: 200, outputTokens: 128 }
  - { kind: languages, languages: [zh, ko, en], requests: 10, outputTokens: 256 }
  - { kind: rate, requestsPerSecond: [2, 4], duration: 60s, inputTokens: "normal:200,50", outputTokens: 128 }
repeats: 3
thresholds: ["target(vllm).ttft p95 < 500ms", "errorRate < 1%"]
report: { languages: [ko, en], format: [markdown, html] }
`;

const examples = `
Examples:
  $ kneepoint compare plan.yaml
  $ kneepoint compare plan.yaml --output out/monday
  $ kneepoint compare plan.yaml --resume out/monday/result.json
  $ kneepoint compare plan.yaml --junit report.xml --annotations github

  $ kneepoint compare plan.yaml --dry-run
  $ kneepoint compare plan.yaml --print docker-run
  $ kneepoint compare plan.yaml --agent http://gpu-host:7321 --token-env KNEEPOINT_TOKEN

A plan, for two servers that run already:
${examplePlan.replace(/^(?=.)/gm, '  ')}`;

/** `kneepoint compare PLAN`: the whole matrix over several targets, and the report. */
export function addCompareCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  const command = program
    .command('compare')
    .argument('<plan>', 'plan file (YAML)')
    .description('the whole matrix over two or more targets, running or deployed, and the report')
    .option('--output <folder>', 'folder for result and reports (default: out/NAME, numbered when it exists)')
    .option(
      '--resume <result.json>',
      'go on with an interrupted run of the plan, in the folder of its result',
    );
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
    .option('--agent <url>', 'deploy and measure on another host, where kneepoint agent listens')
    .option('--token-env <name>', "environment variable that holds that agent's token")
    .optionsGroup('Output:');
  addBuildReportOptions(command)
    .option('--json', 'print the result as JSON instead of the table')
    .addOption(progressOption())
    .option('--quiet', 'no progress')
    .addHelpText('after', examples)
    .action(async (plan: string, flags: CompareFlags) => {
      const { compare } = await import('../run/compare.ts');
      exit.code = await compare(plan, flags, context);
    });
}
