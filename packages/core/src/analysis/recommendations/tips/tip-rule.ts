import type { Evidence } from '../../../result/analysis/finding-schema.ts';
import type { Tip, TipCode } from '../../../result/analysis/judgement-schema.ts';
import type { Result, Target } from '../../../result/result-file.ts';
import type { ServerSpan, Stage } from '../../../result/stage-schema.ts';

/** A rule looks for its evidence in a result and gives a tip for each target that has it. */
export type TipRule = (result: Result) => Tip[];

type TipParts = {
  readonly evidence: readonly Evidence[];
  readonly stages?: readonly Stage[];
  readonly names?: Readonly<Record<string, string>>;
};

/** A tip about a target. */
export const tipFor = (
  code: TipCode,
  { name, engine }: Target,
  { evidence, stages = [], names = {} }: TipParts,
): Tip => ({
  code,
  target: name,
  engine,
  names: { ...names },
  evidence: [...evidence],
  stages: stages.map(({ id }) => id),
});

/** A stage with the server's view of its window, or of the whole stage where none lies around the window. */
export type ServerStage = { readonly stage: Stage; readonly server: ServerSpan };

/** The stages of a target that its server's own figures are known of. */
export const serverStages = ({ stages }: Result, name: string): ServerStage[] =>
  stages.flatMap((stage) => {
    const server = stage.server?.window ?? stage.server;
    return stage.target !== name || server === null ? [] : [{ stage, server }];
  });
