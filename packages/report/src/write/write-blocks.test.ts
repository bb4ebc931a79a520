import { expect, test } from 'vitest';
import { catalogues } from '../catalogue/catalogues.ts';
import { type Block, cell, details, left, type ReportDocument, right } from '../model/document.ts';
import { writeHtml } from './write-html.ts';
import { writeMarkdown } from './write-markdown.ts';

function table(rows: number): Block {
  return {
    kind: 'table',
    caption: 'Levels & rates',
    columns: [left('Level'), right('Rate')],
    rows: Array.from({ length: rows }, (_, index) => [cell(`level ${index}`), cell('1')]),
    notes: ['a note'],
  };
}

const documentOf = (...blocks: Block[]): ReportDocument => ({
  language: 'en',
  title: 'Title',
  subtitle: 'subtitle',
  colophon: 'colophon',
  blocks: [{ kind: 'heading', level: 2, id: 'en-one', text: 'One' }, ...blocks],
});
const html = (...blocks: Block[]): string =>
  writeHtml([{ document: documentOf(...blocks), catalogue: catalogues.en }]);
const markdown = (...blocks: Block[]): string => writeMarkdown(documentOf(...blocks), catalogues.en.page);

test('a page allows itself no script and no request', () => {
  expect(html()).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
  );
});

test('the first link of a page leads past its contents', () => {
  expect(html()).toMatch(
    /<article id="en" lang="en">\n<a class="skip" href="#en-one">Skip to the summary<\/a>/,
  );
});

test('a table has a caption, headers of its columns and of its rows, and scrolls by itself', () => {
  const page = html(table(1));
  expect(page).toContain('<caption class="unseen">Levels &amp; rates</caption>');
  expect(page).toContain('<th scope="col" class="left">Level</th><th scope="col" class="right">Rate</th>');
  expect(page).toContain('<th scope="row" class="left plain"><span>level 0</span></th>');
  expect(page).toContain('<div class="scroll" role="group" tabindex="0" aria-label="Levels &amp; rates">');
});

test('a table without a caption is called by the heading above it', () => {
  const { caption: _, ...bare } = table(1) as Extract<Block, { kind: 'table' }>;
  expect(html(bare)).toContain('<caption class="unseen">One</caption>');
});

test('a block of code says without a script how it is copied', () => {
  expect(html({ kind: 'code', text: 'a < b' })).toContain(
    '<pre tabindex="0" data-hint="one click selects all"><code>a &lt; b</code></pre>',
  );
});

test('a fold is a details element in both formats', () => {
  const fold = details('The <numbers>', [table(1)]);
  expect(html(fold)).toContain('<details><summary>The &lt;numbers&gt;</summary>\n<div class="scroll"');
  expect(markdown(fold)).toContain(
    '<details>\n<summary>The &lt;numbers&gt;</summary>\n\n| Level | Rate |\n| --- | ---: |\n| level 0 | 1 |\n\n*a note*\n\n</details>',
  );
});

test('Markdown folds a long table away, but not twice', () => {
  expect(markdown(table(40))).not.toContain('<details>');
  expect(markdown(table(41))).toContain('<summary>Levels &amp; rates</summary>');
  expect(markdown(details('numbers', [table(41)])).match(/<details>/g)).toHaveLength(1);
});

test('a chart of Markdown is a file beside it', () => {
  const title = 'It [grows]';
  const rows = {
    title,
    description: '',
    xTitle: '',
    legend: [],
    formatX: String,
    xScale: 'linear',
    groups: [],
  } as const;
  const drawing = { kind: 'rows', chart: rows } as const;
  const chart: Block = { kind: 'chart', name: 'scaling-en', title, drawing, svg: '<svg></svg>' };
  expect(markdown(chart)).toContain('![It \\[grows\\]](./scaling-en.svg)');
});
