import {
  type ArrivalPlan,
  datasetFormats,
  type Language,
  parseDistribution,
  parseRequestClass,
  parseSharedPrefix,
  tokenUnit,
  traceFormats,
  turnUnit,
  usageError,
  type WorkloadFile,
  type WrittenPrompts,
  type WrittenRequests,
} from '@kneepoint/core';
import { taken } from './load-flags.ts';
import { oneOf } from './parse-flags.ts';

/** The flags that say what requests are. */
export type RequestFlags = {
  readonly inputTokens?: string;
  readonly outputTokens?: string;
  readonly prompt?: string;
  readonly dataset?: string;
  readonly datasetFormat?: string;
  readonly multiTurn?: boolean;
  readonly skipBadLines?: boolean;
  readonly sharedPrefix?: string;
  readonly turns?: string;
  readonly followUpTokens?: string;
  readonly class: readonly string[];
  readonly salt: string;
  readonly trace?: string;
  readonly traceFormat?: string;
};

const defaultInputTokens = '200';
const defaultOutputTokens = '128';

/** What requests are made of, as the flags write it; files are named, not read. */
export function benchRequests(flags: RequestFlags, language: Language): WrittenRequests {
  const prompts = writtenPrompts(flags, language);
  const ownLength = ['fixed', 'dataset', 'classes'].includes(prompts.kind);
  return {
    language,
    prompts,
    salted: oneOf('--salt', flags.salt, ['on', 'off'] as const) === 'on',
    inputTokens: ownLength ? null : lengths('--input-tokens', flags.inputTokens ?? defaultInputTokens),
    outputTokens: lengths('--output-tokens', flags.outputTokens ?? defaultOutputTokens),
  };
}

/** The trace that the arrivals replay, as a file to read. */
export function traceFile(arrivals: ArrivalPlan, flags: RequestFlags): WorkloadFile | null {
  if (arrivals.kind !== 'trace') return null;
  const format =
    flags.traceFormat === undefined ? 'auto' : oneOf('--trace-format', flags.traceFormat, traceFormats);
  return { kind: 'trace', source: arrivals.source, format, skipBadLines: flags.skipBadLines === true };
}

function writtenPrompts(flags: RequestFlags, language: Language): WrittenPrompts {
  const given = (['prompt', 'dataset', 'turns'] as const).filter((name) => flags[name] !== undefined);
  const names = [...given, ...(flags.class.length > 0 ? (['class'] as const) : [])];
  if (names.length > 1)
    throw usageError(
      'flags-exclude',
      `--${names[0]} and --${names[1]} exclude each other: each says what the requests ask`,
      'give one of them',
    );
  const sharedPrefix =
    flags.sharedPrefix === undefined
      ? null
      : taken('--shared-prefix', parseSharedPrefix(flags.sharedPrefix), '--shared-prefix 500:4');
  if (flags.prompt !== undefined) return { kind: 'fixed', text: flags.prompt };
  if (flags.class.length > 0)
    return {
      kind: 'classes',
      classes: flags.class.map((text) =>
        taken('--class', parseRequestClass(text, language), '--class chat:3:200:100'),
      ),
    };
  if (flags.dataset !== undefined) return dataset(flags.dataset, flags);
  if (flags.trace !== undefined && flags.inputTokens === undefined) return { kind: 'trace' };
  if (flags.turns === undefined) return { kind: 'generated', sharedPrefix };
  return {
    kind: 'conversation',
    turns: taken('--turns', parseDistribution(flags.turns, turnUnit), '--turns 4'),
    followUpTokens: lengths('--follow-up-tokens', flags.followUpTokens ?? '50'),
    sharedPrefix,
  };
}

function dataset(source: string, flags: RequestFlags): WrittenPrompts {
  return {
    kind: 'dataset',
    source,
    format:
      flags.datasetFormat === undefined
        ? 'auto'
        : oneOf('--dataset-format', flags.datasetFormat, datasetFormats),
    multiTurn: flags.multiTurn === true,
    skipBadLines: flags.skipBadLines === true,
  };
}

const lengths = (flag: string, text: string): WrittenRequests['outputTokens'] =>
  taken(flag, parseDistribution(text, tokenUnit), `${flag} 200, or ${flag} uniform:100-300`);
