import type { Command } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';
import type { BenchFlags } from '../flags/bench-flags.ts';

const examples = `
Examples:
  $ kneepoint bench http://127.0.0.1:8000
  $ kneepoint bench http://127.0.0.1:8000 --users 1,5,10,50 --duration 30s --output result.json
  $ kneepoint bench http://127.0.0.1:30000 --api sglang-generate --users 8 --requests 200
  $ kneepoint bench https://llm.example.com --model my-model --api-key-env LLM_KEY --rate 2,4,8

Exit codes: 0 ok, 1 internal error, 2 usage, 3 target unreachable or died, 4 thresholds not met, 5 result invalid, 130 interrupted.
`;

/** `kneepoint bench URL`: numbers for one running server. */
export function addBenchCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  program
    .command('bench')
    .argument('<url>', 'address of the server, for example http://127.0.0.1:8000')
    .description('numbers for one running server, in a minute')
    .optionsGroup('Server:')
    .option(
      '--api <name>',
      'wire format: openai-chat, openai-completions, openai-responses, sglang-generate, llama-cpp, tgi, ollama-chat or ollama-generate (default: the server is asked)',
    )
    .option('--model <name>', 'model to ask for (default: the first one that the server lists)')
    .option('--api-key-env <name>', 'environment variable that holds the API key')
    .option(
      '--header <text>',
      "added to every request, for example 'x-team: search' (repeatable)",
      collect,
      [],
    )
    .option('--body <json>', "merged into every request's body, for example '{\"temperature\":0}'")
    .option('--ca <file>', 'PEM certificates that an https server is checked against')
    .option('--insecure', 'take any certificate of an https server')
    .option('--timeout <time>', 'longest time for one request', '120s')
    .optionsGroup('Load:')
    .option(
      '--users <list>',
      'closed loop: so many users, each waiting for an answer before asking again; a level each (default: 1,4,16)',
    )
    .option('--rate <list>', 'open loop: requests per second, whether or not answers come; a level each')
    .option('--arrivals <kind>', 'constant, poisson or gamma, with --rate', 'poisson')
    .option('--burstiness <number>', 'with --arrivals gamma: 1 is poisson, below 1 arrivals bunch')
    .option(
      '--ramp <from:to:time>',
      'open loop: a rate that rises or falls, as 1:20:30s or 1:20:30s:exponential',
    )
    .option('--steps <list>', 'open loop: one rate after the other, as 2:10s,8:10s')
    .option('--trace <file>', 'open loop: recorded arrivals (and lengths)')
    .option('--trace-format <name>', 'mooncake, azure, burstgpt or timestamps (default: told by the file)')
    .option('--time-scale <number>', 'with --trace: 2 plays it twice as fast')
    .option('--at-once <count>', 'so many requests at one instant')
    .option('--think-time <time>', 'with --users: a pause before each next request, as 2s or exponential:2s')
    .option(
      '--max-in-flight <count>',
      'open loop: at so many requests in flight arrivals are dropped',
      '20000',
    )
    .option('--at-cap <what>', 'drop arrivals at that cap, or send them late', 'drop')
    .option('--workers <count>', 'load worker threads, or auto', 'auto')
    .option('--repeats <count>', 'run every level so often', '1')
    .option('--duration <time>', 'measured time of a level (default: 10s)')
    .option(
      '--requests <count>',
      'requests of a level instead of a time (no warm-up unless --warmup is given)',
    )
    .option(
      '--warmup <time|count|steady>',
      'sent first and not measured: a time (5s), a number of requests, or until steady (default: one per user; 1s with --rate)',
    )
    .optionsGroup('Prompts and answers:')
    .option(
      '--input-tokens <length>',
      'length of the prompts: 200, uniform:100-300, normal:200,50, lognormal:200,0.5, file:PATH (default: 200)',
    )
    .option('--output-tokens <length>', 'length of the answers, exact where the server can (default: 128)')
    .option('--dataset <file>', 'prompts of a file: ShareGPT, messages or {prompt} lines, or text')
    .option(
      '--dataset-format <name>',
      'sharegpt, openai-jsonl, prompt-jsonl or text (default: told by the file)',
    )
    .option('--multi-turn', 'with --dataset: hold its conversations, with the real answers in the history')
    .option('--skip-bad-lines', 'leave out lines of a file that cannot be read, and count them')
    .option('--shared-prefix <tokens[:groups[:share]]>', 'a prefix that requests share, as 500:4')
    .option('--turns <count>', 'generated conversations of so many turns, with --users')
    .option('--follow-up-tokens <length>', 'with --turns: length of the later questions (default: 50)')
    .option('--class <name:weight:input:output>', 'a class of requests (repeatable)', collect, [])
    .option('--salt <on|off>', 'off sends equal prompts, which caches may answer', 'on')
    .option('--clear-prefix-cache', "clear the server's prefix cache between levels, where it has a route")
    .option('--language <code>', 'language of the prompts: en, ko or zh', 'en')
    .option('--prompt <text>', 'this prompt for every request (salted) instead of generated ones')
    .option(
      '--tokenizer <path>',
      "folder or tokenizer.json of the model's tokenizer, for exact prompt lengths",
    )
    .option('--seed <text>', 'makes prompts and arrivals repeatable (default: random)')
    .optionsGroup('Judging:')
    .option(
      '--threshold <text>',
      "what must hold, for example 'ttft p95 < 500ms' (repeatable); else exit code 4",
      collect,
      [],
    )
    .option('--slo <text>', "several at once: 'ttft p95 < 500ms, tokenGap p99 < 50ms', or a preset's name")
    .option('--abort-on-fail', 'end the run with the first level that does not hold')
    .option('--no-early-stop', 'let a level whose queue only grows run to its end')
    .optionsGroup('Output:')
    .option('--resume <file.json>', 'go on with an interrupted run: its finished levels are kept')
    .option('--output <file.json>', 'write the result file (must not exist yet)')
    .option('--json', 'print the result as JSON instead of the table')
    .option('--quiet', 'no progress')
    .addHelpText('after', examples)
    .action(async (url: string, flags: BenchFlags) => {
      const { bench } = await import('../run/bench.ts');
      exit.code = await bench(url, flags, context);
    });
}

const collect = (text: string, earlier: readonly string[]): string[] => [...earlier, text];
