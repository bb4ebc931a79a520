import type { ParityDifference } from '../../result/analysis/parity-schema.ts';
import type { Result } from '../../result/result-file.ts';
import { attentionDifference } from './attention-difference.ts';
import { identityDifferences } from './identity-differences.ts';
import { settingDifferences } from './setting-differences.ts';
import { workDifferences } from './work-differences.ts';

const weights = { error: 0, warning: 1, note: 2 };

/**
 * Every difference between the targets that could favour one side, the weightiest first; none for fewer than two
 * targets. What is unknown for a target is no difference, but for an engine whose version nobody knows.
 */
export function parityOf(result: Result): ParityDifference[] {
  if (result.targets.length < 2) return [];
  return [
    ...identityDifferences(result),
    ...settingDifferences(result),
    ...attentionDifference(result),
    ...workDifferences(result),
  ].toSorted((left, right) => weights[left.severity] - weights[right.severity]);
}
