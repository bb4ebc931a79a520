import {
  type DialectName,
  dialectNames,
  fixedNumber,
  type Language,
  languages,
  micros,
  type PlannedLoad,
  type PlannedStage,
  type StageLimit,
  type TargetRequest,
  usageError,
  usualTrust,
} from '@kneepoint/core';
import { authorizationHeader } from './api-key.ts';
import {
  duration,
  header,
  jsonObject,
  oneOf,
  positiveNumbers,
  positiveWhole,
  positiveWholes,
  warmup,
} from './parse-flags.ts';

/** The flags of `bench` as the command line gives them. */
export type BenchFlags = {
  readonly api?: string;
  readonly model?: string;
  readonly apiKeyEnv?: string;
  readonly users?: string;
  readonly rate?: string;
  readonly arrivals: string;
  readonly requests?: string;
  readonly duration?: string;
  readonly warmup?: string;
  readonly inputTokens: string;
  readonly outputTokens: string;
  readonly language: string;
  readonly prompt?: string;
  readonly tokenizer?: string;
  readonly seed?: string;
  readonly timeout: string;
  readonly output?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly body?: string;
  readonly header: readonly string[];
};

const defaultUsers = '1,4,16';
const defaultDuration = '10s';

/** The target that the flags describe. */
export function benchTarget(url: string, flags: BenchFlags, environment: NodeJS.ProcessEnv): TargetRequest {
  const api: DialectName | null = flags.api === undefined ? null : oneOf('--api', flags.api, dialectNames);
  return {
    name: 'server',
    url,
    api,
    engine: null,
    model: flags.model ?? null,
    headers: {
      ...authorizationHeader(flags.apiKeyEnv, environment),
      ...Object.fromEntries(flags.header.map((text) => header('--header', text))),
    },
    body: flags.body === undefined ? {} : jsonObject('--body', flags.body),
    timeoutMicros: duration('--timeout', flags.timeout),
    tls: usualTrust,
  };
}

/** The stages that the flags ask for, one per level. */
export function benchStages(flags: BenchFlags): PlannedStage[] {
  const language: Language = oneOf('--language', flags.language, languages);
  const outputTokens = positiveWhole('--output-tokens', flags.outputTokens);
  const inputTokens = flags.prompt === undefined ? positiveWhole('--input-tokens', flags.inputTokens) : null;
  const stop = benchStop(flags);
  return benchLoads(flags).map(({ level, load }) => ({
    id: level,
    target: 'server',
    suite: 'bench',
    repeat: 1,
    load,
    stop,
    warmup: benchWarmup(flags, load, stop),
    language,
    prompts:
      flags.prompt === undefined
        ? { kind: 'generated', sharedPrefix: null }
        : { kind: 'fixed', text: flags.prompt },
    salted: true,
    inputTokens: inputTokens === null ? null : fixedNumber(inputTokens),
    outputTokens: fixedNumber(outputTokens),
    keepExcerpts: false,
  }));
}

type BenchLevel = { readonly level: string; readonly load: PlannedLoad };

function benchLoads(flags: BenchFlags): BenchLevel[] {
  const arrivals = oneOf('--arrivals', flags.arrivals, ['constant', 'poisson'] as const);
  if (flags.rate === undefined) {
    return positiveWholes('--users', flags.users ?? defaultUsers).map((users) => ({
      level: `users-${users}`,
      load: { loop: 'closed', users, thinkTime: null },
    }));
  }
  if (flags.users !== undefined) {
    throw usageError(
      'flags-exclude',
      '--users and --rate exclude each other: users wait for their answers, a rate does not',
      'give one of them',
    );
  }
  return positiveNumbers('--rate', flags.rate).map((requestsPerSecond) => ({
    level: `rate-${requestsPerSecond}`,
    load: { loop: 'open', arrivals: { kind: arrivals, requestsPerSecond } },
  }));
}

function benchStop(flags: BenchFlags): StageLimit {
  if (flags.requests === undefined)
    return { kind: 'duration', micros: duration('--duration', flags.duration ?? defaultDuration) };
  if (flags.duration !== undefined) {
    throw usageError('flags-exclude', '--requests and --duration exclude each other', 'give one of them');
  }
  return { kind: 'requests', count: positiveWhole('--requests', flags.requests) };
}

/** `--requests N` sends exactly N unless a warm-up is asked for; a timed level warms up with one request per user. */
function benchWarmup(flags: BenchFlags, load: PlannedLoad, stop: StageLimit): StageLimit {
  if (flags.warmup !== undefined) return warmup('--warmup', flags.warmup);
  if (stop.kind === 'requests') return { kind: 'requests', count: 0 };
  return load.loop === 'closed'
    ? { kind: 'requests', count: load.users }
    : { kind: 'duration', micros: micros(1_000_000) };
}
