import type { StageSelector, Threshold } from '../../plan/thresholds/threshold.ts';

/** A load as selectors see it, planned or measured; arrivals have a rate where it is one and the same all along. */
export type SelectableLoad =
  | { readonly loop: 'closed'; readonly users: number }
  | {
      readonly loop: 'open';
      readonly arrivals: { readonly kind: string; readonly requestsPerSecond?: number };
    };

/** Lengths of prompts as selectors see them: they know one that is the same for all. */
type SelectableLengths = { readonly kind: string; readonly value?: number } | null;

/** What selectors look at, of a planned stage or of a measured one. */
export type SelectableStage = {
  readonly id: string;
  readonly target: string;
  readonly suite: string;
  readonly language: string;
  readonly load: SelectableLoad;
} & (
  | { readonly inputTokens: SelectableLengths }
  | { readonly prompts: { readonly inputTokens: SelectableLengths } | null }
);

/** The stages that every selector of a threshold fits, each repeat a stage of its own. */
export function selectedStages<Stage extends SelectableStage>(
  threshold: Pick<Threshold, 'selectors'>,
  stages: readonly Stage[],
): readonly Stage[] {
  return stages.filter((stage) => threshold.selectors.every((selector) => fits(stage, selector)));
}

/** Whether one selector fits a stage. */
export const fits = (stage: SelectableStage, { kind, value }: StageSelector): boolean =>
  selectableValue(stage, kind) === value;

/** What a stage is to a kind of selector; `null` where it has no such thing, as a closed loop has no rate. */
export function selectableValue(stage: SelectableStage, kind: StageSelector['kind']): string | number | null {
  switch (kind) {
    case 'target':
    case 'suite':
    case 'language':
      return stage[kind];
    case 'users':
      return stage.load.loop === 'closed' ? stage.load.users : null;
    case 'rate':
      return stage.load.loop === 'open' ? (stage.load.arrivals.requestsPerSecond ?? null) : null;
    case 'inputTokens': {
      const lengths = 'inputTokens' in stage ? stage.inputTokens : (stage.prompts?.inputTokens ?? null);
      return lengths?.value ?? null;
    }
  }
}
