import type { Result } from '../../../result/result-file.ts';
import type { Stage } from '../../../result/stage-schema.ts';
import { meanOf } from './levels.ts';
import { sameLevelGroups } from './same-level-groups.ts';

/** Tokenizers of one model and chat templates make prompts differ by a few tokens. */
export const mostLengthDifference = 0.05;
/** A few tokens of a short prompt are a large share and little work. */
const leastTokens = 16;

/** Mean lengths in tokens of each target at the level where they differ most, and the stages of all such levels. */
export type LengthDifference = {
  readonly lengths: readonly { readonly target: string; readonly tokens: number }[];
  readonly levels: readonly (readonly Stage[])[];
};

/** `null` where the targets got, or gave, about the same amount of text at every level. */
export function worstLengthDifference(result: Result, which: 'input' | 'output'): LengthDifference | null {
  const found = sameLevelGroups(result).flatMap((group) => {
    const lengths = result.targets.flatMap(({ name }) => {
      const tokens = meanOf(
        group.filter(({ target }) => target === name).map((stage) => stage.lengths[which].mean),
      );
      return tokens === null ? [] : [{ target: name, tokens }];
    });
    const values = lengths.map(({ tokens }) => tokens);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const isUnequal =
      lengths.length > 1 && high - low >= leastTokens && high > low * (1 + mostLengthDifference);
    return isUnequal ? [{ group, lengths, factor: high / Math.max(1, low) }] : [];
  });
  const worst = found.toSorted((left, right) => right.factor - left.factor)[0];
  return worst === undefined ? null : { lengths: worst.lengths, levels: found.map(({ group }) => group) };
}
