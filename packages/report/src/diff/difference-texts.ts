import type { ComparisonReason, DifferenceCell, GateReason } from '@kneepoint/core';
import type { Catalogue, ReportLanguage } from '../catalogue/catalogue.ts';
import { catalogues } from '../catalogue/catalogues.ts';
import { levelName } from '../model/report-context.ts';

/** What says where a figure was measured. */
export type ComparedPlace = Pick<DifferenceCell, 'suite' | 'level' | 'load' | 'language'>;

/** The texts of a comparison's cells in one language, for whoever lays them out. */
export type DifferenceTexts = {
  /** The load, with what tells it apart from the others. */
  level(place: ComparedPlace, others: readonly ComparedPlace[]): string;
  /** With its unit; a word where it is unknown. */
  value(unit: DifferenceCell['unit'], value: number | null): string;
  /** A ratio as a change with its sign: `+4.1%`. */
  change(ratio: number): string;
  span(low: string, high: string): string;
  share(value: number): string;
  reason(code: GateReason | ComparisonReason): string;
  /** Figures without a unit, for axes: microseconds become milliseconds. */
  axis(unit: DifferenceCell['unit'], value: number): string;
  count(value: number): string;
  instant(iso: string): string;
};

/** The texts of a language. */
export function differenceTexts(language: ReportLanguage): DifferenceTexts {
  const catalogue = catalogues[language];
  const { diff, formats } = catalogue;
  const change = changeFormat(catalogue);
  const reasons: Readonly<Record<string, string>> = { ...diff.comparisonReason, ...diff.reason };
  return {
    level: (place, others) => levelText(place, others, catalogue),
    value: (unit, value) => valueText(unit, value, catalogue),
    change: (ratio) => change(ratio - 1),
    span: diff.span,
    share: formats.share,
    reason: (code) => reasons[code] ?? code,
    axis: (unit, value) => formats.requests(unit === 'us' ? value / 1000 : value),
    count: formats.requests,
    instant: formats.instant,
  };
}

/** A value with its unit. */
export function valueText(
  unit: DifferenceCell['unit'],
  value: number | null,
  { diff, formats }: Catalogue,
): string {
  if (value === null) return diff.unknown;
  return unit === 'us' ? formats.duration(value) : formats.rate(value);
}

/** The load; with its suite, or its place in the plan, where another row would read the same. */
export function levelText(
  cell: ComparedPlace,
  cells: readonly ComparedPlace[],
  catalogue: Catalogue,
): string {
  const name = levelName(catalogue, cell);
  const alike = cells.filter((other) => levelName(catalogue, other) === name);
  const { diff, words } = catalogue;
  if (new Set(alike.map(({ suite, level }) => `${suite}/${level}`)).size < 2) return name;
  const places = new Set(alike.flatMap(({ suite, level }) => (suite === cell.suite ? [level] : [])));
  return diff.labelled(places.size > 1 ? (cell.level ?? '') : words.suite[cell.suite], name);
}

/** A change with its sign, to a tenth of a per cent below ten. */
export function changeFormat({ language }: Catalogue): (change: number) => string {
  const format = (digits: number) =>
    new Intl.NumberFormat(language, {
      style: 'percent',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: 'exceptZero',
    });
  const [whole, tenth] = [format(0), format(1)];
  return (change) => (Math.abs(change) >= 1 ? whole : tenth).format(change);
}
