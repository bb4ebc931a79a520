import type { Command } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';
import type { BenchFlags } from '../flags/bench-flags.ts';

const examples = `
Examples:
  $ kneepoint bench http://127.0.0.1:8000
  $ kneepoint bench http://127.0.0.1:8000 --users 1,5,10,50 --duration 30s --output result.json
  $ kneepoint bench http://127.0.0.1:30000 --api sglang-generate --users 8 --requests 200
  $ kneepoint bench https://llm.example.com --model my-model --api-key-env LLM_KEY --rate 2,4,8

Exit codes: 0 ok, 1 internal error, 2 usage, 3 target unreachable or died, 5 result invalid, 130 interrupted.
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
      'openai-chat, openai-completions or sglang-generate (default: the server is asked)',
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
    .option('--timeout <time>', 'longest time for one request', '120s')
    .optionsGroup('Load:')
    .option(
      '--users <list>',
      'closed loop: so many users, each waiting for an answer before asking again; a level each (default: 1,4,16)',
    )
    .option('--rate <list>', 'open loop: requests per second, whether or not answers come; a level each')
    .option('--arrivals <kind>', 'constant or poisson, with --rate', 'poisson')
    .option('--duration <time>', 'measured time of a level (default: 10s)')
    .option(
      '--requests <count>',
      'requests of a level instead of a time (no warm-up unless --warmup is given)',
    )
    .option(
      '--warmup <time|count>',
      'sent first and not measured: a time (5s) or a number of requests (default: one per user; 1s with --rate)',
    )
    .optionsGroup('Prompts and answers:')
    .option('--input-tokens <count>', 'length of the prompts', '200')
    .option('--output-tokens <count>', 'length of the answers, exact where the server can', '128')
    .option('--language <code>', 'language of the prompts: en, ko or zh', 'en')
    .option('--prompt <text>', 'this prompt for every request (salted) instead of generated ones')
    .option(
      '--tokenizer <path>',
      "folder or tokenizer.json of the model's tokenizer, for exact prompt lengths",
    )
    .option('--seed <text>', 'makes prompts and arrivals repeatable (default: random)')
    .optionsGroup('Output:')
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
