import { trustCodes } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { renderReport } from '../render-report.ts';
import { oneTargetResult, twoTargetsResult } from '../testing/index.ts';
import { type ReportLanguage, reportLanguages } from './catalogue.ts';
import { catalogues } from './catalogues.ts';

/** Every path of a nested object, with whether it is a function; a list counts by its length. */
function shapeOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => shapeOf(item, `${path}[${index}]`));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => shapeOf(item, `${path}.${key}`));
  }
  return [`${path}: ${typeof value}`];
}

function emptyStrings(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => emptyStrings(item, `${path}.${key}`));
}

test('every language has the same strings, and none is empty', () => {
  const english = shapeOf(catalogues.en).sort();
  for (const language of reportLanguages) {
    expect(shapeOf(catalogues[language]).sort()).toEqual(english);
    expect(emptyStrings(catalogues[language])).toEqual([]);
  }
});

test('a Korean report has no English sentence of the catalogue, and the other way round', () => {
  const markdown = (language: ReportLanguage) =>
    renderReport(twoTargetsResult(), { language, format: 'markdown' }).main;
  // Reasons and methods come from the result, in its own words.
  const ownWords =
    /the tokens of an event are not known|nvidia-smi was not found|no GPU was watched|t over 3 repeats/g;
  const withoutExcerpts = (text: string): string => text.replace(/```[\s\S]*?```|^> .*$/gm, '');
  expect(withoutExcerpts(markdown('ko')).replace(ownWords, '')).not.toMatch(
    /\b(the|of|users?|suspect|invalid|valid|unknown)\b/,
  );
  expect(withoutExcerpts(markdown('en'))).not.toMatch(/[가-힣]/);
});

test.each(reportLanguages)('no report in %s prints a missing value', (language) => {
  for (const result of [oneTargetResult(), twoTargetsResult()]) {
    const { main } = renderReport(result, { language, format: 'html' });
    expect(main).not.toMatch(/undefined|NaN|Infinity|\[object|>null</);
  }
});

test('each known trust code has words of its own in Korean and Chinese', () => {
  for (const code of trustCodes) {
    const reason = { code, message: 'in English', value: null, limit: null };
    expect(catalogues.ko.trust(reason), code).toMatch(/[가-힣]/);
    expect(catalogues.zh.trust(reason), code).toMatch(/[\u4e00-\u9fff]/);
  }
});

test('a trust reason names its value and limit in the unit of its code', () => {
  const busy = { code: 'client-busy', message: '', value: 0.94, limit: 0.85 };
  expect(catalogues.en.trust(busy)).toBe('the client itself was short of CPU (94%; limit 85%)');
  const short = { code: 'short-window', message: '', value: 12, limit: 50 };
  expect(catalogues.ko.trust(short)).toBe('측정 구간 안에 끝난 요청이 적음(12, 최소 50)');
});

test('a trust code that no language knows prints its message as it is', () => {
  const reason = { code: 'solar-flare', message: 'bits flipped', value: 1, limit: 0 };
  expect(catalogues.ko.trust(reason)).toBe('bits flipped');
});

test('a code that is a name of Object.prototype is unknown like any other', () => {
  expect(catalogues.ko.trust({ code: 'toString', message: 'odd', value: null, limit: null })).toBe('odd');
});
