import {
  contradictions,
  type DialectName,
  dialectNames,
  type FileFacts,
  type Language,
  languages,
  micros,
  openStop,
  type PlannedLoad,
  type PlannedStage,
  parseWarmup,
  requestContents,
  requestFiles,
  type StageLimit,
  type TargetRequest,
  type TargetTls,
  usageError,
  usualTrust,
  type WarmupLimit,
  type WorkloadFile,
  type WrittenRequests,
} from '@kneepoint/core';
import { authorizationHeader } from './api-key.ts';
import { benchLoads, type LoadFlags, taken } from './load-flags.ts';
import { duration, header, jsonObject, oneOf, positiveWhole } from './parse-flags.ts';
import { benchRequests, type RequestFlags, traceFile } from './request-flags.ts';

/** The flags of `bench` as the command line gives them. */
export type BenchFlags = LoadFlags &
  RequestFlags & {
    readonly api?: string;
    readonly model?: string;
    readonly apiKeyEnv?: string;
    readonly ca?: string;
    readonly insecure?: boolean;
    readonly maxInFlight: string;
    readonly atCap: string;
    readonly workers: string;
    readonly requests?: string;
    readonly duration?: string;
    readonly warmup?: string;
    readonly repeats: string;
    readonly language: string;
    readonly clearPrefixCache?: boolean;
    readonly tokenizer?: string;
    readonly seed?: string;
    readonly timeout: string;
    readonly threshold: readonly string[];
    readonly slo?: string;
    readonly abortOnFail?: boolean;
    readonly earlyStop: boolean;
    readonly resume?: string;
    readonly output?: string;
    readonly json?: boolean;
    readonly quiet?: boolean;
    readonly body?: string;
    readonly header: readonly string[];
  };

const defaultDuration = '10s';

/** The flags that describe a target. */
export type TargetFlags = Pick<BenchFlags, 'api' | 'model' | 'apiKeyEnv' | 'header' | 'body' | 'timeout'>;

/** The target that the flags describe. */
export function benchTarget(
  url: string,
  flags: TargetFlags,
  environment: NodeJS.ProcessEnv,
  tls: TargetTls = usualTrust,
): TargetRequest {
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
    tls,
  };
}

/** What the flags ask for, before the files that they name are read. */
export type BenchWish = {
  readonly requests: WrittenRequests;
  readonly loads: readonly PlannedLoad[];
  readonly files: readonly WorkloadFile[];
};

/** Reads the flags; throws a usage error for what is wrong with one of them or between two. */
export function benchWish(flags: BenchFlags): BenchWish {
  const language: Language = oneOf('--language', flags.language, languages);
  const requests = benchRequests(flags, language);
  const loads = benchLoads(flags);
  const traces = loads.flatMap((load) => {
    const file = load.loop === 'open' ? traceFile(load.arrivals, flags) : null;
    return file === null ? [] : [file];
  });
  for (const load of loads) refuseContradictions(load, requests, flags);
  return { requests, loads, files: [...requestFiles(requests), ...traces] };
}

/** The stages that the flags ask for, one per level and repeat. */
export function benchStages(wish: BenchWish, flags: BenchFlags, facts: FileFacts): PlannedStage[] {
  const contents = requestContents(wish.requests, facts);
  const given = givenStop(flags);
  const repeats = positiveWhole('--repeats', flags.repeats);
  return Array.from({ length: repeats }, (_, index) => index + 1).flatMap((repeat) =>
    wish.loads.map((load): PlannedStage => {
      const warmup = benchWarmup(flags, load, given);
      return {
        id: `${levelId(load)}${repeats === 1 ? '' : `/repeat-${repeat}`}`,
        target: 'server',
        suite: 'bench',
        repeat,
        load,
        stop: stopOf(load, given, warmup, facts),
        warmup,
        ...contents,
        keepExcerpts: false,
      };
    }),
  );
}

function levelId(load: PlannedLoad): string {
  if (load.loop === 'closed') return `users-${load.users}`;
  const { arrivals } = load;
  return 'requestsPerSecond' in arrivals ? `rate-${arrivals.requestsPerSecond}` : arrivals.kind;
}

function refuseContradictions(load: PlannedLoad, requests: WrittenRequests, flags: BenchFlags): void {
  const [found] = contradictions({
    load: load.loop === 'closed' ? 'users' : load.arrivals.kind,
    prompts: requests.prompts,
    warmup: flags.warmup === undefined ? null : givenWarmup(flags.warmup),
    givesInputTokens: flags.inputTokens !== undefined && flags.prompt === undefined,
    givesOutputTokens: flags.outputTokens !== undefined,
    givesEnd: givenStop(flags) !== null,
  });
  if (found === undefined) return;
  const flag = {
    prompts: 'prompts',
    inputTokens: '--input-tokens',
    outputTokens: '--output-tokens',
    warmup: '--warmup',
    end: '--duration or --requests',
  };
  throw usageError('flags-exclude', `${flag[found.part]}: ${found.text}`, 'leave one of the two out');
}

const defaultEnd = (): StageLimit => ({ kind: 'duration', micros: duration('--duration', defaultDuration) });

/** Levels of users and of one rate last ten seconds where nothing else is said; other arrivals end by themselves. */
function stopOf(
  load: PlannedLoad,
  given: StageLimit | null,
  warmup: WarmupLimit,
  facts: FileFacts,
): StageLimit {
  if (load.loop === 'closed' || 'requestsPerSecond' in load.arrivals) return given ?? defaultEnd();
  return openStop(load.arrivals, given, warmup, facts);
}

function givenStop(flags: BenchFlags): StageLimit | null {
  if (flags.requests === undefined)
    return flags.duration === undefined
      ? null
      : { kind: 'duration', micros: duration('--duration', flags.duration) };
  if (flags.duration !== undefined) {
    throw usageError('flags-exclude', '--requests and --duration exclude each other', 'give one of them');
  }
  return { kind: 'requests', count: positiveWhole('--requests', flags.requests) };
}

const givenWarmup = (text: string): WarmupLimit =>
  taken('--warmup', parseWarmup(text), '--warmup 5s, or --warmup 20');

/** `--requests N` sends exactly N unless a warm-up is asked for; a timed level warms up with one request per user. */
function benchWarmup(flags: BenchFlags, load: PlannedLoad, given: StageLimit | null): WarmupLimit {
  if (flags.warmup !== undefined) return givenWarmup(flags.warmup);
  if (given?.kind === 'requests') return { kind: 'requests', count: 0 };
  if (load.loop === 'closed') return { kind: 'requests', count: load.users };
  return 'requestsPerSecond' in load.arrivals
    ? { kind: 'duration', micros: micros(1_000_000) }
    : { kind: 'requests', count: 0 };
}

/** `auto`, or a number of load workers. */
export function benchWorkers(text: string): number | 'auto' {
  return text === 'auto' ? 'auto' : positiveWhole('--workers', text);
}
