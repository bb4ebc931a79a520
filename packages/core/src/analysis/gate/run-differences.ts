import type { Result } from '../../result/result-file.ts';
import type { TargetPair } from './matched-levels.ts';
import type { RunDifference } from './result-difference.ts';

/** What a reader must know of two runs before the figures: another machine, other processors, another engine version. */
export function runDifferences(
  baseline: Result,
  candidate: Result,
  pairs: readonly TargetPair[],
): readonly RunDifference[] {
  const [one, other] = [baseline.environment, candidate.environment];
  const gpus = ({ environment }: Result): string | null =>
    environment.gpus.length === 0 ? null : environment.gpus.map(({ name }) => name).join(', ');
  const versionOf = (result: Result, name: string): string | null =>
    result.targets.find((target) => target.name === name)?.version ?? null;
  return [
    ...told('host', null, [one.host, other.host]),
    ...told('processor', null, [one.cpu?.model ?? null, other.cpu?.model ?? null]),
    ...told('gpus', null, [gpus(baseline), gpus(candidate)]),
    ...pairs.flatMap((pair) =>
      told('engine-version', pair.candidate, [
        versionOf(baseline, pair.baseline),
        versionOf(candidate, pair.candidate),
      ]),
    ),
  ];
}

function told(
  what: RunDifference['what'],
  target: string | null,
  [baseline, candidate]: readonly [string | null, string | null],
): readonly RunDifference[] {
  if (baseline === null || candidate === null || baseline === candidate) return [];
  return [{ what, target, baseline, candidate }];
}
