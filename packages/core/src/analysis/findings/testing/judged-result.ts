import type { Finding } from '../../../result/analysis/finding-schema.ts';
import type { Result } from '../../../result/result-file.ts';
import type { Stage } from '../../../result/stage-schema.ts';
import { analyzeResult } from '../../analyze-result.ts';
import {
  type AuditedResult,
  auditedResult,
  levelStage,
  withMetrics,
} from '../../audit/testing/audited-result.ts';

/** The throughputs of a target's repeats by users, tok/s; of one user it is the speed of a request. */
export type RatesByUsers = Readonly<Record<number, readonly number[]>>;

/** Stages of targets at levels, with whatever a test changes in each. */
export function judgedStages(
  targets: Readonly<Record<string, RatesByUsers>>,
  change: (stage: Stage) => Stage = (stage) => stage,
): Stage[] {
  return Object.entries(targets).flatMap(([target, levels]) =>
    Object.entries(levels).flatMap(([users, rates]) =>
      rates.map((rate, index) => {
        const place = users === '1' ? '1-single-user/one-user' : `2-concurrency/${users}-users`;
        const id = `${place}/${target}/repeat-${index + 1}`;
        return change(levelStage(target, Number(users), rate, { id, repeat: index + 1 }));
      }),
    ),
  );
}

/** A result of these, analysed as a run's is. */
export const judgedResult = (audited: AuditedResult, changes: Partial<Result> = {}): Result =>
  analyzeResult({ ...auditedResult(audited), ...changes });

/** The findings of a code. */
export const findingsWith = (result: Result, code: Finding['code']): Finding[] =>
  result.analysis.findings.filter((finding) => finding.code === code);

/** The stage with other figures of the time to first token, in microseconds. */
export const withFirstToken = (stage: Stage, p50: number, p99: number | null): Stage =>
  withMetrics(stage, { ttft: { ...stage.metrics.ttft, kind: 'measured', count: 600, mean: p50, p50, p99 } });
