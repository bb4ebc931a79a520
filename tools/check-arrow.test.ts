import { expect, test } from 'vitest';
import { checkFile, importsOf } from './check-arrow.ts';

test('a stage that imports from a stage behind it is named with the rule', () => {
  const source = "import { build } from '../result/build-stage.ts';";
  expect(checkFile('packages/core/src/load/closed-loop.ts', source)).toEqual([
    {
      file: 'packages/core/src/load/closed-loop.ts',
      imported: '../result/build-stage.ts',
      rule: 'load stands before result in the arrow: it must not know it',
    },
  ]);
});

test.each([
  ['packages/core/src/result/build-stage.ts', "import type { X } from '../measurement/x.ts';"],
  ['packages/core/src/transport/dialects/openai-chat.ts', "import { unset } from '../flight.ts';"],
  ['packages/core/src/plan/parse-plan.ts', "import { usageError } from '../errors/kneepoint-error.ts';"],
  ['packages/core/src/run/run-benchmark.ts', "import { compare } from '../analysis/compare-targets.ts';"],
  ['packages/report/src/render.ts', "import type { Result } from '@kneepoint/core';"],
  ['apps/cli-tui/src/main.ts', "const x = await import('@kneepoint/report');"],
])('%s may say %s', (file, source) => {
  expect(checkFile(file, source)).toEqual([]);
});

test.each([
  ['packages/core/src/units/units.ts', "import { now } from '../load/closed-loop.ts';"],
  ['packages/core/src/statistics/mean.ts', "export { x } from '../run/run-benchmark.ts';"],
  ['packages/core/src/plan/plan.ts', "import { render } from '@kneepoint/report';"],
  ['packages/core/src/plan/plan.ts', "import { render } from '../../../report/src/render.ts';"],
  ['packages/report/src/render.ts', "const store = await import('@kneepoint/results-store');"],
])('%s must not say %s', (file, source) => {
  expect(checkFile(file, source)).toHaveLength(1);
});

test('imports of every form are found', () => {
  const source = `import type { A } from './a.ts';\nimport './b.ts';\nexport * from './c.ts';\nconst d = import('./d.ts');\nimport {\n  E,\n} from './e.ts';`;
  expect(importsOf(source)).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts']);
});
