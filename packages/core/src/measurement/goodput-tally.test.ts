import { expect, test } from 'vitest';
import type { RequestObjective } from '../plan/request-limits.ts';
import { RecordedStage } from './testing/recorded-stage.ts';

const objective: RequestObjective = {
  text: 'ttft<50us, tokenGap<20us',
  limits: [
    { latency: 'ttft', belowMicros: 50 },
    { latency: 'tokenGap', belowMicros: 20 },
  ],
};

/** A request of three tokens: the first after `ttft`, the others `gap` apart. */
function answer(stage: RecordedStage, at: number, ttft: number, gap: number): void {
  const flight = stage.start(at);
  for (const token of [0, 1, 2]) stage.token(at + ttft + token * gap, flight, token + 1);
  stage.end(at + ttft + 3 * gap, flight);
}

test('a request is good when it keeps every limit; failed, cut and dropped ones are missed', () => {
  const stage = new RecordedStage(0, [objective]);
  stage.open(0);
  answer(stage, 0, 49, 19);
  answer(stage, 200, 50, 5);
  answer(stage, 400, 10, 20);
  stage.fail(610, stage.start(600), '503');
  stage.cut(700, stage.start(650));
  stage.recorder.dropped();
  stage.close(800);
  expect(stage.finish(900).goodput).toEqual([{ objective, good: 1, planned: 6 }]);
});

test('requests in flight when the window opens belong to it, those before and after it do not', () => {
  const stage = new RecordedStage(0, [objective]);
  answer(stage, 0, 10, 5);
  const early = stage.start(100);
  stage.open(150);
  for (const token of [1, 2, 3]) stage.token(139 + token * 10, early, token);
  stage.end(200, early);
  stage.close(300);
  answer(stage, 301, 10, 5);
  expect(stage.finish(400).goodput).toEqual([{ objective, good: 1, planned: 1 }]);
});

test('warm-up requests are in no goodput', () => {
  const stage = new RecordedStage(0, [objective]);
  stage.open(0);
  stage.end(20, stage.start(0, { warmup: true }), 0);
  stage.close(100);
  expect(stage.finish(100).goodput).toEqual([{ objective, good: 0, planned: 0 }]);
});

test('an answer of one token has no gap to break, one without any token is missed', () => {
  const stage = new RecordedStage(0, [objective]);
  stage.open(0);
  const short = stage.start(0);
  stage.token(10, short, 1);
  stage.end(20, short);
  stage.close(100);
  expect(stage.finish(100).goodput[0]).toMatchObject({ good: 1, planned: 1 });
});
