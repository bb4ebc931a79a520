import type { Doubt } from '@kneepoint/core';
import type { Catalogue } from '../catalogue/catalogue.ts';

const general: ReadonlySet<Doubt> = new Set(['imported', 'simulated', 'one-repeat']);

type Judgement = { readonly doubts: readonly Doubt[] };

/** The note under a table of judgements: the doubts about the whole result, said once; nothing without any. */
export function generalDoubts(
  { recommendations: words }: Catalogue,
  judgements: readonly Judgement[],
): string[] {
  const found = new Set(judgements.flatMap(({ doubts }) => doubts.filter((doubt) => general.has(doubt))));
  return found.size === 0 ? [] : [words.allDoubts([...found].map((doubt) => words.doubt[doubt]))];
}

/** What is said of a judgement's own doubts; nothing without any. */
export function ownDoubts({ recommendations: words }: Catalogue, { doubts }: Judgement): string[] {
  const found = doubts.filter((doubt) => !general.has(doubt));
  return found.length === 0 ? [] : [words.doubts(found.map((doubt) => words.doubt[doubt]))];
}
