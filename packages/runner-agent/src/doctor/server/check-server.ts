import {
  type DiscoveredTarget,
  discoverTarget,
  exitCodes,
  KneepointError,
  type TargetRequest,
} from '@kneepoint/core';
import { matchProblems } from '../../knowledge/match-problems.ts';
import { noFacts } from '../../knowledge/problem-facts.ts';
import { type CheckFinding, type DoctorCheck, fine, problemSeen, skipped } from '../doctor-check.ts';
import { openServerLine } from './ask-server.ts';
import { probeDialects } from './probe-dialects.ts';
import {
  checkContinuousUsage,
  checkDialects,
  checkKeepAlive,
  checkMetrics,
  checkPrefixCache,
  checkUsage,
} from './server-findings.ts';

/** What was found at an address. */
export type ServerChecks = { readonly reachable: boolean; readonly checks: readonly DoctorCheck[] };

/** What is asked of a server that answers. */
const names = ['dialects', 'usage', 'continuous-usage', 'metrics', 'prefix-cache', 'keep-alive'] as const;

/**
 * Asks a running server what it is and what it accepts, with a few requests of a few tokens. Throws as `discoverTarget`
 * does for what the person has to correct (exit code 2); an address where nothing answers is a finding.
 */
export async function checkServer(request: TargetRequest): Promise<ServerChecks> {
  const found = await discover(request);
  if (found instanceof KneepointError) return unreachable(found);
  const line = openServerLine({
    address: found.access.address,
    headers: request.headers,
    timeoutMillis: request.timeoutMicros / 1000,
  });
  try {
    const probes = await probeDialects(line, found.access.model);
    const checks: readonly DoctorCheck[] = [
      named('reachable', fine(found.target.url)),
      named('engine', engineOf(found)),
      named('model', fine(modelOf(found))),
      named('dialects', checkDialects(probes)),
      named('usage', checkUsage(probes)),
      named('continuous-usage', checkContinuousUsage(probes)),
      named('metrics', await checkMetrics(line)),
      named('prefix-cache', await checkPrefixCache(line, found.target)),
      named('keep-alive', await checkKeepAlive(line)),
    ];
    return { reachable: true, checks };
  } finally {
    line.close();
  }
}

async function discover(request: TargetRequest): Promise<DiscoveredTarget | KneepointError> {
  try {
    return await discoverTarget(request);
  } catch (error) {
    if (error instanceof KneepointError && error.exitCode === exitCodes.targetUnreachable) return error;
    throw error;
  }
}

function unreachable(error: KneepointError): ServerChecks {
  const reason = 'nothing answers at this address';
  return {
    reachable: false,
    checks: [
      named('reachable', problemSeen('server-unreachable', error.message)),
      ...['engine', 'model', ...names].map((name) => named(name, skipped(reason))),
    ],
  };
}

/** A version with known problems of its own is said with them. */
function engineOf({ target: { engine, version, simulated } }: DiscoveredTarget): CheckFinding {
  const shown = `${engine} ${version ?? '(version unknown)'}${simulated ? ', simulated' : ''}`;
  const [match] = matchProblems({ ...noFacts, engine, engineVersion: version });
  if (match === undefined) return fine(shown);
  return { outcome: 'problem', weight: match.problem.weight, detail: shown, problem: match.problem };
}

function modelOf({ target: { model, maxModelLength } }: DiscoveredTarget): string {
  return maxModelLength === null ? model : `${model}, ${maxModelLength} tokens of context`;
}

const named = (name: string, finding: CheckFinding): DoctorCheck => ({
  scope: 'server',
  name,
  target: null,
  ...finding,
});
