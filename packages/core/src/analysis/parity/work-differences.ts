import type { ParityDifference, ParitySide } from '../../result/analysis/parity-schema.ts';
import type { Result } from '../../result/result-file.ts';
import type { Stage } from '../../result/stage-schema.ts';
import { worstLengthDifference } from '../audit/reading/length-difference.ts';
import { sameLevelGroups } from '../audit/reading/same-level-groups.ts';

/** Differences of the work that the targets got, and of when they got it. */
export function workDifferences(result: Result): ParityDifference[] {
  return [...prompts(result), ...lengths(result), ...order(result), ...shared(result)];
}

/** Prompts of another kind, or salted for one target only, at one level; the first such level is told. */
function prompts(result: Result): ParityDifference[] {
  for (const group of sameLevelGroups(result)) {
    const sides = new Map(group.map((stage) => [stage.target, promptsOf(stage)]));
    const known = new Set([...sides.values()].filter((value) => value !== null));
    if (known.size < 2) continue;
    const values = [...sides].map(([target, value]) => sideOf(target, value));
    return [{ code: 'prompts', severity: 'error', values, favours: null }];
  }
  return [];
}

const promptsOf = ({ prompts: sent }: Stage): string | null =>
  sent === null
    ? null
    : `${sent.kind}${sent.source === null ? '' : ` ${sent.source}`}${sent.salted ? '' : ' salted=false'}`;

const sideOf = (target: string, value: string | null): ParitySide => ({
  target,
  value,
  state: value === null ? 'unknown' : 'known',
});

const lengths = (result: Result): ParityDifference[] =>
  (['input', 'output'] as const).flatMap((which) => {
    const worst = worstLengthDifference(result, which);
    if (worst === null) return [];
    const values = worst.lengths.map(({ target, tokens }) => sideOf(target, `${Math.round(tokens)}`));
    return [{ code: `${which}-length` as const, severity: 'warning' as const, values, favours: null }];
  });

/**
 * Repeats that were not interleaved: every target was done at once, one after the other, so that whatever drifted
 * (heat, clocks, neighbours) fell on one side. With one repeat there is nothing to interleave.
 */
function order({ stages, targets }: Result): ParityDifference[] {
  const started = stages.filter(({ startedAt }) => startedAt !== null);
  if (targets.length < 2 || started.length < stages.length || !stages.some(({ repeat }) => repeat > 1))
    return [];
  const sequence = started
    .toSorted((left, right) => (left.startedAt ?? '').localeCompare(right.startedAt ?? ''))
    .map(({ target }) => target);
  const blocks = sequence.filter((target, index) => target !== sequence[index - 1]);
  if (blocks.length > new Set(blocks).size) return [];
  const values = blocks.map((target, index) => sideOf(target, `${index + 1}`));
  return [{ code: 'order', severity: 'warning', values, favours: null }];
}

/** Others used a server meanwhile: the trust verdict saw more requests than were sent. */
function shared({ stages, targets }: Result): ParityDifference[] {
  const values = targets.map(({ name }) => {
    const count = stages.filter(
      ({ target, trust }) => target === name && trust.reasons.some(({ code }) => code === 'server-shared'),
    ).length;
    return { target: name, value: count > 0 ? 'on' : 'off', state: 'known' as const };
  });
  if (targets.length < 2 || values.every(({ value }) => value === 'off')) return [];
  return [{ code: 'server-shared', severity: 'warning', values, favours: null }];
}
