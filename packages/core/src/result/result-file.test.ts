import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parseResult } from './read-result.ts';
import { resultSchema } from './result-file.ts';
import { emptyStage, measuredResult, measuredStage, stageEntry } from './testing/measured-result.ts';
import { committedJsonSchema, resultJsonSchema } from './write-json-schema.ts';

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(
  JSON.parse(resultJsonSchema()) as object,
);
const measured = measuredResult([stageEntry(measuredStage()), stageEntry(emptyStage())]);
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

test('the committed JSON Schema is the one that the zod schema makes', () => {
  expect(committedJsonSchema(), 'run: node packages/core/src/result/write-json-schema.ts').toBe(
    resultJsonSchema(),
  );
});

test('a measured result, with full and with empty stages, is valid by both schemas', () => {
  expect(resultSchema.safeParse(asJson(measured)).error).toBeUndefined();
  validate(asJson(measured));
  expect(validate.errors).toBeNull();
});

test.each([
  ['another schema name', { schema: 'kneepoint.result/0' }],
  ['a field that nobody knows', { surprise: 1 }],
  ['stages that are no list', { stages: {} }],
  ['a count below zero', { requests: { file: null, count: -1 } }],
  ['an exit without a reason', { exit: { code: 0 } }],
])('%s is refused by both schemas', (_, change) => {
  const broken = { ...(asJson(measured) as object), ...change };
  expect(resultSchema.safeParse(broken).success).toBe(false);
  expect(validate(broken)).toBe(false);
});

test('reading a result that was written gives it back', () => {
  expect(parseResult(JSON.stringify(measured), 'a file')).toEqual(asJson(measured));
});

test.each([
  ['half a file', '{"schema":', 'result-not-json'],
  ['another document', '{"name":"x"}', 'result-other'],
  ['a broken result', '{"schema":"kneepoint.result/1"}', 'result-invalid'],
])('%s is refused with a code of its own, and the source is named', (_, text, code) => {
  expect(() => parseResult(text, 'some.json')).toThrow(
    expect.objectContaining({ code, exitCode: 2, message: expect.stringContaining('some.json') as string }),
  );
});
