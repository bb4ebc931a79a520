import { caution, type FindingRule } from '../finding-rule.ts';

/** Targets that are simulated: their figures are the simulation's. */
export const simulated: FindingRule = ({ result }) => {
  const names = result.targets.filter((target) => target.simulated).map(({ name }) => name);
  if (names.length === 0) return [];
  return [
    caution('simulated', {
      targets: names.map((target) => ({ target, value: 1, unit: 'count' })),
    }),
  ];
};

/** Figures that another tool measured, or a person wrote down. */
export const imported: FindingRule = ({ result: { source } }) => {
  if (source.kind !== 'imported') return [];
  return [
    caution('imported', {
      names: { format: source.format, tool: source.tool ?? '', files: source.files.join(', ') },
    }),
  ];
};

/** Results of different times, put together: what changed between them is in the differences too. */
export const combined: FindingRule = ({ result: { source } }) => {
  if (source.kind !== 'combined') return [];
  const instants = source.results
    .map(({ createdAt }) => createdAt)
    .toSorted((one, other) => Date.parse(one) - Date.parse(other));
  const [first, last] = [instants[0], instants.at(-1)];
  const seconds = (Date.parse(last ?? '') - Date.parse(first ?? '')) / 1000;
  return [
    caution('combined', {
      names: { from: first ?? '', to: last ?? '' },
      numbers: {
        results: [source.results.length, 'count'],
        ...(Number.isFinite(seconds) ? { apart: [seconds, 's'] as const } : {}),
      },
    }),
  ];
};
