import type { PhysicalLimit } from '../../result/analysis/physical-limit-schema.ts';
import { type ClosedLevel, meanOverRepeats } from '../scaling/closed-levels.ts';
import { decodeLimit, prefillLimit } from './decode-limit.ts';
import type { Serving } from './serving.ts';

/** A limit without its place. */
export type LevelLimit = Omit<PhysicalLimit, 'target' | 'suite' | 'language' | 'users'>;

/** Output tok/s of a level against the most that its batch allows. */
export function decodeLimitOf(level: ClosedLevel, serving: Serving): LevelLimit {
  const { model } = serving;
  const context = contextOf(level);
  const cacheBytesPerUser = context === null ? null : model.cacheBytes(context);
  const limit = serving.isSpeculative
    ? null
    : decodeLimit({ ...model, ...rates(serving), cacheBytesPerUser, users: level.users });
  const { metric, measured } = measuredOutput(level);
  return {
    phase: 'decode',
    context: cacheBytesPerUser === null ? null : context,
    limit: limit?.tokensPerSecond ?? null,
    measured,
    metric: measured === null ? null : metric,
    kind: 'derived',
    share: shareOf(measured, limit?.tokensPerSecond ?? null),
    boundBy: limit?.boundBy ?? null,
    inputs: inputsOf(serving),
    reason: serving.isSpeculative
      ? 'speculative-decoding'
      : cacheBytesPerUser === null
        ? 'context-unknown'
        : computeReason(serving),
  };
}

/** Input tok/s of one user, from prompt length over time to first token; `null` where one of them is unknown. */
export function prefillLimitOf(level: ClosedLevel, serving: Serving): LevelLimit | null {
  const inputTokens = meanOverRepeats(level, (stage) => stage.lengths.input.mean);
  const cached = meanOverRepeats(level, ({ tokens, counts }) =>
    counts === null || counts.completed === 0 ? null : (tokens.cached ?? 0) / counts.completed,
  );
  const micros = meanOverRepeats(level, (stage) => stage.metrics.ttft.mean);
  const computed = (inputTokens ?? 0) - (cached ?? 0);
  if (micros === null || micros <= 0 || computed < 1) return null;
  const limit = prefillLimit({ ...serving.model, ...rates(serving), inputTokens: computed });
  const measured = (computed * 1e6) / micros;
  return {
    phase: 'prefill',
    context: null,
    limit: limit.tokensPerSecond,
    measured,
    metric: 'ttft',
    kind: 'estimated',
    share: shareOf(measured, limit.tokensPerSecond),
    boundBy: limit.boundBy,
    inputs: inputsOf(serving),
    reason: computeReason(serving),
  };
}

/** Prompt and half of the answer: what a step has behind it on average. */
function contextOf(level: ClosedLevel): number | null {
  const input = meanOverRepeats(level, (stage) => stage.lengths.input.mean);
  const output = meanOverRepeats(level, (stage) => stage.lengths.output.mean);
  return input === null || output === null ? null : input + output / 2;
}

/** Of one user the speed of decoding alone, where it is known; of several what all of them got together. */
function measuredOutput(level: ClosedLevel): Pick<LevelLimit, 'metric' | 'measured'> {
  const metrics =
    level.users === 1
      ? (['decodeSpeed', 'requestSpeed', 'outputThroughput'] as const)
      : (['outputThroughput'] as const);
  for (const metric of metrics) {
    const measured = meanOverRepeats(level, (stage) => stage.metrics[metric].value);
    if (measured !== null) return { metric, measured };
  }
  return { metric: null, measured: null };
}

const rates = ({ bandwidth, peakFlops }: Serving): Pick<Serving, 'bandwidth' | 'peakFlops'> => ({
  bandwidth,
  peakFlops,
});

function computeReason({ model, peakFlops }: Serving): LevelLimit['reason'] {
  return model.flopsPerToken === null || peakFlops === null ? 'compute-unknown' : null;
}

function shareOf(measured: number | null, limit: number | null): number | null {
  return measured === null || limit === null ? null : measured / limit;
}

function inputsOf(serving: Serving): PhysicalLimit['inputs'] {
  const { model, accelerator, accelerators, bandwidth, peakFlops } = serving;
  return {
    accelerator,
    accelerators,
    bandwidth,
    peakFlops,
    weightBytes: model.weightBytes,
    keyValueBytesPerToken: model.keyValueBytesPerToken,
    parameters: model.parameters,
  };
}
