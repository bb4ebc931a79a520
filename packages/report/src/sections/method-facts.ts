import type { Stage } from '@kneepoint/core';
import { levelName, type ReportContext } from '../model/report-context.ts';
import type { Fact } from './environment-facts.ts';

/** Stages named in the order of the run before the rest is only counted. */
const mostNamed = 8;

/** How often, in which order, for how long and with how many requests was measured. */
export function methodFacts({ result, catalogue }: ReportContext): Fact[] {
  const { method, formats } = catalogue;
  const { facts } = method;
  const { stages, seed, salt } = result;
  const repeats = Math.max(0, ...stages.map((stage) => stage.repeat));
  const range = (values: readonly number[], write: (value: number) => string): string | null =>
    values.length === 0 ? null : facts.rangeText(write(Math.min(...values)), write(Math.max(...values)));
  const windows = stages.flatMap(({ window: { start, end } }) =>
    start === null || end === null ? [] : [end - start],
  );
  const completed = stages.flatMap(({ counts }) => counts?.completed ?? []);
  const sources = [...new Set(stages.map((stage) => stage.tokens.source))].filter((one) => one !== 'unknown');
  const tokenSource = sources.map((source) => facts.tokenSourceText[source]).join(', ');
  return [
    { item: facts.repeats, value: repeats === 0 ? null : facts.repeatsText(repeats) },
    { item: facts.order, value: orderText(stages, catalogue) },
    { item: facts.windows, value: range(windows, formats.duration) },
    { item: facts.requestsPerStage, value: range(completed, formats.count) },
    ...(seed === null || salt === null ? [] : [{ item: facts.seed, value: facts.seedText(seed, salt) }]),
    { item: facts.tokenSource, value: tokenSource === '' ? null : tokenSource },
    ...(result.requests.file === null ? [] : [{ item: facts.requestsFile, value: result.requests.file }]),
  ];
}

/** The order in which the stages began; unknown where their begin is. */
function orderText(stages: readonly Stage[], catalogue: ReportContext['catalogue']): string | null {
  const begun = stages.flatMap((stage) => (stage.startedAt === null ? [] : [{ stage, at: stage.startedAt }]));
  if (begun.length === 0 || begun.length < stages.length) return null;
  // A stable sort: stages that began in the same millisecond stay as the result has them.
  const names = begun
    .toSorted((one, other) => one.at.localeCompare(other.at))
    .map(({ stage }) => `${stage.target} ${levelName(catalogue, stage)}`);
  return catalogue.method.facts.orderText(names.slice(0, mostNamed), Math.max(0, names.length - mostNamed));
}
