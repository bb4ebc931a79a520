import { readFileSync } from 'node:fs';
import { gateDefaults, gateReasons } from '@kneepoint/core';
import { englishDiff } from '../../../packages/report/src/catalogue/english/diff.ts';
import { code, type DocumentPage, generatedNote, markdownPage, markdownTable } from './markdown-page.ts';
import { coreFile } from './source-comments.ts';

/** The gate of `kneepoint diff`: its rule as the source draws it, why it may not decide, and how often it errs. */
export function gatePage(): DocumentPage {
  return markdownPage(
    'reference/gate.md',
    {
      title: 'The gate of diff',
      description: 'When kneepoint diff says pass, fail or inconclusive, and how often it errs.',
    },
    [
      generatedNote,
      `\`kneepoint diff A B\` gives each figure a verdict by the 95 % interval of its ratio. Without another word ${gateDefaults.allowed * 100} % for the worse are allowed; \`--allow\` says otherwise, for all figures or for one.`,
      `\`\`\`text\n${ruleDrawing()}\n\`\`\``,
      'One figure that fails fails the whole; else one that is undecided leaves it undecided. The exit code is 0 for pass, 4 for fail and 5 for inconclusive.',
      '## Why a figure is not decided',
      'Validity comes before statistics: where one of these holds, there is no verdict, whatever the interval says.',
      markdownTable(
        ['code', 'what it says'],
        gateReasons.map((reason) => [code(reason), englishDiff.reason[reason]]),
      ),
      errorRates(),
    ],
  );
}

/** The drawing in the comment of the rule. */
function ruleDrawing(): string {
  const lines = coreFile('analysis/gate/gate-verdict.ts').split('\n');
  return lines
    .filter((line) => /^ \* {5}\S/.test(line) || /^ \* {5} /.test(line))
    .map((line) => line.replace(/^ \* {5}/, '').trimEnd())
    .join('\n');
}

/** The table that the simulation wrote, its headings one level lower. */
function errorRates(): string {
  const file = new URL('../../../benchmarks/results/gate-error-rates.md', import.meta.url);
  return readFileSync(file, 'utf8').trim().replace(/^#/gm, '##');
}
