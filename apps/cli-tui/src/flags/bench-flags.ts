import {
  contradictions,
  type FileFacts,
  type PlannedLoad,
  type PlannedStage,
  requestContents,
  requestFiles,
  stageId,
  usageError,
  type WorkloadFile,
  type WrittenRequests,
} from '@kneepoint/core';
import type { ClientFlags } from './client-flags.ts';
import { benchStop, benchWarmup, type EndFlags, givenStop, givenWarmup } from './end-flags.ts';
import type { BuildReportFlags, JudgingFlags } from './judging-flags.ts';
import { benchLoads, type LoadFlags } from './load-flags.ts';
import { languageOf, positiveWhole } from './parse-flags.ts';
import type { ProgressFlags } from './progress-flags.ts';
import { benchRequests, type RequestFlags, traceFile } from './request-flags.ts';
import type { TargetFlags, TlsWish } from './target-flags.ts';

/** The flags of `bench` as the command line gives them. */
export type BenchFlags = TargetFlags &
  TlsWish &
  LoadFlags &
  EndFlags &
  RequestFlags &
  ClientFlags &
  JudgingFlags &
  BuildReportFlags &
  ProgressFlags & {
    readonly repeats: string;
    readonly language: string;
    readonly clearPrefixCache?: boolean;
    readonly tokenizer?: string;
    readonly seed?: string;
    readonly earlyStop: boolean;
    readonly resume?: string;
    readonly output?: string;
    readonly json?: boolean;
  };

/** What the flags ask for, before the files that they name are read. */
export type BenchWish = {
  readonly requests: WrittenRequests;
  readonly loads: readonly PlannedLoad[];
  readonly files: readonly WorkloadFile[];
};

/** Reads the flags; throws a usage error for what is wrong with one of them or between two. */
export function benchWish(flags: BenchFlags): BenchWish {
  const loads = benchLoads(flags);
  const requests = benchRequests(flags, languageOf(flags.language));
  const traces = loads.flatMap((load) => {
    const file = load.loop === 'open' ? traceFile(load.arrivals, flags) : null;
    return file === null ? [] : [file];
  });
  for (const load of loads) refuseContradictions(load, requests, flags);
  return { requests, loads, files: [...requestFiles(requests), ...traces] };
}

/** The stages that the flags ask for, one per level and repeat. */
export function benchStages(wish: BenchWish, flags: BenchFlags, files: FileFacts): PlannedStage[] {
  const contents = requestContents(wish.requests, files);
  const repeats = positiveWhole('--repeats', flags.repeats);
  return Array.from({ length: repeats }, (_, index) => index + 1).flatMap((repeat) =>
    wish.loads.map((load): PlannedStage => {
      const warmup = benchWarmup(flags, load);
      return {
        id: repeats === 1 ? levelId(load) : stageId(levelId(load), 'server', repeat),
        target: 'server',
        suite: 'bench',
        repeat,
        load,
        stop: benchStop(flags, load, warmup, files),
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

function refuseContradictions(
  load: PlannedLoad,
  { prompts, language }: WrittenRequests,
  flags: BenchFlags,
): void {
  const [found] = contradictions({
    load: load.loop === 'closed' ? 'users' : load.arrivals.kind,
    language,
    prompts,
    warmup: givenWarmup(flags),
    // One prompt for all has always been sent as it is, whatever length was asked for.
    givesInputTokens: flags.inputTokens !== undefined && prompts.kind !== 'fixed',
    givesOutputTokens: flags.outputTokens !== undefined,
    givesEnd: givenStop(flags) !== null,
  });
  if (found === undefined) return;
  const flag = {
    language: '--language',
    prompts: prompts.kind === 'conversation' ? '--turns' : '--multi-turn',
    inputTokens: '--input-tokens',
    outputTokens: '--output-tokens',
    warmup: '--warmup',
    end: flags.requests === undefined ? '--duration' : '--requests',
  }[found.part];
  throw usageError('flags-exclude', `${flag}: ${found.text}`, 'all flags: kneepoint bench --help');
}
