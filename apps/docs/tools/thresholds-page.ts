import { exitCodes } from '@kneepoint/core';
import {
  type NameReference,
  thresholdReference,
} from '../../../packages/core/src/plan/thresholds/threshold-reference.ts';
import { code, type DocumentPage, generatedNote, markdownPage, markdownTable } from './markdown-page.ts';

const exitMeanings: Readonly<Record<keyof typeof exitCodes, string>> = {
  ok: 'finished, and every threshold is met',
  internal: 'an error of Kneepoint itself; please report it',
  usage: 'a mistake in flags, plan or files: nothing was measured',
  targetUnreachable: 'a target could not be reached, or stopped answering',
  thresholdsNotMet: 'a threshold is not met, or there is no data to decide it',
  resultInvalid: 'nothing usable was measured: no answer, or a stage that measured the client',
  interrupted: 'ended by Ctrl-C; what was measured until then is kept',
};

/** The grammar of thresholds, with presets and exit codes. */
export function thresholdsPage(): DocumentPage {
  const reference = thresholdReference();
  return markdownPage(
    'reference/thresholds.md',
    { title: 'Thresholds', description: 'What a threshold can be made of, the presets, and the exit codes.' },
    [
      generatedNote,
      'A threshold is a condition that a run has to meet. It stands behind `--threshold`, in the list `thresholds` of a plan, or, several of them with commas between, behind `--slo`.',
      ['```text', reference.grammar, '```'].join('\n'),
      reference.rules.map((rule) => `- ${rule}`).join('\n'),
      '## Metrics',
      markdownTable(
        ['metric', 'meaning', 'statistics', 'units', 'example'],
        reference.metrics.map(({ name, meaning, statistics, units, example }) => [
          ...[code(name), meaning, statistics.map(code).join(' '), units.map(code).join(' '), code(example)],
        ]),
      ),
      ...section('Statistics', 'statistic', reference.statistics),
      ...section('Selectors', 'selector', reference.selectors),
      ...section('Comparisons', 'comparison', reference.comparisons),
      ...section('Units', 'unit', reference.units),
      ...section('Presets', 'preset', reference.presets),
      '## Exit codes',
      markdownTable(
        ['code', 'name', 'meaning'],
        Object.entries(exitMeanings).map(([name, meaning]) => [
          String(exitCodeOf(name)),
          code(name),
          meaning,
        ]),
      ),
    ],
  );
}

const exitCodeOf = (name: string): number | undefined =>
  Object.entries(exitCodes).find(([candidate]) => candidate === name)?.[1];

const section = (title: string, column: string, names: readonly NameReference[]): string[] => [
  `## ${title}`,
  markdownTable(
    [column, 'meaning', 'example'],
    names.map(({ name, meaning, example }) => [code(name), meaning, code(example)]),
  ),
];
