import { fileURLToPath } from 'node:url';
import { type Result, readResultFile } from '@kneepoint/core';
import { oneTargetResult, twoTargetsResult } from '@kneepoint/report/testing';

/** Results of real engines and of another tool, as the examples hold them. */
export const exampleNames = ['vllm-vs-sglang-cpu', 'vllm-two-configs', 'reference-report'] as const;

/** The result file of an example. */
export const exampleResult = (name: (typeof exampleNames)[number]): Promise<Result> =>
  readResultFile(
    fileURLToPath(new URL(`../../../../../../examples/${name}/output/result.json`, import.meta.url)),
  );

/** A name that tries to move the cursor, to turn the text around, to break a table, and to be very long. */
export const hostileName = `\u001b[2J\u001b[31mred\u202e|한글 中文 👩‍👩‍👧 e\u0301\t${'x'.repeat(90)}\u0007`;

/** Results that are hard to show, by what is hard about them. */
export function hardResults(): Readonly<Record<string, Result>> {
  const two = twoTargetsResult();
  const one = oneTargetResult();
  const [first] = one.targets;
  const renamed = (name: string): string => (name === 'vllm' ? hostileName : name);
  return {
    'two targets': two,
    'one target': one,
    'no stages': { ...one, stages: [] },
    'no targets': {
      ...one,
      stages: [],
      targets: [],
      failures: [
        {
          target: first?.name ?? '',
          code: 'target-unreachable',
          message: 'the server does not answer',
          hint: 'see whether it runs',
          logTail: ['Traceback (most recent call last):', `  ${hostileName}`],
          problems: [],
        },
      ],
    },
    'all failed': {
      ...two,
      stages: two.stages.map((stage) => ({
        ...stage,
        status: 'failed',
        statusReason: 'every request failed',
        trust: { ...stage.trust, verdict: 'invalid' },
      })),
    },
    'hostile names': {
      ...two,
      name: hostileName,
      targets: two.targets.map((target) => ({ ...target, name: renamed(target.name), model: hostileName })),
      stages: two.stages.map((stage) => ({ ...stage, target: renamed(stage.target) })),
    },
  };
}
