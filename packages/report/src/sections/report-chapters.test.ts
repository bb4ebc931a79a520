import { expect, test } from 'vitest';
import { reportLanguages } from '../catalogue/catalogue.ts';
import { catalogues } from '../catalogue/catalogues.ts';
import { oneTargetResult, twoTargetsResult } from '../testing/sample-results.ts';
import { buildDocument } from './build-document.ts';
import { reportChapters } from './report-chapters.ts';
import { resultOverview } from './result-overview.ts';

test.each(reportLanguages)(
  'the chapters in %s are the document, each with the heading that it begins with',
  (language) => {
    for (const result of [oneTargetResult(), twoTargetsResult()]) {
      const chapters = [...reportChapters(result, language)];
      expect(chapters.map(({ blocks }) => blocks[0])).toEqual(
        chapters.map(({ id, title }) => expect.objectContaining({ kind: 'heading', id, text: title })),
      );
      const texts = (blocks: unknown): string => JSON.stringify(blocks);
      expect(texts(chapters.flatMap(({ blocks }) => blocks))).toBe(
        texts(buildDocument(result, catalogues[language]).blocks),
      );
    }
  },
);

test('a chapter is built when it is asked for, and not before', () => {
  const chapters = reportChapters(twoTargetsResult(), 'en');
  expect(chapters.next().value).toMatchObject({ title: 'Summary' });
});

test('the overview has a row for every stage, and names those that cannot be trusted with their reasons', () => {
  const result = twoTargetsResult();
  const { stages, untrusted, sentences } = resultOverview(result, 'en');
  const rows = stages.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  expect(rows).toHaveLength(result.stages.length);
  const doubtful = result.stages.filter(({ trust }) => trust.verdict !== 'valid');
  expect(doubtful.length).toBeGreaterThan(0);
  expect(untrusted?.kind === 'table' ? untrusted.rows.map((row) => row.at(-1)?.tone) : []).toEqual(
    doubtful.map(({ trust }) => trust.verdict),
  );
  expect(sentences.length).toBeGreaterThan(0);
  expect(resultOverview(oneTargetResult(), 'en').untrusted).toBeNull();
});

test('a chart of the document carries the data that its SVG is drawn from', () => {
  const blocks = buildDocument(twoTargetsResult(), catalogues.en).blocks;
  const charts = blocks.flatMap((block) => (block.kind === 'chart' ? [block] : []));
  expect(charts.length).toBeGreaterThan(2);
  for (const { title, drawing } of charts) expect(drawing.chart.title).toBe(title);
});
