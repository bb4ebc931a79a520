import type { CachingVerdict, Result } from '@kneepoint/core';
import { terminalText } from '../screen/terminal-text.ts';

const headings: Readonly<Record<CachingVerdict['verdict'], string>> = {
  cached: 'cached',
  'not-cached': 'not cached',
  inconclusive: 'inconclusive',
};

/** A caching verdict for a terminal: the server, the verdict, what it rests on. */
export function cachingText(result: Result, verdict: CachingVerdict): string {
  const [target] = result.targets;
  const server = target === undefined ? '' : `${target.url}, model ${target.model}, ${target.api}\n\n`;
  const kept = verdict.keeps === null ? '' : ` (${verdict.keeps})`;
  const { distinct, repeated } = verdict.rounds;
  return terminalText(
    [
      `${server}Caching: ${headings[verdict.verdict]}${kept}`,
      verdict.message,
      '',
      ...tableOf(verdict),
      '',
      `Means over ${stagesText(distinct)} of distinct prompts and ${stagesText(repeated)} of the repeated one; 95 % intervals of their ratio.`,
      '',
    ].join('\n'),
  );
}

function tableOf(verdict: CachingVerdict): readonly string[] {
  const part = (name: string, { distinct, repeated, ratio, low, high }: CachingVerdict['e2e']): string[] => [
    name,
    millis(distinct),
    millis(repeated),
    ratio === null || low === null || high === null
      ? '-'
      : `${number(ratio)} (${number(low)} to ${number(high)})`,
  ];
  const shares = (name: string, { distinct, repeated }: CachingVerdict['cachedByUsage']): string[] => [
    name,
    percent(distinct),
    percent(repeated),
    '',
  ];
  const rows = [
    ['', 'distinct', 'repeated', 'repeated / distinct'],
    part('time to first token', verdict.timeToFirstToken),
    part('time per later token', verdict.timePerLaterToken),
    part('whole answer', verdict.e2e),
    shares('cached prompt tokens, by its answers', verdict.cachedByUsage),
    shares('cached prompt tokens, by its metrics', verdict.cachedByMetrics),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map(([name = '', distinct = '', repeated = '', ratio = '']) =>
    `  ${name.padEnd(widths[0] ?? 0)}  ${distinct.padStart(widths[1] ?? 0)}  ${repeated.padStart(widths[2] ?? 0)}  ${ratio}`.trimEnd(),
  );
}

const stagesText = (count: number): string => (count === 1 ? '1 stage' : `${count} stages`);
const number = (value: number): string => value.toFixed(2);
const millis = (micros: number | null): string =>
  micros === null ? '-' : `${(micros / 1000).toFixed(1)} ms`;
const percent = (share: number | null): string => (share === null ? '-' : `${(share * 100).toFixed(1)} %`);
