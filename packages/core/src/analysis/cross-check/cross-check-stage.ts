import type { AskedTotals } from '../../measurement/server-asked-totals.ts';
import type { CrossCheck } from '../../result/cross-check-schema.ts';
import type { ServerView } from '../../result/stage-schema.ts';
import { compareRequests, compareTokens } from './compare-counts.ts';
import { compareFirstToken, compareTokenGap, type WayErrors } from './compare-latencies.ts';

/** The two views of one stage. */
export type TwoViews = {
  /** What this client asked for and got, warm-up included. */
  readonly asked: AskedTotals;
  readonly server: ServerView;
  readonly errors: WayErrors;
};

/** What can be compared, in this order: requests, output tokens, time to first token, time between tokens. */
export function crossCheckStage(views: TwoViews): readonly CrossCheck[] {
  const { asked } = views;
  const requests = compareRequests(views);
  // With requests of others in its figures the server speaks of another load.
  const shared = requests.explained === false && asked.completed < (requests.server ?? 0);
  return [
    requests,
    compareTokens(views, shared),
    compareFirstToken(views, shared),
    compareTokenGap(views, shared),
  ];
}
