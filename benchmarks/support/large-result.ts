import { RecordedStage } from '../../packages/core/src/measurement/testing/recorded-stage.ts';
import { createRandom } from '../../packages/core/src/random/create-random.ts';
import type { Result } from '../../packages/core/src/result/result-file.ts';
import type { Stage } from '../../packages/core/src/result/stage-schema.ts';
import { measuredResult, stageEntry } from '../../packages/core/src/result/testing/measured-result.ts';

const targets = ['one', 'two'] as const;
const levels = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512] as const;
const repeats = 5;
const tokensPerAnswer = 16;

/** A result of 100 stages, two targets at ten levels in five repeats, whose histograms are as full as those of a real run. */
export function largeResult(requests: number): Result {
  const perStage = Math.round(requests / (targets.length * levels.length * repeats));
  const stages: Stage[] = [];
  for (let repeat = 1; repeat <= repeats; repeat++) {
    for (const users of levels) {
      for (const target of targets) stages.push(stageOf({ target, users, repeat }, perStage));
    }
  }
  const result = measuredResult(stages);
  return {
    ...result,
    name: 'large',
    targets: targets.flatMap((name) => result.targets.map((target) => ({ ...target, name }))),
  };
}

type Place = { readonly target: string; readonly users: number; readonly repeat: number };

function stageOf({ target, users, repeat }: Place, requests: number): Stage {
  const id = `${repeat}-concurrency/${users}-users/${target}/repeat-${repeat}`;
  const random = createRandom(`report-benchmark/${id}`);
  const slowness = (target === 'one' ? 1 : 1.3) * (1 + users / 40);
  const stage = new RecordedStage(1);
  stage.open(0);
  let at = 0;
  for (let request = 0; request < requests; request++) {
    at += 1000;
    const flight = stage.start(at, { inputTokens: 200, firstWave: request < users });
    at += 20_000 * slowness * (1 + 4 * random.next() ** 6);
    for (let token = 1; token <= tokensPerAnswer; token++) {
      stage.token(at, flight, token);
      at += 8_000 * slowness * (0.8 + 0.4 * random.next());
    }
    stage.end(at, flight);
  }
  stage.close(at + 1000);
  const entry = stageEntry(stage.finish(at + 2000));
  return {
    ...entry,
    id,
    target,
    suite: 'concurrency',
    repeat,
    load: { loop: 'closed', users, thinkTime: null },
  };
}
