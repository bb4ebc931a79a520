import { expect, test } from 'vitest';
import { type CheckFinding, fine, problemSeen, skipped } from './doctor-check.ts';
import { doctorReport } from './doctor-report.ts';

const verdictOf = (findings: readonly CheckFinding[], reachable = true): string =>
  doctorReport(
    null,
    findings.map((finding) => ({ scope: 'host', name: 'any', target: null, ...finding })),
    reachable,
  ).verdict;

test('the verdict is the worst that was found', () => {
  const advice = problemSeen('few-cores', '2 cores');
  const error = problemSeen('port-in-use', 'taken');
  expect(verdictOf([fine('16'), skipped('no GPU')])).toBe('ok');
  expect(verdictOf([fine('16'), advice])).toBe('advice');
  expect(verdictOf([advice, error])).toBe('problems');
  expect(verdictOf([error], false)).toBe('unreachable');
});

test('every check is counted once', () => {
  const { counts } = doctorReport(
    'plan.yaml',
    [fine('a'), skipped('b'), problemSeen('few-cores', 'c'), problemSeen('port-in-use', 'd')].map(
      (finding) => ({
        scope: 'plan' as const,
        name: 'any',
        target: 'vllm',
        ...finding,
      }),
    ),
    true,
  );
  expect(counts).toEqual({ errors: 1, advice: 1, ok: 1, skipped: 1 });
});
