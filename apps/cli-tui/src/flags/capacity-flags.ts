import {
  type CapacitySearchOptions,
  type CapacityStageOptions,
  type CapacityVary,
  fixedNumber,
  languages,
  micros,
  parseSlo,
  parseWarmup,
  type SloTerm,
  usageError,
  type WarmupLimit,
} from '@kneepoint/core';
import { duration, oneOf, positiveNumber, positiveWhole, taken } from './parse-flags.ts';
import type { ProgressFlags } from './progress-flags.ts';
import type { TargetFlags, TlsWish } from './target-flags.ts';

/** The flags of `capacity` as the command line gives them. */
export type CapacityFlags = TargetFlags &
  TlsWish &
  ProgressFlags & {
    readonly inputTokens: string;
    readonly outputTokens: string;
    readonly warmup?: string;
    readonly language: string;
    readonly tokenizer?: string;
    readonly seed?: string;
    readonly output?: string;
    readonly json?: boolean;
    readonly printsResult?: boolean;
    readonly slo?: string;
    readonly vary: string;
    readonly start?: string;
    readonly min?: string;
    readonly max?: string;
    readonly resolution: string;
    readonly repeats: string;
    readonly maxStages: string;
    readonly maxTime?: string;
    readonly duration: string;
  };

/** Failed requests are answers that nobody got: without this, a server that refuses most of them keeps any latency. */
const impliedSlo = 'errorRate < 1%';
const steadyWarmup: WarmupLimit = { kind: 'steady', micros: micros(30_000_000) };

const ranges: Readonly<Record<CapacityVary, { start: number; minimum: number; maximum: number }>> = {
  users: { start: 8, minimum: 1, maximum: 1024 },
  rate: { start: 1, minimum: 0.1, maximum: 1000 },
};

/** The conditions that a level has to keep: those of `--slo`, and few errors unless it says how many. */
export function capacityTerms(flags: Pick<CapacityFlags, 'slo'>): readonly SloTerm[] {
  if (flags.slo === undefined)
    throw usageError(
      'flag-missing',
      'kneepoint capacity needs --slo: what a level has to keep',
      'for example: --slo "ttft p95 < 500ms, tokenGap p99 < 50ms"',
    );
  const terms = parseSlo(flags.slo);
  const limitsErrors = terms.some(({ measure }) => measure.kind === 'error-rate');
  return limitsErrors ? terms : [...terms, ...parseSlo(impliedSlo)];
}

/** Where to look, and how closely. */
export function capacitySearchOptions(flags: CapacityFlags): CapacitySearchOptions {
  const vary = oneOf('--vary', flags.vary, ['users', 'rate'] as const);
  const level = (flag: string, text: string | undefined, fallback: number): number => {
    if (text === undefined) return fallback;
    return vary === 'users' ? positiveWhole(flag, text) : positiveNumber(flag, text);
  };
  const minimum = level('--min', flags.min, ranges[vary].minimum);
  const maximum = level('--max', flags.max, Math.max(minimum, ranges[vary].maximum));
  const start = level('--start', flags.start, Math.min(maximum, Math.max(minimum, ranges[vary].start)));
  if (minimum > maximum || start < minimum || start > maximum) {
    throw usageError(
      'flag-value',
      `the search cannot start at ${start} in a range from ${minimum} to ${maximum}`,
      'give --min, --start and --max in ascending order',
    );
  }
  return {
    vary,
    start,
    minimum,
    maximum,
    resolution: resolution(flags.resolution),
    repeats: oddRepeats(flags.repeats),
    maximumStages: positiveWhole('--max-stages', flags.maxStages),
    maximumMicros: flags.maxTime === undefined ? null : duration('--max-time', flags.maxTime),
  };
}

/** What all stages have in common. */
export function capacityStageOptions(flags: CapacityFlags, vary: CapacityVary): CapacityStageOptions {
  return {
    vary,
    target: 'server',
    stop: { kind: 'duration', micros: duration('--duration', flags.duration) },
    warmup:
      flags.warmup === undefined
        ? steadyWarmup
        : taken('--warmup', parseWarmup(flags.warmup), '--warmup 5s, or --warmup 20'),
    language: oneOf('--language', flags.language, languages),
    prompts: { kind: 'generated', sharedPrefix: null },
    salted: true,
    inputTokens: fixedNumber(positiveWhole('--input-tokens', flags.inputTokens)),
    outputTokens: fixedNumber(positiveWhole('--output-tokens', flags.outputTokens)),
  };
}

/** With an even number of stages they can end in a draw. */
function oddRepeats(text: string): number {
  const repeats = positiveWhole('--repeats', text);
  if (repeats % 2 === 1) return repeats;
  throw usageError(
    'flag-value',
    `--repeats ${repeats} is even, so the stages of a level may end in a draw`,
    `for example: --repeats ${repeats + 1}`,
  );
}

/** `5%` as a share. */
function resolution(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*%$/.exec(text.trim());
  const share = match === null ? Number.NaN : Number(match[1]) / 100;
  if (share > 0 && share < 1) return share;
  throw usageError(
    'flag-value',
    `--resolution ${JSON.stringify(text)} is not a share between 0 and 100 %`,
    'for example: --resolution 5%',
  );
}
