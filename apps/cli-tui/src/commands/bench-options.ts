import type { Command } from 'commander';
import { addBuildReportOptions } from './build-report-options.ts';
import { progressOption } from './progress-option.ts';
import { addTargetOptions } from './target-options.ts';

const collect = (text: string, earlier: readonly string[]): string[] => [...earlier, text];

/** The flags of `bench`, group by group, in the order in which a person decides them. */
export function addBenchOptions(command: Command): Command {
  addServerOptions(command);
  addUserOptions(command);
  addArrivalOptions(command);
  addMeasuringOptions(command);
  addRequestOptions(command);
  addPromptOptions(command);
  addClientOptions(command);
  addJudgingOptions(command);
  return addOutputOptions(command);
}

function addServerOptions(command: Command): void {
  addTargetOptions(command).option(
    '--clear-prefix-cache',
    "clear the server's prefix cache before each level, where it has a route",
  );
}

function addUserOptions(command: Command): void {
  command
    .optionsGroup('Load of users, each waiting for an answer before asking again:')
    .option('--users <list>', 'so many users; a level each (default: 1,4,16)')
    .option(
      '--think-time <pause>',
      'a pause before each next request: 2s, exponential:2s, uniform:1s-3s, normal:2s,500ms',
    );
}

function addArrivalOptions(command: Command): void {
  command
    .optionsGroup('Load of arrivals, whether or not answers come:')
    .option('--rate <list>', 'requests per second; a level each')
    .option(
      '--arrivals <kind>',
      'with --rate: constant, poisson or gamma (default: poisson); ramp, steps, trace and at-once have flags of their own',
    )
    .option(
      '--burstiness <number>',
      'of gamma arrivals: 1 is poisson, below 1 they bunch, above 1 they even out',
    )
    .option('--ramp <from:to:time[:curve]>', 'a rate that rises or falls: 1:20:30s, or 1:20:30s:exponential')
    .option('--steps <list>', 'one rate after the other: 2:10s,8:10s')
    .option('--at-once <count>', 'so many requests at the first instant')
    .option('--trace <file>', 'arrivals and lengths as they were recorded')
    .option('--trace-format <name>', 'mooncake, azure, burstgpt or timestamps (default: told by the file)')
    .option('--time-scale <number>', 'of the trace: 2 plays it twice as fast')
    .option('--trace-arrivals-only', 'only the instants of the trace; lengths come from the flags below')
    .option('--max-in-flight <count>', 'the cap on requests in flight (default: 20000)')
    .option('--at-cap <what>', 'drop arrivals at the cap, or send them late (default: drop)')
    .option('--no-early-stop', 'let a level whose queue only grows run to its end');
}

function addMeasuringOptions(command: Command): void {
  command
    .optionsGroup('What is measured:')
    .option('--duration <time>', 'time of a level (default: 10s; of a ramp, steps or a trace: all of it)')
    .option(
      '--requests <count>',
      'requests of a level instead of a time (no warm-up unless --warmup is given)',
    )
    .option(
      '--warmup <time|count|steady>',
      'first and not measured: 5s, 20 requests, steady, or steady:30s at most (default: one request per user; 1s with --rate)',
    )
    .option('--repeats <count>', 'run all levels so often', '1')
    .option('--seed <text>', 'makes prompts and arrivals repeatable (default: random)');
}

function addRequestOptions(command: Command): void {
  command
    .optionsGroup('Lengths, in tokens:')
    .option(
      '--input-tokens <length>',
      'of the prompts: 200, uniform:100-300, normal:200,50[,MIN-MAX], lognormal:200,0.5[,MIN-MAX], file:PATH, or natural for prompts as they come (default: 200)',
    )
    .option(
      '--output-tokens <length>',
      'of the answers, in the same forms; exact where the server can (default: 128)',
    )
    .option(
      '--tokenizer <path>',
      "folder or tokenizer.json of the model's tokenizer, for exact prompt lengths",
    );
}

function addPromptOptions(command: Command): void {
  command
    .optionsGroup('Prompts (generated, unless one of these says otherwise):')
    .option(
      '--language <code>',
      "ISO 639 code of the prompts' language; they are generated in en, ko and zh",
      'en',
    )
    .option('--prompt <text>', 'this prompt for every request')
    .option('--dataset <file>', 'prompts of a file: ShareGPT, messages or {prompt} lines, or text')
    .option(
      '--dataset-format <name>',
      'sharegpt, openai-jsonl, prompt-jsonl or text (default: told by the file)',
    )
    .option('--multi-turn', "hold the dataset's conversations, with the real answers in the history")
    .option('--skip-bad-lines', 'leave out what cannot be read of a dataset or trace, and count it')
    .option('--turns <count>', 'generated conversations of so many turns: 4, or uniform:2-6')
    .option('--follow-up-tokens <length>', 'of the questions after the first (default: 100)')
    .option(
      '--class <name:weight:input:output[:language]>',
      'a kind of request among several, as chat:3:200:100 (repeatable)',
      collect,
      [],
    )
    .option(
      '--shared-prefix <tokens[:groups[:share]]>',
      'a system prompt that requests share: 500, or 500:4:0.8',
    )
    .option('--salt <on|off>', 'off sends prompts without a salt, which caches may answer', 'on');
}

function addClientOptions(command: Command): void {
  command.optionsGroup('Client:').option('--workers <count|auto>', 'load worker threads, or auto', 'auto');
}

function addJudgingOptions(command: Command): void {
  command
    .optionsGroup('Judging:')
    .option(
      '--threshold <text>',
      "what must hold, for example 'ttft p95 < 500ms' (repeatable); else exit code 4",
      collect,
      [],
    )
    .option(
      '--slo <text>',
      "'ttft<500ms, tpot<50ms' counts the requests that keep it; 'ttft p95 < 500ms, errorRate < 1%' or a preset must hold",
    )
    .option('--abort-on-fail', 'end the run with the first level that does not hold');
}

function addOutputOptions(command: Command): Command {
  command
    .optionsGroup('Output:')
    .option('--output <file.json>', 'write the result file (must not exist yet); - prints the result instead')
    .option('--resume <file.json>', 'go on with an interrupted run: its finished levels are kept');
  return addBuildReportOptions(command)
    .option('--json', 'print the result as JSON instead of the table')
    .addOption(progressOption())
    .option('--quiet', 'no progress');
}
