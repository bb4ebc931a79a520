import { twoTargetsResult } from '@kneepoint/report/testing';
import { expect, test } from 'vitest';
import type { MessageLanguage } from '../words/message-language.ts';
import { printResult } from './print-result.ts';

function printed(language: MessageLanguage, isJson = false): string {
  let said = '';
  const stdout = {
    write: (text: string) => {
      said += text;
      return true;
    },
  };
  printResult(twoTargetsResult(), isJson, {
    stdout,
    stderr: stdout,
    environment: {},
    homeDirectory: '/home/nobody',
    words: [],
    language,
  });
  return said;
}

/** The table's rows: what stands between the sentences and the remarks. */
const numbersOfTable = (text: string): readonly string[] =>
  (text.split('\n\n')[1] ?? '')
    .split('\n')
    .slice(1)
    .flatMap((line) => line.match(/\d[\d.,]*/g) ?? []);

test('the same result has the same figures in three languages', () => {
  const english = numbersOfTable(printed('en'));
  expect(english.length).toBeGreaterThan(20);
  expect(numbersOfTable(printed('ko'))).toEqual(english);
  expect(numbersOfTable(printed('zh'))).toEqual(english);
});

test('JSON does not know the language', () => {
  expect(printed('ko', true)).toBe(printed('en', true));
});

test('sentences and remarks are in the language', () => {
  expect(printed('ko').split('\n')[0]).toMatch(/[가-힣]/);
  expect(printed('zh').split('\n')[0]).toMatch(/[\u4e00-\u9fff]/);
});
