import { matchProblems } from '../../knowledge/match-problems.ts';
import { noFacts, type ProblemFacts } from '../../knowledge/problem-facts.ts';
import { type CheckFinding, fine, skipped } from '../doctor-check.ts';
import type { GpuSurvey } from '../doctor-host.ts';
import { shownBytes } from '../shown-bytes.ts';

/** What of the GPUs known problems depend on. */
export function gpuFactsOf(survey: GpuSurvey): Pick<ProblemFacts, 'gpus' | 'driver' | 'cuda'> {
  if (survey.kind === 'none') return { gpus: [], driver: null, cuda: null };
  const [first] = survey.gpus;
  return {
    gpus: survey.gpus.map(({ computeCapability }) => ({ computeCapability: computeCapability.value })),
    driver: first?.driver.value ?? null,
    cuda: first?.cuda.value ?? null,
  };
}

/** Which GPUs there are. A host without one can still be a client. */
export function checkGpus(survey: GpuSurvey): CheckFinding {
  if (survey.kind === 'none') return skipped(survey.reason);
  const names = survey.gpus.map(({ name, memoryBytes, computeCapability }) =>
    [
      name.value ?? 'GPU of unknown name',
      memoryBytes.value === null ? null : shownBytes(memoryBytes.value),
      computeCapability.value,
    ]
      .filter((part) => part !== null)
      .join(', '),
  );
  return fine(`${names.join('; ')} (read with ${survey.source})`);
}

/** Whether the driver knows these GPUs. */
export function checkDriver(survey: GpuSurvey): CheckFinding {
  if (survey.kind === 'none') return skipped('there is no GPU');
  const facts = gpuFactsOf(survey);
  if (facts.driver === null) return skipped(survey.gpus[0]?.driver.reason ?? 'its version cannot be read');
  const [match] = matchProblems({ ...noFacts, ...facts });
  if (match === undefined) return fine(`${facts.driver}, CUDA ${facts.cuda ?? 'unknown'}`);
  return {
    outcome: 'problem',
    weight: match.problem.weight,
    detail: match.signs.join('; '),
    problem: match.problem,
  };
}
