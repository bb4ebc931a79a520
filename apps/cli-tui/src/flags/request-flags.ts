import {
  type ArrivalPlan,
  datasetFormats,
  type NumberDistribution,
  parseDistribution,
  parseRequestClass,
  parseSharedPrefix,
  tokenUnit,
  traceFormats,
  turnUnit,
  twiceNamed,
  usageError,
  type WorkloadFile,
  type WrittenPrompts,
  type WrittenRequests,
} from '@kneepoint/core';
import { needs, oneOf, taken } from './parse-flags.ts';

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
  readonly traceArrivalsOnly?: boolean;
};

const defaultInputTokens = '200';
const defaultOutputTokens = '128';
const defaultFollowUpTokens = '100';

/** What requests are made of, as the flags write it; files are named, not read. */
export function benchRequests(flags: RequestFlags, language: string): WrittenRequests {
  refuseOrphans(flags);
  const prompts = writtenPrompts(flags, language);
  const ownLength = prompts.kind === 'fixed' || prompts.kind === 'dataset' || prompts.kind === 'classes';
  // A trace says its lengths itself; where it does not, the natural one is as good as any.
  const usual = prompts.kind === 'trace' ? 'natural' : defaultInputTokens;
  return {
    language,
    prompts,
    salted: oneOf('--salt', flags.salt, ['on', 'off'] as const) === 'on',
    inputTokens: ownLength ? null : inputLengths(flags.inputTokens ?? usual),
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

/** Refuses flags whose other half is missing. */
function refuseOrphans(flags: RequestFlags): void {
  needs('--dataset-format', flags.datasetFormat, '--dataset', flags.dataset);
  needs('--multi-turn', flags.multiTurn, '--dataset', flags.dataset);
  needs('--follow-up-tokens', flags.followUpTokens, '--turns', flags.turns);
  needs('--trace-format', flags.traceFormat, '--trace', flags.trace);
  needs('--trace-arrivals-only', flags.traceArrivalsOnly, '--trace', flags.trace);
  needs('--skip-bad-lines', flags.skipBadLines, '--dataset or --trace', flags.dataset ?? flags.trace);
}

function writtenPrompts(flags: RequestFlags, language: string): WrittenPrompts {
  const given = promptFlags(flags);
  const [first, second] = given;
  if (first !== undefined && second !== undefined)
    throw usageError(
      'flags-exclude',
      `${first} and ${second} exclude each other: each says what the requests ask`,
      'give one of them',
    );
  refuseSharedPrefix(flags, given);
  if (flags.prompt !== undefined) return { kind: 'fixed', text: flags.prompt };
  if (flags.class.length > 0) return requestClasses(flags.class, language);
  if (flags.dataset !== undefined) return dataset(flags.dataset, flags);
  if (flags.turns !== undefined) return conversation(flags.turns, flags);
  return replaysLengths(flags) ? { kind: 'trace' } : { kind: 'generated', sharedPrefix: sharedPrefix(flags) };
}

function promptFlags(flags: RequestFlags): readonly string[] {
  return [
    ...(flags.prompt === undefined ? [] : ['--prompt']),
    ...(flags.dataset === undefined ? [] : ['--dataset']),
    ...(flags.turns === undefined ? [] : ['--turns']),
    ...(flags.class.length === 0 ? [] : ['--class']),
  ];
}

const replaysLengths = (flags: RequestFlags): boolean =>
  flags.trace !== undefined && flags.traceArrivalsOnly !== true;

function refuseSharedPrefix(flags: RequestFlags, given: readonly string[]): void {
  if (flags.sharedPrefix === undefined) return;
  const other = given.find((flag) => flag !== '--turns') ?? (replaysLengths(flags) ? '--trace' : undefined);
  if (other === undefined) return;
  throw usageError(
    'flags-exclude',
    `--shared-prefix and ${other} exclude each other: only generated prompts get a prefix`,
    other === '--trace' ? 'give --trace-arrivals-only too, or leave --shared-prefix out' : 'give one of them',
  );
}

const sharedPrefix = ({ sharedPrefix: text }: RequestFlags) =>
  text === undefined ? null : taken('--shared-prefix', parseSharedPrefix(text), '--shared-prefix 500:4');

function requestClasses(texts: readonly string[], language: string): WrittenPrompts {
  const classes = texts.map((text) =>
    taken('--class', parseRequestClass(text, language), '--class chat:3:200:100'),
  );
  const twice = twiceNamed(classes);
  if (twice === null) return { kind: 'classes', classes };
  throw usageError(
    'flag-value',
    `--class names "${classes[twice]?.name}" twice`,
    'give each class a name of its own',
  );
}

function conversation(turns: string, flags: RequestFlags): WrittenPrompts {
  return {
    kind: 'conversation',
    turns: taken('--turns', parseDistribution(turns, turnUnit), '--turns 4, or --turns uniform:2-6'),
    followUpTokens: lengths('--follow-up-tokens', flags.followUpTokens ?? defaultFollowUpTokens),
    sharedPrefix: sharedPrefix(flags),
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

const inputLengths = (text: string): NumberDistribution | null =>
  text.trim() === 'natural' ? null : lengths('--input-tokens', text);

const lengths = (flag: string, text: string): NumberDistribution =>
  taken(flag, parseDistribution(text, tokenUnit), `${flag} 200, or ${flag} uniform:100-300`);
