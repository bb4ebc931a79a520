import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { settableFlags } from '../config/settable-flag.ts';
import { parsedCommand } from '../config/testing/config-world.ts';
import { type CapacityFlags, capacitySearchOptions, capacityStageOptions } from './capacity-flags.ts';
import { duration, positiveWhole } from './parse-flags.ts';
import { benchTarget, type TargetFlags } from './target-flags.ts';
import { readBench } from './testing/read-bench.ts';

const allCommands = (command: Command): readonly Command[] => [
  command,
  ...command.commands.flatMap(allCommands),
];
const { program } = parsedCommand([], []);
const flags = allCommands(program).flatMap((command) =>
  settableFlags(command).map((flag) => ({ command: command.name(), flag })),
);
const taking = (takes: string): readonly string[] => [
  ...new Set(flags.filter(({ flag }) => flag.takes === takes).map(({ flag }) => flag.long)),
];

/** A flag with a value as its command reads it; a new flag that takes a time has to be added. */
const times: Readonly<Record<string, (text: string) => unknown>> = {
  '--duration': (text) => readBench(`--duration ${text}`),
  '--timeout': (text) => benchTarget('http://127.0.0.1:9', targetFlags({ timeout: text }), {}),
  '--max-time': (text) => capacitySearchOptions(capacityFlags('--max-time', text)),
};

const targetFlags = (given: Partial<TargetFlags>): TargetFlags => ({ header: [], timeout: '1s', ...given });

function capacityFlags(...words: readonly string[]): CapacityFlags {
  return parsedCommand(['capacity'], words).command.opts<CapacityFlags>();
}

test('every flag that takes a time is known here', () => {
  expect(taking('time').toSorted()).toEqual(Object.keys(times).toSorted());
});

test.each(Object.entries(times))(
  '%s takes every way to write a time, and refuses a number alone',
  (flag, read) => {
    for (const text of ['500ms', '2m', '1h30m', '1.5s']) expect(() => read(text), text).not.toThrow();
    for (const text of ['30', 'soon', '3parsecs', '0s']) expect(() => read(text), text).toThrow(flag);
    expect(() => read('30')).toThrow('has no unit; write 30s for seconds or 30ms for milliseconds');
  },
);

test('times inside of other values are the same times', () => {
  for (const line of [
    '--warmup 1m30s',
    '--users 2 --think-time exponential:1m',
    '--ramp 1:2:1m30s',
    '--steps 2:1m,8:500ms',
  ])
    expect(() => readBench(line), line).not.toThrow();
  for (const line of ['--users 2 --think-time 5', '--ramp 1:2:30', '--steps 2:10'])
    expect(() => readBench(line), line).toThrow('has no unit');
  expect(capacityStageOptions(capacityFlags('--warmup', '1m'), 'users').warmup).toEqual({
    kind: 'duration',
    micros: 60_000_000,
  });
});

test('every flag that takes a count takes 10k, and no flag takes a size that could mean two things', () => {
  expect(positiveWhole('--users', '10k')).toBe(10_000);
  expect(positiveWhole('--input-tokens', '4Ki')).toBe(4_096);
  expect(duration('--duration', '1h30m')).toBe(5_400_000_000);
  expect(readBench('--users 1k --requests 2k')[0]).toMatchObject({
    load: { users: 1_000 },
    stop: { count: 2_000 },
  });
  expect(taking('size')).toEqual([]);
});
