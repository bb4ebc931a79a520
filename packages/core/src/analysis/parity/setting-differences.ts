import type { ParityDifference, ParitySide } from '../../result/analysis/parity-schema.ts';
import type { Result, Target } from '../../result/result-file.ts';
import { type EngineSetting, engineSettings } from './engine-setting.ts';
import { settingSide } from './setting-side.ts';

/** Settings that the targets' engines do not share. One that is unknown for a target is passed over. */
export function settingDifferences(result: Result): ParityDifference[] {
  const hasGpu = result.environment.gpus.length > 0;
  return engineSettings
    .filter(({ ofGpu }) => hasGpu || !ofGpu)
    .flatMap((setting) => settingDifference(result.targets, setting) ?? []);
}

function settingDifference(targets: readonly Target[], setting: EngineSetting): ParityDifference | null {
  const values = targets.map((target) => withKnownDefault(target, settingSide(target, setting), setting));
  if (values.some(({ state }) => state === 'unknown')) return null;
  const distinct = new Set(values.map(({ value }) => value));
  if (distinct.size < 2) return null;
  const favoured = setting.better === null ? [] : values.filter(({ value }) => value === setting.better);
  return {
    code: setting.code,
    severity: setting.severity,
    values,
    favours: favoured.length === 1 ? (favoured[0]?.target ?? null) : null,
  };
}

/** What an engine chooses by itself where the result tells: the length that the server reports, the type of the weights. */
function withKnownDefault(target: Target, side: ParitySide, { code }: EngineSetting): ParitySide {
  if (side.value !== null || side.state !== 'default') return side;
  if (code === 'max-model-length' && target.maxModelLength !== null)
    return { ...side, value: `${target.maxModelLength}`, state: 'known' };
  if (code === 'dtype' && target.modelShape?.dtype != null)
    return { ...side, value: target.modelShape.dtype };
  if (code === 'parallelism') return { ...side, value: '1' };
  return side;
}
