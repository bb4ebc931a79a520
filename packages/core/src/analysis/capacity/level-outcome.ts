import type { Limit, SloTerm, TrustVerdict } from '../../plan/thresholds/threshold.ts';
import { isSkipped, skippedReason } from '../../result/skipped-stage.ts';
import type { Stage, Trust } from '../../result/stage-schema.ts';
import { overSaturatedCode } from '../steadiness/detect-over-saturation.ts';
import { evaluateTerm } from '../thresholds/evaluate-term.ts';
import { judgedTerm } from '../thresholds/judged-term.ts';
import type { CapacityVary } from './capacity-options.ts';

/** One condition of the SLO at one stage; value and limit in the limit's unit, `null` where there is no data. */
export type LevelTerm = {
  /** As a person wrote it. */
  readonly text: string;
  readonly value: number | TrustVerdict | null;
  readonly limit: Limit;
  readonly kept: boolean | null;
  /** Why it was not kept or could not be judged; `null` where it was kept. */
  readonly reason: string | null;
};

/** What one stage of the search brought. */
export type LevelOutcome = {
  readonly level: number;
  readonly repeat: number;
  /** Whether every condition was kept; `null` where none was broken and one had no data. */
  readonly kept: boolean | null;
  readonly terms: readonly LevelTerm[];
  /** Why the planned load was not carried, whatever the latencies of those that were answered; `null` where it was. */
  readonly notCarried: string | null;
  readonly trust: Trust;
  /** What the stage took, warm-up and drain included, in microseconds. */
  readonly tookMicros: number;
};

/** Findings that say that the planned load was not carried. */
const loadNotCarried: readonly string[] = [overSaturatedCode, 'dropped'];

/** Holds a stage against the SLO. `null` for a stage that is no level of such a search. */
export function levelOutcome(
  stage: Stage,
  terms: readonly SloTerm[],
  vary: CapacityVary,
): LevelOutcome | null {
  const level = levelOf(stage, vary);
  if (level === null) return null;
  const skipped = isSkipped(stage);
  const checked = terms.map((term) => (skipped ? unjudgedTerm(term, stage) : levelTerm(term, stage)));
  const notCarried = skipped ? null : reasonNotCarried(stage);
  const { whole } = stage.window;
  return {
    level,
    repeat: stage.repeat,
    kept: notCarried === null ? allKept(checked) : false,
    terms: checked,
    notCarried,
    trust: stage.trust,
    tookMicros: (whole === null ? 0 : whole.end - whole.start) + (stage.warmup?.duration ?? 0),
  };
}

function levelOf({ load }: Stage, vary: CapacityVary): number | null {
  if (load.loop === 'closed') return vary === 'users' ? load.users : null;
  return vary === 'rate' ? load.requestsPerSecond : null;
}

function levelTerm(term: SloTerm, stage: Stage): LevelTerm {
  const { value, verdict, reason } = evaluateTerm(term, stage);
  const kept = verdict === 'no-data' ? null : verdict === 'pass';
  const { text } = judgedTerm(term, stage.load.loop);
  return { text, value, limit: term.limit, kept, reason };
}

/** What a person skipped says nothing about its level, whatever the few answers were like. */
function unjudgedTerm(term: SloTerm, stage: Stage): LevelTerm {
  const { text } = judgedTerm(term, stage.load.loop);
  return { text, value: null, limit: term.limit, kept: null, reason: skippedReason };
}

/** A stage that was stopped because its queue only grew says so as its status, the rules of trust as a reason. */
function reasonNotCarried({ statusReason, trust }: Stage): string | null {
  if (statusReason?.startsWith(overSaturatedCode) === true) return statusReason;
  return trust.reasons.find(({ code }) => loadNotCarried.includes(code))?.message ?? null;
}

function allKept(terms: readonly LevelTerm[]): boolean | null {
  if (terms.some(({ kept }) => kept === false)) return false;
  return terms.every(({ kept }) => kept === true) ? true : null;
}
