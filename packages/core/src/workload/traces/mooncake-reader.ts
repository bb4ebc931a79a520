import { z } from 'zod';
import type { FormatReader } from './format-reader.ts';
import {
  fieldProblem,
  type LineProblem,
  lineProblem,
  maximumSeconds,
  maximumTokens,
  type TraceRow,
  tokensRule,
} from './trace-row.ts';

/** The size of the blocks that `hash_ids` names, as the Mooncake traces define it. */
export const mooncakeTokensPerBlock = 512;

const maximumMillis = maximumSeconds * 1000;
const maximumBlock = 2 ** 32 - 1;
const tokens = z.int().min(0).max(maximumTokens);
const lineSchema = z.object({
  timestamp: z.number().min(0).max(maximumMillis),
  input_length: tokens,
  output_length: tokens,
  hash_ids: z.array(z.int().min(0).max(maximumBlock)).optional(),
});

const rules: Readonly<Record<string, string>> = {
  timestamp: `a number of milliseconds from 0 to ${maximumMillis}`,
  input_length: tokensRule,
  output_length: tokensRule,
  hash_ids: `a list of whole numbers from 0 to ${maximumBlock}`,
};

/** Lines of JSON as in the traces of Mooncake, which many tools write too. */
export const mooncakeReader: FormatReader = {
  shape:
    'JSON lines with timestamp (milliseconds), input_length, output_length and, if prompts share blocks of ' +
    `${mooncakeTokensPerBlock} tokens, hash_ids`,
  opensWith: (line) => line.trimStart().startsWith('{'),
  start: () => ({ kind: 'reader', isHeader: false, read: readLine }),
};

function readLine(text: string): TraceRow | LineProblem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return lineProblem(`it is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isObject(value)) return lineProblem('it is no JSON object');
  const parsed = lineSchema.safeParse(value, { reportInput: true });
  if (!parsed.success) return describeIssue(parsed.error.issues[0]);
  const { timestamp, input_length: inputTokens, output_length: outputTokens, hash_ids: blocks } = parsed.data;
  const fitting = Math.ceil(inputTokens / mooncakeTokensPerBlock);
  if (blocks !== undefined && blocks.length > fitting) return tooManyBlocks(blocks.length, inputTokens);
  return {
    kind: 'row',
    micros: Math.round(timestamp * 1000),
    inputTokens,
    outputTokens,
    blocks: blocks ?? [],
  };
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function describeIssue(issue: z.core.$ZodIssue | undefined): LineProblem {
  const [field = '', place] = issue?.path.map(String) ?? [];
  const rule = place === undefined ? rules[field] : `a whole number from 0 to ${maximumBlock}`;
  return fieldProblem(place === undefined ? field : `${field}[${place}]`, rule ?? 'valid', issue?.input);
}

/** More blocks than fit into the prompt: a trace with smaller blocks, in which this size would share too much text. */
function tooManyBlocks(blocks: number, inputTokens: number): LineProblem {
  return lineProblem(
    `hash_ids names ${blocks} blocks of ${mooncakeTokensPerBlock} tokens where input_length is ${inputTokens}; ` +
      'leave hash_ids out if the trace has blocks of another size, and check that its timestamps are milliseconds',
  );
}
