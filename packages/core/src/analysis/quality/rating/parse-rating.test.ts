import { expect, test } from 'vitest';
import { parseRating } from './parse-rating.ts';

test.each([
  ['{"score": 4, "remark": "Fluent."}', 4, 'Fluent.'],
  ['```json\n{"score": 5, "remark": "좋습니다"}\n```', 5, '좋습니다'],
  ['<think>maybe {"score": 1}</think>\nHere you are: {"remark":"ok","score":"3"}', 3, 'ok'],
  ['The format is {"score": 1}. My rating: {"score": 2.5, "remark": 7}', 2.5, ''],
  ['**Score:** 4/5, because it is short.', 4, ''],
  ['3', 3, ''],
  ['**4/5**', 4, ''],
])('%j is read', (text, score, remark) => {
  expect(parseRating(text)).toEqual({ ok: true, score, remark });
});

test.each([
  ['', 'the judge answered nothing'],
  ['<think>I am still thinking about the 4', 'the judge answered nothing'],
  ['It is good.', 'no score in "It is good."'],
  ['There are 3 verses and 2 rhymes.', 'no score in'],
  ['{"score": 9, "remark": ""}', 'the score 9 is not from 1 to 5'],
  ['{"score": 0}', 'the score 0 is not from 1 to 5'],
  ['{"score": null}', 'no score in'],
])('%j is no rating, and it is said why', (text, reason) => {
  expect(parseRating(text)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
});
