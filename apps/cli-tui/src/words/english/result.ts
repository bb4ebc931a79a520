import type { ResultWords } from '../result-words.ts';

const stages = (count: number): string => (count === 1 ? '1 stage' : `${count} stages`);
const targets = (count: number): string => (count === 1 ? '1 target' : `${count} targets`);

export const result: ResultWords = {
  overview: 'Overview',
  measured: 'What was measured',
  verdict: 'The answer',
  stages: 'Stages',
  untrusted: 'What cannot be trusted, and why',
  allTrusted: 'Nothing speaks against these figures: every stage is valid.',
  judging: 'Working out the verdicts ...',
  nothingMeasured: 'No stage was measured, so there are no figures.',
  failedTargets: 'What did not run',
  extent: ({ stages: count, targets: servers, failed }) =>
    `${stages(count)} of ${targets(servers)}.${failed === 0 ? '' : ` ${targets(failed)} did not run.`}`,
  columns: ({ from, to, all, keys }) =>
    `columns ${from === to ? from : `${from} to ${to}`} of ${all}, ${keys} for more`,
  position: ({ from, to, all }) => `lines ${from}-${to} of ${all}`,
  counts: ({ findings, doubts }) =>
    [
      ...(findings === 0 ? [] : [findings === 1 ? '1 finding' : `${findings} findings`]),
      ...(doubts === 0 ? [] : [`${doubts} in doubt`]),
    ].join(', '),
  searchFor: (text) => `Search: ${text}`,
  found: ({ at, all, text }) => `"${text}": ${at} of ${all}, n and N for more`,
  notFound: (text) => `"${text}" is nowhere in this result`,
  writing: 'Writing the report ...',
  written: ({ folder, names }) => `Written to ${folder}: ${names.join(', ')}`,
  writeFailed: (reason) => `The report was not written: ${reason}`,
  keys: {
    scroll: 'scroll',
    page: 'a page on or back',
    ends: 'beginning, end',
    sideways: 'columns of wide tables',
    chapter: 'chapter',
    number: 'chapter by number, 0 the overview',
    search: 'search',
    next: 'next, previous match',
    language: 'language',
    write: 'write report',
  },
  legend: {
    letters: 'letters are measured, what joins them is not',
    users: 'numbers beside them are users',
    percentiles: 'capital letters are p50, small ones p99',
    spread: 'upright strokes are the 95 % interval or the span of the repeats',
    fitted: 'dotted curves are a fit of the universal scalability law, not measured',
    crossing: 'the dotted upright line is where two targets cross',
    frontier: 'grey steps: the most that was measured of both at once',
    invalid: '✗ is invalid',
    load: 'columns below: requests in flight',
    strip:
      'thin line: least to greatest; ▒ p10 to p90; █ p25 to p75; ┃ p50; ◆ p99 where there are enough samples',
    stripPlain:
      '- least to greatest; = p10 to p90; # p25 to p75; | p50; * p99 where there are enough samples',
    sentence: (parts) => {
      const text = parts.join('; ');
      return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
    },
  },
};
