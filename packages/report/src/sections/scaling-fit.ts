import type { Scaling } from '@kneepoint/core';
import { type Block, type Cell, cell, left, paragraph, right } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { sectionHeading } from './section.ts';

/** From this relative error on the law is no description of the points. */
export const misfitError = 0.15;

type Fitted = { readonly target: string; readonly levels: number; readonly usl: NonNullable<Scaling['usl']> };

/** The fitted law of each target with its errors, and what not to read into it; nothing where none was fitted. */
export function scalingFitBlocks(context: ReportContext): Block[] {
  const { catalogue, result } = context;
  const { fit } = catalogue.scaling;
  const fitted = result.analysis.scaling.flatMap(({ target, points, usl }): Fitted[] => {
    const levels = points.filter(({ trust }) => trust !== 'invalid').length;
    return usl === null ? [] : [{ target, levels, usl }];
  });
  if (fitted.length === 0) return [];
  return [
    sectionHeading(context, 3, 'scaling-law', fit.heading),
    paragraph(fit.intro),
    {
      kind: 'table',
      columns: [
        left(catalogue.columns.target),
        right(fit.lambda),
        right(fit.sigma),
        right(fit.kappa),
        right(fit.determination),
        right(fit.relativeError),
        left(fit.peak),
      ],
      rows: fitted.map((own) => fitRow(context, own)),
      notes: notesOf(context, fitted),
    },
  ];
}

function fitRow({ catalogue }: ReportContext, { target, levels, usl }: Fitted): Cell[] {
  const { formats, words, scaling } = catalogue;
  const parameter = ({ value, error }: Fitted['usl']['lambda']): Cell =>
    cell(
      error === null ? formats.requests(value) : `${formats.requests(value)} ± ${formats.requests(error)}`,
    );
  return [
    cell(target),
    parameter(usl.lambda),
    parameter(usl.sigma),
    parameter(usl.kappa),
    usl.determination === null
      ? cell(words.unknown, 'muted')
      : cell(formats.requests(floored(usl.determination))),
    levels > 3 ? cell(formats.share(usl.relativeError)) : cell(words.unknown, 'muted'),
    usl.peak === null
      ? cell(levels > 3 ? scaling.fit.noPeak : words.unknown, 'muted')
      : cell(scaling.fit.peakAt(usl.peak.users, usl.peak.throughput)),
  ];
}

/** Three digits, cut off: what is not all must not read 1. */
const floored = (share: number): number => Math.floor(share * 1000) / 1000;

function notesOf({ catalogue }: ReportContext, fitted: readonly Fitted[]): string[] {
  const { fit } = catalogue.scaling;
  const names = (wanted: (own: Fitted) => boolean): string[] =>
    fitted.filter(wanted).map(({ target }) => target);
  const three = names(({ levels }) => levels <= 3);
  const hasErrors = fitted.some(({ usl }) => usl.lambda.error !== null);
  const atBound = names(
    ({ usl }) => usl.lambda.error !== null && (usl.sigma.value === 0 || usl.kappa.value === 0),
  );
  const misfits = fitted.filter(({ levels, usl }) => levels > 3 && usl.relativeError >= misfitError);
  return [
    ...(hasErrors ? [fit.errors] : []),
    ...(atBound.length > 0 ? [fit.atBound(atBound)] : []),
    ...(three.length > 0 ? [fit.threeLevels(three)] : []),
    ...misfits.map(({ target, usl }) => fit.misfit([target], usl.relativeError)),
  ];
}
