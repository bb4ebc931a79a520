import type { Command } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';
import type { BenchFlags } from '../flags/bench-flags.ts';
import { withStdout } from '../flags/output-flags.ts';
import { addBenchOptions } from './bench-options.ts';
import { addHelpTexts, type HelpTexts, usualExits } from './help-texts.ts';

const url = 'http://127.0.0.1:8000';

/** One command for each kind of load; the tests read every one of them. */
export const benchExamples: readonly string[] = [
  `bench ${url}`,
  `bench ${url} --users 1,5,10,50 --duration 30s --output result.json`,
  `bench ${url} --users 20 --think-time exponential:2s --warmup steady`,
  'bench http://127.0.0.1:30000 --api sglang-generate --users 8 --requests 200',
  'bench unix:/run/server.sock --users 8',
  'bench https://llm.example.com --model my-model --api-key-env LLM_KEY --rate 2,4,8',
  `bench ${url} --rate 8 --arrivals gamma --burstiness 0.5`,
  `bench ${url} --ramp 1:20:60s --input-tokens normal:200,50 --output-tokens lognormal:100,0.5,10-400`,
  `bench ${url} --steps 2:20s,8:20s,2:20s --at-cap late --max-in-flight 64`,
  `bench ${url} --trace requests.csv --time-scale 2`,
  `bench ${url} --at-once 100`,
  `bench ${url} --users 8 --dataset conversations.json --multi-turn`,
  `bench ${url} --users 8 --turns uniform:2-6 --shared-prefix 500:4:0.8`,
  `bench ${url} --rate 4 --class chat:3:200:100 --class summary:1:uniform:1000-2000:200:ko`,
  `bench ${url} --users 16 --threshold 'ttft p95 < 500ms' --slo 'ttft<500ms, tpot<50ms' --junit report.xml`,
];

const texts: HelpTexts = {
  about: `A server that runs already is asked with one level of load after the other. Several servers, or levels that are
written down once: kneepoint compare --help. On a terminal the run is shown live; ? tells the keys.`,
  examples: benchExamples.map((example) => `kneepoint ${example}`),
  exits: {
    0: 'ok',
    ...usualExits,
    3: 'target unreachable or died',
    4: 'thresholds not met',
    5: 'result invalid: the client was the bottleneck, or no data',
    130: 'interrupted; finished levels are in the result',
  },
};

/** `kneepoint bench URL`: numbers for one running server. */
export function addBenchCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  const command = program
    .command('bench')
    .argument('<url>', `address of the server, for example ${url} or unix:/run/server.sock`)
    .description('numbers for one running server, in a minute');
  addHelpTexts(addBenchOptions(command), texts).action(async (target: string, flags: BenchFlags) => {
    const { bench } = await import('../run/bench.ts');
    exit.code = await bench(target, withStdout(flags), context);
  });
}
