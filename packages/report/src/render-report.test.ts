import { join } from 'node:path';
import { analyzeResult } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { reportLanguages } from './catalogue/catalogue.ts';
import { renderHtml, renderReport } from './render-report.ts';
import { buildResult, buildStage, buildTarget, oneTargetResult, twoTargetsResult } from './testing/index.ts';

const twoTargets = analyzeResult(twoTargetsResult());

const golden = (name: string): string => join(import.meta.dirname, '__fixtures__', name);

test.each(reportLanguages)(
  'the Markdown of two targets in %s is as it was read and approved',
  async (language) => {
    const { main, assets } = renderReport(twoTargets, { language, format: 'markdown' });
    await expect(main).toMatchFileSnapshot(golden(`two-targets.${language}.md`));
    for (const asset of assets) await expect(asset.content).toMatchFileSnapshot(golden(asset.name));
  },
);

test.each(reportLanguages)(
  'the HTML of one target in %s is as it was read and approved',
  async (language) => {
    const { main, assets } = renderReport(analyzeResult(oneTargetResult()), { language, format: 'html' });
    await expect(main).toMatchFileSnapshot(golden(`one-target.${language}.html`));
    expect(assets).toEqual([]);
  },
);

test('the Markdown refers to the charts that come with it', () => {
  const { main, assets } = renderReport(twoTargets, { language: 'en', format: 'markdown' });
  expect(assets.length).toBeGreaterThan(0);
  const referred = [...main.matchAll(/\]\(\.\/([^)]+)\)/g)].map(([, name]) => name);
  expect(assets.map((asset) => asset.name).toSorted()).toEqual(referred.toSorted());
});

test('the page asks for nothing outside itself and runs no script', () => {
  const page = renderHtml(twoTargets, ['ko', 'en', 'zh']);
  const withoutNamespace = page.replaceAll('xmlns="http://www.w3.org/2000/svg"', '');
  expect(withoutNamespace).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\ssrc=|href="(?!#)/);
});

test('a page of three languages has a part for each, linked, and no id twice', () => {
  const page = renderHtml(twoTargets, ['ko', 'en', 'zh']);
  expect(page).toContain('<html lang="ko">');
  expect(page).toMatch(/<article id="ko"[\s\S]*<article id="en"[\s\S]*<article id="zh"/);
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(links.filter((id) => !ids.includes(id))).toEqual([]);
});

/** A result in which everything that a server or a plan can say tries to be markup. */
function hostileResult() {
  const evil = '<img src=x onerror=alert(1)>|`*[x](http://evil.example)\u001b[31m';
  const stage = buildStage(
    {
      target: evil,
      suite: 'languages',
      load: { loop: 'closed', users: 1, thinkTime: null },
      tokensPerSecond: 10,
    },
    {
      errors: [{ class: 'in-stream', detail: evil, count: 1, sample: evil }],
      excerpts: [{ language: 'en', prompt: evil, text: evil, outputTokens: 1, requestSpeed: 1 }],
      trust: { verdict: 'suspect', reasons: [{ code: 'odd', message: evil, value: null, limit: null }] },
    },
  );
  const target = buildTarget(evil, { version: evil, model: evil, url: evil, notes: [evil] });
  return buildResult([stage], [target], {
    name: evil,
    id: evil,
    command: evil,
    plan: { name: evil },
    seed: evil,
  });
}

test('nothing that a server or a plan says becomes markup of the page', () => {
  const { main } = renderReport(hostileResult(), { language: 'en', format: 'html' });
  expect(main).not.toContain('<img');
  expect(main).not.toContain('\u001b');
});

test('nothing that a server or a plan says becomes markup of the Markdown', () => {
  const { main } = renderReport(hostileResult(), { language: 'en', format: 'markdown' });
  const outsideFences = main.replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, '');
  expect(main).not.toContain('\u001b');
  expect(outsideFences).not.toMatch(/<img|(?<!\\)\[x\]|http:/);
  for (const table of outsideFences.split('\n\n').filter((block) => block.startsWith('| '))) {
    const cells = table.split('\n').map((line) => line.split(/(?<!\\)\|/).length);
    expect(new Set(cells).size, table).toBe(1);
  }
});

test('a result without a stage is still a report', () => {
  const { main } = renderReport(buildResult([], []), { language: 'en', format: 'markdown' });
  expect(main).toContain('No stage measured anything');
});
