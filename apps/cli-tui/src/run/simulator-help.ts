import { faultForms, profiles } from '@kneepoint/sim-server';
import { wrapWords } from '../screen/wrap-words.ts';

const options: readonly (readonly [flag: string, meaning: string])[] = [
  ['--profile <name>', `${Object.keys(profiles).join(', ')} (default: ideal)`],
  ['--port <number>', 'port on 127.0.0.1 (default: a free one, which is printed)'],
  ['--seed <number>', 'makes the texts repeatable'],
  ['--fault <list>', 'what goes wrong on purpose, see below'],
  ['--engine <name>', 'vllm or sglang: whose answers to imitate'],
  ['--model <name>', 'name of the model that it says it serves'],
  ['--startup <share>', '/health says 503 for this share of the startup time of the profile'],
  ['--step-ms <time>', 'time from one token to the next'],
  ['--ttft-ms <time>', 'time to the first token (profile ideal)'],
  ['--prompt-token-us <time>', 'prefill time of each token of a prompt'],
  ['--tokens-per-event <count>', 'tokens of one step, as with speculative decoding'],
  ['--stream-interval <count>', 'tokens that are collected into one event'],
  ['--max-running <count>', 'requests at once; the others queue'],
  ['--max-model-tokens <count>', 'longest prompt and answer together'],
  ['--kv-tokens <count>', 'size of the KV cache'],
  ['--reasoning-tokens <count>', 'tokens of reasoning before each answer'],
  ['--align', 'all streams step together'],
  ['--incremental', '/generate sends new text only'],
  ['--no-prefix-cache', 'no prefix cache'],
  ['--role-with-first-token', 'no event with the role alone'],
  ['--precise', 'keeps time in a thread of its own'],
  ['--truth-gaps', '/truth lists every gap between two tokens'],
  ['--bare', 'the cheapest answers, to measure the speed of a client'],
];

const flagColumn = 30;
const columns = 80;

/** The text of `kneepoint sim --help`. */
export function simulatorHelp(): string {
  const indent = ' '.repeat(flagColumn + 2);
  const lines = options.map(([flag, meaning]) => {
    const wrapped = wrapWords(meaning, columns - flagColumn - 2).replaceAll('\n', `\n${indent}`);
    return `  ${flag.padEnd(flagColumn)}${wrapped}`;
  });
  const faults = Object.values(faultForms).map((form) => form.usage);
  return `Usage: kneepoint sim [options]

A simulated inference server with known truth, until Ctrl-C. It prints one line
of JSON with its address; GET /truth says what really happened to each request.

Options:
${lines.join('\n')}

Faults (several separated by commas; for a single request: the header
x-sim-fault):
${wrapped(faults, columns)}

Examples:
  $ kneepoint sim --profile rtx5090-vllm-qwen3-8b --port 8001
  $ kneepoint sim --profile ideal --port 8000 --step-ms 5 --ttft-ms 20
  $ kneepoint sim --profile ideal --port 8000 --fault reset=20

Exit codes:
  0    ended by Ctrl-C or SIGTERM
  1    internal error
  2    usage, or the port is taken
`;
}

function wrapped(words: readonly string[], columns: number): string {
  const lines: string[] = [];
  let line = ' ';
  for (const word of words) {
    if (line.length + 1 + word.length > columns) {
      lines.push(line);
      line = ' ';
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}
