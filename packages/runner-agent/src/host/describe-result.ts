import {
  analyzeResult,
  type Environment,
  type Figure,
  type OwnResult,
  type OwnStage,
  type Target,
  type TargetFailure,
} from '@kneepoint/core';
import type { HostFacts } from '../environment/host-facts.ts';
import { resultGpus } from '../environment/result-gpus.ts';
import type { DescribedServer, FailedTarget, SeenTargets } from '../jobs/ports.ts';
import { foundProblem, knownProblemsOf, matchProblems, noFacts } from '../knowledge/index.ts';
import { describeGpus } from '../probes/describe-gpus.ts';
import { describeMemoryPhases } from '../probes/describe-memory-phases.ts';
import type { ProbeRecord } from '../probes/probe-record.ts';
import { targetMemory } from '../probes/target-memory.ts';
import { describeDeployment } from './describe-deployment.ts';
import { phaseSpans } from './phase-spans.ts';
import type { ServerContents } from './server-contents.ts';

/** What is known of the host that serves. */
export type HostView = {
  readonly facts: HostFacts;
  /** `null` where the probes could not be started. */
  readonly record: ProbeRecord | null;
  readonly homeFolder: string;
  /** What a server runs on and what it serves, as far as that has been read. */
  contents(server: DescribedServer): ServerContents;
};

/** Adds to a result what only the host that serves can tell: its facts, its memory and GPUs, and how servers were started. */
export function describeResult(result: OwnResult, seen: SeenTargets, host: HostView): OwnResult {
  const { record } = host;
  const targets = result.targets.map((target) => describeTarget(target, result.stages, { seen, host }));
  const described: OwnResult = {
    ...result,
    environment: { ...describeEnvironment(result.environment, host.facts), python: pythonOf(targets) },
    targets,
    failures: seen.failures.map((failure) => describeFailure(failure, { result, facts: host.facts })),
    stages:
      record === null
        ? result.stages
        : result.stages.map((stage) => ({ ...stage, gpu: gpuOf(stage, record) })),
    samples: record === null ? [] : record.series.recorded().map((series) => ({ ...series })),
  };
  const known = { ...described, knownProblems: knownProblemsOf(described) };
  // GPUs, memory and starts are part of what is derived; while the run goes, nothing is.
  return known.exit === null ? known : analyzeResult(known);
}

/** The Python of the servers, where it is one for all that were started here. */
function pythonOf(targets: readonly Target[]): string | null {
  const versions = new Set(targets.flatMap(({ software }) => software?.python ?? []));
  return versions.size === 1 ? ([...versions][0] ?? null) : null;
}

function describeEnvironment(environment: Environment, facts: HostFacts): Environment {
  const { gpus, reasons } = resultGpus(facts.gpus);
  const { cores, memoryBytes } = facts.limits;
  const { docker: _, gpus: __, limits: ___, ...others } = environment.reasons;
  return {
    ...environment,
    gpus,
    docker: facts.docker.version.value,
    limits: { cores: limitOf(cores.value), memory: limitOf(memoryBytes.value) },
    reasons: {
      ...others,
      ...reasons,
      ...(facts.docker.version.reason === null ? {} : { docker: facts.docker.version.reason }),
      ...(cores.reason === null ? {} : { 'limits.cores': cores.reason }),
      ...(memoryBytes.reason === null ? {} : { 'limits.memory': memoryBytes.reason }),
    },
  };
}

const limitOf = (limit: number | 'unlimited' | null): number | null =>
  typeof limit === 'number' && limit > 0 ? limit : null;

type Seen = { readonly seen: SeenTargets; readonly host: HostView };

function describeTarget(target: Target, stages: readonly OwnStage[], { seen, host }: Seen): Target {
  const server = seen.servers.find(({ target: name }) => name === target.name);
  const started =
    server === undefined
      ? {}
      : {
          deployment: describeDeployment(server.facts, host.homeFolder),
          startup: { ...server.startup },
          initTime: inSeconds(server.startup.firstHealthyAnswer),
          ...host.contents(server),
        };
  return { ...target, ...started, ...memoryOf(target, stages, { seen, host }) };
}

/** Of a server that runs elsewhere, or was not started here, nobody watches the processes. */
function memoryOf(
  target: Target,
  stages: readonly OwnStage[],
  { seen, host }: Seen,
): Partial<Pick<Target, 'memory' | 'memoryPhases'>> {
  const isOurs = seen.servers.some((server: DescribedServer) => server.target === target.name);
  if (host.record === null || !isOurs) return {};
  const spans = phaseSpans(target.name, seen.servers, stages);
  const memoryPhases = describeMemoryPhases(host.record, target.name, spans);
  return { memoryPhases, memory: targetMemory(memoryPhases) };
}

function gpuOf(stage: OwnStage, record: ProbeRecord): OwnStage['gpu'] {
  const { start, end } = stage.window.whole;
  return describeGpus(record, { start, end }, stage.tokens.output);
}

const inSeconds = (figure: Figure): Figure =>
  figure.value === null ? { ...figure, unit: 's' } : { ...figure, unit: 's', value: figure.value / 1000 };

type FailureContext = { readonly result: OwnResult; readonly facts: HostFacts };

function describeFailure(failure: FailedTarget, { facts }: FailureContext): TargetFailure {
  const gpus = facts.gpus.value ?? [];
  const matches = matchProblems({
    ...noFacts,
    logLines: failure.logTail,
    gpus: gpus.map(({ computeCapability }) => ({ computeCapability: computeCapability.value })),
    driver: gpus[0]?.driver.value ?? null,
    cuda: gpus[0]?.cuda.value ?? null,
  });
  return {
    ...failure,
    logTail: [...failure.logTail],
    problems: matches.map(foundProblem),
  };
}
