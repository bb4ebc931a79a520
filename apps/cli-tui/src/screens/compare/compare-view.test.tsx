import { compareResults, type Result, resultOfTarget } from '@kneepoint/core';
import { displayWidth, writeDifferenceMarkdown } from '@kneepoint/report';
import { twoTargetsResult } from '@kneepoint/report/testing';
import { expect, test } from 'vitest';
import type { MessageLanguage } from '../../words/message-language.ts';
import { lookOf } from '../parts/look.ts';
import { exampleResult, hardResults } from '../result/testing/example-results.ts';
import { type ShownScreen, shownScreen } from '../result/testing/shown-screen.ts';
import { CompareView } from './compare-view.tsx';

const sizes = [
  [60, 18],
  [80, 22],
  [160, 48],
] as const;
const [left, right, down] = ['\u001b[D', '\u001b[C', '\u001b[B'];

type Changes = {
  readonly language?: MessageLanguage;
  readonly size?: readonly [number, number];
  readonly written?: string[];
};

function shown(
  results: readonly Result[],
  { language = 'en', size = [100, 120], written = [] }: Changes = {},
): ShownScreen {
  const [columns, rows] = size;
  return shownScreen(
    <CompareView
      results={results}
      columns={columns}
      rows={rows}
      look={lookOf(language, { LANG: 'en_US.UTF-8' })}
      takeKeys={() => {}}
      writeMarkdown={async (text) => {
        written.push(text);
        return 'out/compare/comparison.md';
      }}
    />,
    columns,
  );
}

/** A second run of the same plan whose output is so many times as high. */
function rerun(result: Result, factor: number, changes: Partial<Result> = {}): Result {
  const stages = result.stages.map((stage) => {
    const { outputThroughput } = stage.metrics;
    const value = outputThroughput.value === null ? null : outputThroughput.value * factor;
    return { ...stage, metrics: { ...stage.metrics, outputThroughput: { ...outputThroughput, value } } };
  });
  return { ...result, id: `rerun-${factor}`, name: `rerun-${factor}`, stages, ...changes };
}

const sound = (result: Result): Result => ({
  ...result,
  stages: result.stages.map((stage) => ({
    ...stage,
    trust: { ...stage.trust, verdict: 'valid', reasons: [] },
  })),
});

test.each(sizes)(
  'at %ix%i no line is wider than the screen, in every language and for every metric',
  async (columns, rows) => {
    const results = [await exampleResult('vllm-vs-sglang-cpu'), await exampleResult('vllm-two-configs')];
    for (const language of ['en', 'ko', 'zh'] as const) {
      const screen = shown(results, { language, size: [columns, rows] });
      await screen.until('4');
      await screen.until('◀');
      for (let metric = 0; metric < 6; metric++) {
        expect(screen.lines()).toHaveLength(rows);
        for (const line of screen.lines()) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
        await screen.press(right, '\u001b[6~');
      }
    }
  },
);

test('targets of one result have the verdicts of its report, with values, interval and chart', async () => {
  const screen = shown([await exampleResult('vllm-vs-sglang-cpu')]);
  await screen.until('B sglang: worse at 4 levels.');
  const text = screen.text();
  expect(text).toMatch(/16 users +324 tok\/s +195 tok\/s +-39\.8% \(-46\.0% to -32\.9%\) +A vllm is better/);
  expect(text).toContain('A vllm   B sglang');
  expect(text).toMatch(/[\u2801-\u28ff]/);
  expect(text).toContain('B sglang: engine sglang (baseline vllm)');
});

test('left and right change the metric, all the way round', async () => {
  const screen = shown([await exampleResult('vllm-vs-sglang-cpu')]);
  await screen.until('◀ Output throughput ▶  higher is better');
  await screen.press(right);
  expect(screen.text()).toMatch(/◀ Speed of an answer ▶ .* 2 of \d+/);
  await screen.press(left, left);
  expect(screen.text()).toMatch(/◀ Response time \(p\d+\) ▶ +lower is better/);
  await screen.press(right);
  expect(screen.text()).toContain('◀ Output throughput ▶');
});

test('two runs are judged as diff judges them: a change is seen, none is told with the smallest that would have been seen', async () => {
  const before = sound(twoTargetsResult());
  const slower = shown([before, rerun(before, 0.5)]);
  await slower.until('worse at');
  expect(slower.text()).toMatch(/A vllm \(.*\) is better/);
  const same = shown([before, rerun(before, 1)]);
  await same.until('no measured difference at');
  expect(same.text()).toMatch(/no measured difference\s+\(smallest seen/);
});

test('what differs between the runs is told, and what therefore cannot be compared', async () => {
  const before = sound(twoTargetsResult());
  const after = rerun(before, 1, {
    tool: { ...before.tool, version: '9.9.9' },
    targets: before.targets.map((target) => ({ ...target, model: 'another/model' })),
  });
  const screen = shown([before, after]);
  await screen.until('What cannot be compared');
  const text = screen.text();
  expect(text).toContain('model another/model (baseline Qwen/Qwen3-8B)');
  expect(text).toContain('version of Kneepoint 9.9.9');
  expect(text).toMatch(/figures have no verdict: the\s+models differ/);
  expect(text).not.toMatch(/vllm.* is better/);
});

test('more than two are each held against the baseline', async () => {
  const before = sound(twoTargetsResult());
  const screen = shown([before, rerun(before, 0.5), rerun(before, 2)]);
  await screen.until('worse at');
  expect(screen.text()).toMatch(/C vllm \(rerun-0\.5\): worse at/);
  expect(screen.text()).toMatch(/E vllm \(rerun-2\): better at/);
});

test('c opens the sides: the cursor moves, space includes, Enter makes the baseline; b goes through the baselines', async () => {
  const before = sound(twoTargetsResult());
  const screen = shown([before, rerun(before, 0.5)]);
  await screen.until('worse at');
  await screen.press('c');
  expect(screen.text()).toMatch(/▶ \[x\] A vllm .*baseline/);
  expect(screen.text()).toContain('[ ] B sglang');
  await screen.press(down, ' ');
  expect(screen.text()).toContain('▶ [x] B sglang');
  await screen.press(down, '\r');
  expect(screen.text()).toMatch(/▶ \[x\] C vllm .*baseline/);
  await screen.press('c');
  expect(screen.text()).toMatch(/A vllm \(.*\): better at/);
  await screen.press('b');
  expect(screen.text()).toMatch(/C vllm \(rerun-0\.5\): worse at/);
});

test('e writes what diff would write, l turns the language, and / searches', async () => {
  const written: string[] = [];
  const before = sound(twoTargetsResult());
  const after = rerun(before, 0.5);
  const screen = shown([before, after], { written });
  await screen.until('worse at');
  await screen.press('e');
  await screen.until('Written to out/compare/comparison.md');
  const difference = compareResults(
    resultOfTarget({ result: before, target: 'vllm' }),
    resultOfTarget({ result: after, target: 'vllm' }),
  );
  expect(written).toEqual([writeDifferenceMarkdown(difference, 'en')]);
  await screen.press('l');
  expect(screen.text()).toContain('출력 처리량');
  await screen.press('/tok/s\r');
  expect(screen.text()).toContain('"tok/s": ');
});

test('nothing in common, one side, no stages and hostile names are told and break nothing', async () => {
  const hard = hardResults();
  for (const [name, result] of Object.entries(hard)) {
    const screen = shown([result, await exampleResult('reference-report')], { size: [60, 18] });
    await screen.until('1');
    await screen.press(right, 'c', down, ' ', '\r', 'c', '\u001b[6~');
    for (const line of screen.lines()) expect(displayWidth(line), name).toBeLessThanOrEqual(60);
  }
  const alone = hard['one target'];
  const single = shown(alone === undefined ? [] : [alone]);
  await single.until('One side alone is nothing to compare');
});
