import type { ReportContext } from '../model/report-context.ts';

/** A figure that a table shows as unknown, and why. */
export type UnknownFigure = { readonly column: string; readonly target: string; readonly reason: string };

/** One note for each reason, naming every column and target that it explains. */
export function unknownNotes({ catalogue }: ReportContext, unknown: readonly UnknownFigure[]): string[] {
  return [...new Set(unknown.map(({ reason }) => reason))].map((reason) => {
    const own = unknown.filter((figure) => figure.reason === reason);
    const columns = [...new Set(own.map(({ column }) => column))];
    const targets = [...new Set(own.map(({ target }) => target))];
    return catalogue.levels.unknownNote(columns, targets, reason);
  });
}
