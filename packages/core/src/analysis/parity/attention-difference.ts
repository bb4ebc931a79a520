import type { ParityDifference, ParitySide } from '../../result/analysis/parity-schema.ts';
import type { Result, Target } from '../../result/result-file.ts';
import { flagValue } from '../audit/reading/commands.ts';

/** Attention in plain PyTorch: the way that works everywhere, and the slowest; CUDA graphs are off with it. */
const slowBackends = ['torch_native', 'torch_sdpa'];

/**
 * Attention backends: names are each engine's own, so that two engines differ only where one was chosen by hand and the
 * other not, or where one of them is slow.
 */
export function attentionDifference({ targets, environment }: Result): ParityDifference[] {
  const values = targets.map(attentionSide);
  if (values.some(({ state }) => state === 'unknown')) return [];
  const areOneEngine = new Set(targets.map(({ engine }) => engine)).size === 1;
  const distinct = new Set(values.map(({ value }) => value));
  const slow = values.filter(isSlow);
  const isDifferent =
    distinct.size > 1 && (areOneEngine || slow.length > 0 || values.some(({ value }) => value === null));
  if (!isDifferent || slow.length === values.length) return [];
  const fast = values.filter((side) => !isSlow(side));
  const isHandicap = slow.length > 0 && environment.gpus.length > 0;
  return [
    {
      code: 'attention-backend',
      severity: isHandicap ? 'warning' : 'note',
      values,
      favours: isHandicap && fast.length === 1 ? (fast[0]?.target ?? null) : null,
    },
  ];
}

const isSlow = ({ value }: ParitySide): boolean =>
  value !== null && slowBackends.includes(value.toLowerCase());

function attentionSide({ name, engine, deployment, serverConfig, simulated }: Target): ParitySide {
  if (engine === 'other' || simulated || (deployment === null && serverConfig === null))
    return { target: name, value: null, state: 'unknown' };
  const written = flagValue(deployment?.command ?? [], '--attention-backend');
  if (typeof written === 'string') return { target: name, value: written, state: 'known' };
  const reported = serverConfig?.['attention_backend'];
  if (typeof reported === 'string') return { target: name, value: reported, state: 'known' };
  return { target: name, value: null, state: 'default' };
}
