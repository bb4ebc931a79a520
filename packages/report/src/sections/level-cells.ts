import type { LatencyName, PercentileName } from '@kneepoint/core';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Cell, cell, type Tone } from '../model/document.ts';
import {
  type PercentileValue,
  type RepeatedFigure,
  repeatedPercentile,
  type TargetLevel,
} from '../model/level.ts';

/** How the figures of a target at a level are toned: an invalid one stays visible, and looks it. */
export function toneOf(level: TargetLevel): Tone {
  return level.verdict === 'invalid' ? 'invalid' : 'plain';
}

/** A rate over repeats with their range as its note. */
export function rateCell(catalogue: Catalogue, figure: RepeatedFigure | null, tone: Tone = 'plain'): Cell {
  if (figure === null) return cell(catalogue.words.unknown, 'muted');
  const { rateNumber } = catalogue.formats;
  const range = figure.low === figure.high ? null : `${rateNumber(figure.low)}–${rateNumber(figure.high)}`;
  return cell(rateNumber(figure.mean), tone, range);
}

/** A percentile of the level: the duration, "too few", or "unknown". Never 0 for what is not there. */
export function percentileCell(
  catalogue: Catalogue,
  level: TargetLevel,
  latency: LatencyName,
  name: PercentileName,
): Cell {
  return percentileText(catalogue, repeatedPercentile(level, latency, name), toneOf(level));
}

function percentileText(catalogue: Catalogue, value: PercentileValue, tone: Tone): Cell {
  switch (value.kind) {
    case 'known':
      return cell(catalogue.formats.duration(value.micros), tone);
    case 'too-few':
      return cell(catalogue.words.tooFew, 'muted');
    case 'unknown':
      return cell(catalogue.words.unknown, 'muted');
  }
}

/** The verdict, and how many repeats it leaves when some are invalid. */
export function trustCell(catalogue: Catalogue, level: TargetLevel): Cell {
  const { verdict, used, stages } = level;
  const note = used.length === stages.length ? null : `${used.length}/${stages.length}`;
  return cell(catalogue.words.verdict[verdict], verdict === 'valid' ? 'plain' : verdict, note);
}

/** Completed, failed and cut requests over all repeats. */
export function countsCell(catalogue: Catalogue, level: TargetLevel): Cell {
  const counts = level.stages.flatMap((stage) => stage.counts ?? []);
  if (counts.length < level.stages.length) return cell(catalogue.words.unknown, 'muted');
  const sum = (name: 'completed' | 'failed' | 'cut'): number =>
    counts.reduce((total, stage) => total + stage[name], 0);
  const text = (['completed', 'failed', 'cut'] as const)
    .map((name) => catalogue.formats.count(sum(name)))
    .join(' / ');
  return cell(text, sum('failed') > 0 ? 'suspect' : 'plain');
}
