import type { CachingVerdict, Result } from '@kneepoint/core';
import { displayWidth, fitToWidth } from '@kneepoint/report';
import { terminalText } from '../screen/terminal-text.ts';
import type { CachingWords } from '../words/caching-words.ts';
import type { MessageLanguage } from '../words/message-language.ts';
import { wordsOf } from '../words/words-of.ts';

/** A caching verdict for a terminal: the server, the verdict, what it rests on. */
export function cachingText(result: Result, verdict: CachingVerdict, language: MessageLanguage): string {
  const words = wordsOf(language).caching;
  const [target] = result.targets;
  const server =
    target === undefined ? '' : `${words.server(target.url ?? '', target.model ?? '', target.api ?? '')}\n\n`;
  const { distinct, repeated } = verdict.rounds;
  return terminalText(
    [
      `${server}${words.heading(words.verdicts[verdict.verdict], verdict.keeps)}`,
      verdict.message,
      '',
      ...tableOf(verdict, words),
      '',
      words.basis(distinct, repeated),
      '',
    ].join('\n'),
  );
}

function tableOf(verdict: CachingVerdict, words: CachingWords): readonly string[] {
  const part = (name: string, { distinct, repeated, ratio, low, high }: CachingVerdict['e2e']): string[] => [
    name,
    millis(distinct),
    millis(repeated),
    ratio === null || low === null || high === null
      ? '-'
      : words.interval(number(ratio), number(low), number(high)),
  ];
  const shares = (name: string, { distinct, repeated }: CachingVerdict['cachedByUsage']): string[] => [
    name,
    percent(distinct),
    percent(repeated),
    '',
  ];
  const { columns, rows: names } = words;
  const rows = [
    ['', columns.distinct, columns.repeated, columns.ratio],
    part(names.firstToken, verdict.timeToFirstToken),
    part(names.laterToken, verdict.timePerLaterToken),
    part(names.wholeAnswer, verdict.e2e),
    shares(names.byAnswers, verdict.cachedByUsage),
    shares(names.byMetrics, verdict.cachedByMetrics),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  return rows.map(([name = '', distinct = '', repeated = '', ratio = '']) =>
    [
      `  ${fitToWidth(name, widths[0] ?? 0, 'left')}`,
      fitToWidth(distinct, widths[1] ?? 0, 'right'),
      fitToWidth(repeated, widths[2] ?? 0, 'right'),
      ratio,
    ]
      .join('  ')
      .trimEnd(),
  );
}

const number = (value: number): string => value.toFixed(2);
const millis = (micros: number | null): string =>
  micros === null ? '-' : `${(micros / 1000).toFixed(1)} ms`;
const percent = (share: number | null): string => (share === null ? '-' : `${(share * 100).toFixed(1)} %`);
