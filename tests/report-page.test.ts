import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderHtml } from '../packages/report/src/render-report.ts';
import { axeSource, openBrowser, openReport } from '../packages/report/src/testing/browser.ts';
import { pageResult } from '../packages/report/src/testing/page-result.ts';

type Browser = Awaited<ReturnType<typeof openBrowser>>;
type Page = Awaited<ReturnType<typeof openReport>>['page'];
type Chart = { readonly title: string; readonly description: string; readonly rows: number };

/** A phone and a desk. */
const widths = [360, 1280] as const;
const languages = ['ko', 'en', 'zh'] as const;

let folder = '';
let file = '';
let checks = '';
let browser: Browser | null = null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kneepoint-page-'));
  file = join(folder, 'report.html');
  checks = await readFile(join(import.meta.dirname, 'support/page-checks.mjs'), 'utf8');
  await writeFile(file, renderHtml(pageResult(), languages));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

const open = (width: number, colorScheme: 'light' | 'dark' = 'light') => {
  if (browser === null) throw new Error('the browser is not there yet');
  return openReport(browser, file, { width, colorScheme });
};

/** One of the checks of `page-checks.mjs`, in the page. */
function ask<Answer>(page: Page, check: string): Promise<Answer> {
  const expression = checks
    .trim()
    .replace(/;$/, '')
    .replace(/^\/\*\*[\s\S]*?\*\/\s*/, '');
  return page.evaluate<Answer>(`${expression}.${check}()`);
}

/** Every language as its link shows it. */
async function inEachLanguage(page: Page, check: (language: string) => Promise<void>): Promise<void> {
  for (const language of languages) {
    await page.goto(`file://${file}#${language}`);
    await check(language);
  }
}

test.each(widths)('at %i px the page says nothing in the console and asks for nothing', async (width) => {
  const { page, faults } = await open(width);
  await page.close();
  expect(faults).toEqual({ console: [], requests: [] });
});

test.each(widths)('at %i px the page itself never scrolls sideways, in any language', async (width) => {
  const { page } = await open(width);
  await inEachLanguage(page, async (language) => {
    expect(await ask<boolean>(page, 'scrollsSideways'), language).toBe(false);
  });
  await page.close();
});

test('one language is shown at a time, the first one first, and its link shows another', async () => {
  const { page } = await open(1280);
  expect(await ask(page, 'shownLanguages')).toEqual(['ko']);
  await page.locator('#ko nav.languages a[lang=zh]').click();
  expect(await ask(page, 'shownLanguages')).toEqual(['zh']);
  await page.locator('#zh nav.contents a').nth(1).click();
  expect(await ask(page, 'shownLanguages')).toEqual(['zh']);
  await page.close();
});

test('headings go down one level at a time, and each language begins with its title', async () => {
  const { page } = await open(1280);
  const levels = await ask<number[][]>(page, 'headingLevels');
  await page.close();
  expect(levels).toHaveLength(languages.length);
  for (const own of levels) {
    expect(own[0]).toBe(1);
    expect(own.filter((level) => level === 1)).toEqual([1]);
    for (const [index, level] of own.slice(1).entries()) {
      expect(level - (own[index] ?? 0)).toBeLessThanOrEqual(1);
    }
  }
});

test('every table has a caption, headers of its columns, and as many cells in each row', async () => {
  const { page } = await open(1280);
  const faulty = await ask<string[]>(page, 'faultyTables');
  const count = await page.locator('table').count();
  await page.close();
  expect(count).toBeGreaterThan(20);
  expect(faulty).toEqual([]);
});

test('every chart has a name, a description, and its numbers in a table right after it', async () => {
  const { page } = await open(1280);
  const charts = await ask<Chart[]>(page, 'charts');
  await page.close();
  expect(charts.length).toBe(7 * languages.length);
  for (const chart of charts) {
    expect(chart.title).not.toBe('');
    expect(chart.description).not.toBe('');
    expect(chart.rows).toBeGreaterThan(0);
  }
});

test('no text of a chart leaves its picture, and no two names at the ends of lines touch', async () => {
  const { page } = await open(1280);
  await inEachLanguage(page, async (language) => {
    expect(await ask<string[]>(page, 'misplacedTexts'), language).toEqual([]);
  });
  await page.close();
});

test.each([
  ['light', 'seriousFaults'],
  ['dark', 'contrastFaults'],
] as const)('axe finds nothing serious in the %s page (%s)', async (colorScheme, check) => {
  const { page } = await open(1280, colorScheme);
  await page.evaluate(await axeSource());
  await inEachLanguage(page, async (language) => {
    expect(await ask<string[]>(page, check), language).toEqual([]);
  });
  await page.close();
});

test('it prints: every language on A4, with the folded numbers', async () => {
  const { page } = await open(1280);
  expect(await ask<boolean>(page, 'showsFolds')).toBe(false);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await page.emulateMedia({ media: 'print' });
  const shown = await ask<string[]>(page, 'shownLanguages');
  const showsFolds = await ask<boolean>(page, 'showsFolds');
  await page.close();
  expect(shown).toEqual([...languages]);
  expect(showsFolds).toBe(true);
});

test('the page of three languages is smaller than a megabyte', async () => {
  expect((await readFile(file)).length).toBeLessThan(1_000_000);
});

test('a missing browser is one clear sentence', async () => {
  await expect(openBrowser('/nowhere/chromium')).rejects.toThrow(
    'The page is tested in Chromium, and there is none at /nowhere/chromium: install it',
  );
});
