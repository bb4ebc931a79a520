import type { Result, Target } from '../../result/result-file.ts';
import type { MeasuredTarget } from './compare-measured.ts';

/** What may differ between two sides besides their figures; the first ones change what was measured. */
export const sideQuestions = [
  'model',
  'context-length',
  'engine',
  'engine-version',
  'api',
  'host',
  'processor',
  'gpus',
  'tool',
  'source',
] as const;
export type SideQuestion = (typeof sideQuestions)[number];

/** What differs between two sides; both are known. */
export type SideDifference = {
  readonly what: SideQuestion;
  readonly baseline: string;
  readonly candidate: string;
};

/** What a reader must know of two sides before their figures, in the order of `sideQuestions`. */
export function sideDifferences(
  baseline: MeasuredTarget,
  candidate: MeasuredTarget,
): readonly SideDifference[] {
  const [one, other] = [factsOf(baseline), factsOf(candidate)];
  return sideQuestions.flatMap((what) => {
    const [before, after] = [one[what], other[what]];
    return before === null || after === null || before === after
      ? []
      : [{ what, baseline: before, candidate: after }];
  });
}

function factsOf({ result, target: name }: MeasuredTarget): Record<SideQuestion, string | null> {
  const target: Target | undefined = result.targets.find((own) => own.name === name);
  const { environment, tool, source } = result;
  return {
    model: target?.model ?? null,
    'context-length': target?.maxModelLength == null ? null : String(target.maxModelLength),
    engine: target === undefined ? null : engineOf(target),
    'engine-version': target?.version ?? null,
    api: target?.api ?? null,
    host: environment.host,
    processor: environment.cpu?.model ?? null,
    gpus: gpusOf(result),
    tool: tool.version,
    source: source.kind === 'imported' ? source.tool : 'Kneepoint',
  };
}

/** A simulated server is no engine, whatever it calls itself. */
const engineOf = ({ engine, simulated }: Target): string => (simulated ? `${engine} (simulated)` : engine);

const gpusOf = ({ environment }: Result): string | null =>
  environment.gpus.length === 0 ? null : environment.gpus.map(({ name }) => name).join(', ');
