import { stagePlace } from '../../plan/stage-id.ts';
import type { StageLoad } from '../../result/load-schema.ts';
import type { Stage } from '../../result/stage-schema.ts';

/** The stages that did the same work: one place in the plan, one load, one language; all targets and repeats. */
export type ComparableGroup = {
  /** Its place in the plan; `null` where the stages have none, as imported ones. */
  readonly place: string | null;
  readonly suite: Stage['suite'];
  /** `5 users` or `2 requests/s, poisson`. */
  readonly load: string;
  readonly language: Stage['language'];
  readonly stages: readonly Stage[];
};

/** Groups in the order in which their first stages come. */
export function comparableGroups(stages: readonly Stage[]): readonly ComparableGroup[] {
  const groups = Map.groupBy(stages, (stage) =>
    JSON.stringify([
      stagePlace(stage.id, stage.target, stage.repeat),
      stage.suite,
      loadText(stage.load),
      stage.language,
    ]),
  );
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    const { suite, load, language } = first;
    const place = stagePlace(first.id, first.target, first.repeat);
    return [{ place, suite, load: loadText(load), language, stages: members }];
  });
}

/** A load in words, as comparisons name it. */
export function loadText(load: StageLoad): string {
  if (load.loop === 'closed') return load.users === 1 ? '1 user' : `${load.users} users`;
  const { arrivals } = load;
  if (arrivals.kind === 'at-once') return `${arrivals.count} requests at once`;
  return `${load.requestsPerSecond} requests/s, ${arrivals.kind}`;
}
