import type { LimitReason, PhysicalLimit } from '../../result/analysis/physical-limit-schema.ts';
import type { Result, Target } from '../../result/result-file.ts';
import type { Stage } from '../../result/stage-schema.ts';
import { type ClosedLevel, closedLevels } from '../scaling/closed-levels.ts';
import { decodeLimitOf, prefillLimitOf } from './level-limits.ts';
import { peakFlops } from './peak-flops.ts';
import { servedModel } from './served-model.ts';
import { serverSetting } from './server-setting.ts';
import type { Serving } from './serving.ts';
import { servingAccelerators } from './serving-accelerators.ts';

/** What the limits are made of: levels, targets, and what is known of the serving host. */
type Known = Pick<Result, 'stages' | 'targets' | 'environment' | 'source'>;

/** Suites in which a level is one kind of work; those of `context` differ in their prompts' lengths. */
const limitSuites: ReadonlySet<Stage['suite']> = new Set([
  'single-user',
  'concurrency',
  'bench',
  'languages',
  'capacity',
]);

/**
 * The physical limit of every closed-loop level of every target and the share of it that was reached; of one user's
 * prefill too. A target whose limit is unknown has one entry, its lightest level, with the reason.
 */
export function physicalLimitsOf(result: Known): PhysicalLimit[] {
  return result.targets.flatMap((target) => {
    const own = result.stages.filter((stage) => stage.target === target.name && limitSuites.has(stage.suite));
    const levels = closedLevels(own);
    const serving = servingOf(result, target);
    if (serving.kind === 'known')
      return levels.flatMap((level) => limitsOfLevel(target, level, serving.serving));
    return levels.slice(0, 1).map((level) => unknownLimit(target, level, serving.reason));
  });
}

type ServingLookup =
  | { readonly kind: 'known'; readonly serving: Serving }
  | { readonly kind: 'unknown'; readonly reason: LimitReason };

function servingOf(result: Known, target: Target): ServingLookup {
  const accelerators = servingAccelerators(result, target);
  if (accelerators.kind === 'unknown') return accelerators;
  const lookup = servedModel(target);
  if (lookup.kind === 'unknown') return lookup;
  const { accelerator, count } = accelerators;
  const peak = peakFlops(accelerator, lookup.model);
  return {
    kind: 'known',
    serving: {
      model: lookup.model,
      accelerator: accelerator.name,
      accelerators: count,
      bandwidth: count * accelerator.bandwidth,
      peakFlops: peak === null ? null : count * peak,
      isSpeculative: isSpeculative(target),
    },
  };
}

function isSpeculative(target: Target): boolean {
  const setting = serverSetting(target, {
    flags: ['--speculative-config', '--speculative-algorithm'],
    keys: ['speculative_algorithm'],
  });
  return setting.kind === 'known' && setting.value !== null;
}

function limitsOfLevel(target: Target, level: ClosedLevel, serving: Serving): PhysicalLimit[] {
  const place = { target: target.name, suite: level.suite, language: level.language, users: level.users };
  const prefill = level.users === 1 && level.suite !== 'languages' ? prefillLimitOf(level, serving) : null;
  return [
    { ...place, ...decodeLimitOf(level, serving) },
    ...(prefill === null ? [] : [{ ...place, ...prefill }]),
  ];
}

function unknownLimit(target: Target, level: ClosedLevel, reason: LimitReason): PhysicalLimit {
  // What is known of the model is told all the same.
  const lookup = servedModel(target);
  const model = lookup.kind === 'known' ? lookup.model : null;
  return {
    target: target.name,
    suite: level.suite,
    language: level.language,
    phase: 'decode',
    users: level.users,
    context: null,
    limit: null,
    measured: null,
    metric: null,
    kind: 'derived',
    share: null,
    boundBy: null,
    inputs: {
      accelerator: null,
      accelerators: null,
      bandwidth: null,
      peakFlops: null,
      weightBytes: model?.weightBytes ?? null,
      keyValueBytesPerToken: model?.keyValueBytesPerToken ?? null,
      parameters: model?.parameters ?? null,
    },
    reason,
  };
}
