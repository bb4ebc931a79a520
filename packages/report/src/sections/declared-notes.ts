import type { Figure, Stage } from '@kneepoint/core';
import type { Level } from '../model/level.ts';
import type { ReportContext } from '../model/report-context.ts';

/** A note where all that a table shows of a figure was typed by a person, and nothing was measured. */
export function declaredNotes(
  { catalogue }: ReportContext,
  levels: readonly Level[],
  pick: (stage: Stage) => Figure,
): string[] {
  return isDeclared(levels, pick) ? [catalogue.facts.declaredTable] : [];
}

/** Whether every known value of a figure is declared, and there is one. */
export function isDeclared(levels: readonly Level[], pick: (stage: Stage) => Figure): boolean {
  const figures = levels
    .flatMap(({ targets }) => targets)
    .flatMap(({ stages }) => stages.map(pick))
    .filter(({ value }) => value !== null);
  return figures.length > 0 && figures.every(({ kind }) => kind === 'declared');
}
