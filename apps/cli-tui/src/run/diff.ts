import { writeFile } from 'node:fs/promises';
import {
  assertNever,
  compareResults,
  exitCodes,
  type GateVerdict,
  type Result,
  type ResultDifference,
  usageError,
} from '@kneepoint/core';
import { describeDifference, writeDifferenceMarkdown } from '@kneepoint/report';
import type { CommandContext } from '../command-context.ts';
import { reportLanguage } from '../documents/write-reports.ts';
import type { DiffFlags } from '../flags/diff-flags.ts';
import { diffOptions } from './diff-options.ts';
import { diffSource } from './diff-source.ts';
import { diffText } from './diff-text.ts';

/** The words for the two results, as they were typed. */
export type DiffWords = { readonly a: string; readonly b: string };

/** Holds result B against A, says it, and returns the exit code of the verdict. */
export async function diff(words: DiffWords, flags: DiffFlags, context: CommandContext): Promise<number> {
  const options = diffOptions(flags);
  const language = reportLanguage(flags.language ?? context.language);
  const baseline = await diffSource(words.a, flags.name, context);
  const candidate = await diffSource(words.b, flags.name, context);
  refuseSame(baseline, candidate, words);
  const difference = compareResults(baseline, candidate, options);
  refuseNothing(difference, baseline, candidate);
  if (flags.markdown !== undefined)
    await writeFile(flags.markdown, writeDifferenceMarkdown(difference, language));
  context.stdout.write(shown(difference, flags, context));
  return exitCodeOf(difference.verdict);
}

function shown(difference: ResultDifference, flags: DiffFlags, context: CommandContext): string {
  if (flags.json === true) return `${JSON.stringify(difference, null, 2)}\n`;
  const described = describeDifference(difference, reportLanguage(flags.language ?? context.language));
  if (flags.quiet === true) return `${described.sentence}\n`;
  const { isTTY, columns } = context.stdout;
  return diffText(described, isTTY === true ? (columns ?? 80) : Number.POSITIVE_INFINITY);
}

/** A run that is held against itself passes always, which helps nobody. */
function refuseSame(baseline: Result, candidate: Result, { a, b }: DiffWords): void {
  const isSame = baseline.id === candidate.id && baseline.stages.length === candidate.stages.length;
  if (!isSame) return;
  throw usageError(
    'same-run',
    `"${a}" and "${b}" are the same run, ${baseline.id}`,
    'give two runs, for example: kneepoint diff latest~1 latest',
  );
}

function refuseNothing({ cells }: ResultDifference, baseline: Result, candidate: Result): void {
  if (cells.some(({ reasons }) => !reasons.includes('level-missing'))) return;
  const names = ({ targets }: Result): string => targets.map(({ name }) => name).join(', ') || 'none';
  throw usageError(
    'nothing-in-common',
    `the two results have no figure in common: the baseline has ${baseline.stages.length} stages of the targets ${names(baseline)}, the candidate ${candidate.stages.length} of ${names(candidate)}`,
    'compare results of the same plan; targets are matched by name, levels by suite and load',
  );
}

function exitCodeOf(verdict: GateVerdict): number {
  switch (verdict) {
    case 'pass':
      return exitCodes.ok;
    case 'fail':
      return exitCodes.thresholdsNotMet;
    case 'inconclusive':
      return exitCodes.resultInvalid;
    default:
      return assertNever(verdict);
  }
}
