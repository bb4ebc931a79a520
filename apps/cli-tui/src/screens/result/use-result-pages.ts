import { analyzeResult, type Result } from '@kneepoint/core';
import { useCallback, useMemo } from 'react';
import { withKnownProblems } from '../../documents/with-known-problems.ts';
import type { Look } from '../parts/look.ts';
import { firstPages, type ResultPage, resultPages } from './result-pages.ts';
import { useLater } from './use-later.ts';

/**
 * The pages of a result. Everything derived is derived anew by the rules of this version, as in the files of a report;
 * that takes a while, so until then there is the overview alone, without its verdicts.
 */
export function useResultPages(result: Result, { words, theme }: Look): readonly ResultPage[] {
  const judged = useLater(useCallback(() => withKnownProblems(analyzeResult(result)), [result]));
  return useMemo(
    () =>
      judged === null ? firstPages(result, words, theme.marks) : resultPages(judged, words, theme.marks),
    [judged, result, words, theme],
  );
}
