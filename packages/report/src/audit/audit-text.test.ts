import { readFileSync } from 'node:fs';
import { type AuditFinding, auditCodes, auditResult, parseResult } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { reportLanguages } from '../catalogue/catalogue.ts';
import { catalogues } from '../catalogue/catalogues.ts';
import { displayWidth } from '../terminal/display-width.ts';
import { auditJson } from './audit-json.ts';
import { auditText } from './audit-text.ts';
import { sayFinding } from './said-finding.ts';
import { exampleFindings } from './testing/example-findings.ts';

const file = new URL('../../../../examples/reference-report/output/result.json', import.meta.url);
const reference = auditResult(parseResult(readFileSync(file, 'utf8'), 'the reference report'));
const options = { name: 'reference', columns: 100, colour: false, isBrief: false } as const;

test.each(reportLanguages)(
  'the reference report in %s is as it was read and found right',
  async (language) => {
    await expect(auditText(reference, { ...options, language })).toMatchFileSnapshot(
      `../__fixtures__/audit.${language}.txt`,
    );
  },
);

test('there is an example of every rule', () => {
  expect(new Set(exampleFindings.map(({ code }) => code))).toEqual(new Set(auditCodes));
});

test.each(
  reportLanguages.flatMap((language) =>
    exampleFindings.map((finding) => ({ language, finding, code: finding.code })),
  ),
)('$code in $language is whole sentences with its numbers', ({ language, finding }) => {
  const said = sayFinding(finding, catalogues[language]);
  for (const text of [said.sentence, said.why, said.todo, said.basis]) {
    expect(text).not.toMatch(/undefined|NaN|null|\[object|\{\}| {2}|\.\.$/);
    expect(text.length).toBeGreaterThan(5);
  }
  expect(said.sentence).toMatch(language === 'zh' ? /[。]$/ : /\.$/);
  if (language !== 'en') expect(said.why).toMatch(language === 'ko' ? /[가-힣]/ : /[一-鿿]/);
});

test('a language says its own words: no sentence stands in two of them', () => {
  const texts = reportLanguages.flatMap((language) =>
    exampleFindings.map((finding) => sayFinding(finding, catalogues[language]).todo),
  );
  const perLanguage = exampleFindings.map(({ code }) => code).length;
  expect(new Set(texts).size).toBeGreaterThanOrEqual(new Set(texts.slice(0, perLanguage)).size * 3 - 3);
});

test('a brief text has the sentences and the count only', () => {
  const text = auditText(reference, { ...options, language: 'en', isBrief: true });
  expect(text).toContain('12.53 tok/s');
  expect(text).not.toContain('Why it matters');
  expect(text.trimEnd().split('\n').at(-1)).toBe(
    `6 errors, 7 warnings, 3 notes; ${auditCodes.length} rules.`,
  );
});

test('no line is wider than the terminal but for an address, and colours are only in headings', () => {
  for (const language of reportLanguages) {
    const lines = auditText(reference, { ...options, language, columns: 60 }).split('\n');
    for (const line of lines)
      if (!line.includes('https://')) expect(displayWidth(line)).toBeLessThanOrEqual(60);
  }
  const coloured = auditText(reference, { ...options, language: 'en', colour: true });
  expect(coloured.split('\u001b[1;')).toHaveLength(4);
});

test('nothing found is a line of zeros', () => {
  expect(auditText([], { ...options, language: 'en' })).toBe(
    `Audit of reference\n\n0 errors, 0 warnings, 0 notes; ${auditCodes.length} rules.\n`,
  );
});

test('JSON has the evidence as it was given, the words of the language, and the counts', () => {
  const json = auditJson(reference, { name: 'reference', language: 'ko' });
  expect(json.counts).toEqual({ error: 6, warning: 7, note: 3 });
  expect(json.findings[0]).toMatchObject({
    code: 'single-user-slower-than-shared',
    evidence: { singleTokensPerSecond: 12.53 },
    said: { where: ['vLLM, 단일 사용자'] },
  });
  expect(JSON.parse(JSON.stringify(json))).toEqual(json);
});

test('control characters of a document do nothing', () => {
  const evil: AuditFinding = {
    code: 'linear-scaling-claim',
    severity: 'warning',
    where: [{ kind: 'statement', text: 'linear\u001b[2J' }],
    evidence: { target: 'a\u001b[31m', fromUsers: 5, fromPerUser: 10, toUsers: 50, toPerUser: 5, share: 0.5 },
  };
  expect(auditText([evil], { ...options, language: 'en' })).not.toContain('\u001b');
});
