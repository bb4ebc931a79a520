import { type FileFacts, micros, type PlannedStage } from '@kneepoint/core';
import { Command } from 'commander';
import { addBenchOptions } from '../../commands/bench-options.ts';
import { type BenchFlags, benchStages, benchWish } from '../bench-flags.ts';
import { clientOf } from '../client-flags.ts';
import { judgingOf } from '../judging-flags.ts';
import { refuseTls } from '../target-flags.ts';

/** A trace of 10 requests, one a second, and datasets and lengths of any name that tests use. */
export const exampleFacts: FileFacts = {
  traces: new Map([
    ['t.csv', { count: 10, instants: Array.from({ length: 10 }, (_, second) => micros(second * 1e6)) }],
  ]),
  datasetFormats: new Map([['d.json', 'sharegpt']]),
  lengths: new Map([['l.txt', [10, 20, 90]]]),
  prompts: new Map(),
};

/** The flags of a command line, as commander hands them on. */
export function benchFlags(line: string): BenchFlags {
  const command = addBenchOptions(new Command('bench').argument('<url>').exitOverride());
  command.configureOutput({ writeErr: () => {}, writeOut: () => {} });
  return command.parse(['http://127.0.0.1:9', ...wordsOf(line)], { from: 'user' }).opts<BenchFlags>();
}

/** Reads a command line as `bench` does before it asks the server; throws what it refuses. */
export function readBench(line: string, facts: FileFacts = exampleFacts): readonly PlannedStage[] {
  const flags = benchFlags(line);
  const wish = benchWish(flags);
  clientOf(flags, wish.loads);
  judgingOf(flags);
  refuseTls('http://127.0.0.1:9', flags);
  return benchStages(wish, flags, facts);
}

/** Words between spaces; quotes hold some together. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
