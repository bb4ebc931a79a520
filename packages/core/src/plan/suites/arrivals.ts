import { z } from 'zod';
import { type ArrivalKind, arrivalKinds } from '../arrival-plan.ts';
import { openStop } from '../arrivals/open-stop.ts';
import { shapedArrivals, shapedArrivalsField } from '../arrivals/shaped-arrivals-field.ts';
import { valueAt } from '../known-keys.ts';
import { atMostOneEnd, givenStop, stopFields } from '../plan-fields.ts';
import type { PlannedLevel } from '../planned-level.ts';
import type { WarmupLimit } from '../planned-stage.ts';
import { requestContents } from '../prompts/request-contents.ts';
import type { FileFacts, WorkloadFile } from '../workload-file.ts';
import { checkedRequests, requestFields, suiteRequests } from './suite-requests.ts';

/** Requests that arrive at changing rates, as recorded, or at once. The arrivals say where the level ends. */
export const arrivalsSchema = checkedRequests(
  atMostOneEnd(
    z.strictObject({
      kind: z.literal('arrivals'),
      arrivals: shapedArrivalsField,
      ...stopFields,
      ...requestFields,
    }),
  ),
  kindOfArrivals,
);

type ArrivalsSuite = z.infer<typeof arrivalsSchema>;

/** A suite with a problem in its arrivals may have none: their kind is then one that asks for nothing more. */
function kindOfArrivals(suite: unknown): ArrivalKind {
  const kind = valueAt(suite, ['arrivals', 'kind']);
  return arrivalKinds.find((known) => known === kind) ?? 'trace';
}

/** Its one level; without a warm-up by default. Throws a usage error where a warm-up leaves nothing to measure. */
export function arrivalsLevels(suite: ArrivalsSuite, files: FileFacts): readonly PlannedLevel[] {
  const arrivals = shapedArrivals(suite.arrivals);
  const warmup: WarmupLimit = suite.warmup ?? { kind: 'requests', count: 0 };
  return [
    {
      name: arrivals.kind,
      suite: 'arrivals',
      load: { loop: 'open', arrivals },
      stop: openStop(arrivals, givenStop(suite), warmup, files),
      warmup,
      ...requestContents(suiteRequests(suite, arrivals.kind), files),
      keepExcerpts: false,
    },
  ];
}

/** The trace that it replays. */
export function arrivalsFiles({ arrivals }: ArrivalsSuite): readonly WorkloadFile[] {
  if (arrivals.kind !== 'trace') return [];
  const { kind, source, format, skipBadLines } = arrivals;
  return [{ kind, source, format, skipBadLines }];
}
