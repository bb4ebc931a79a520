import { createRandom } from '../../random/create-random.ts';
import { createBackgroundWriter } from '../background-writer.ts';
import type { IndexedNumbers } from '../indexed-numbers.ts';
import { indexedNumbers } from '../indexed-numbers.ts';
import { createPromptWriter } from '../prompt-writer.ts';
import { rememberTexts } from '../remembered-texts.ts';
import type { GeneratedSourceOptions } from '../request-source-options.ts';
import { requestSaltLines, sharedTextSalts } from '../salted-text.ts';
import type { PrefixBlocks, TraceData } from '../traces/trace-data.ts';
import type { RequestSource } from '../workload-request.ts';
import { outputLengths } from './output-lengths.ts';

/** About 32 MB at most, in each thread that makes requests. */
const rememberedCharacters = 16_000_000;

/**
 * Requests with the lengths of recorded ones; a length that the trace does not say comes from the stage.
 *
 *     system text   block 7, block 8, ...     equal numbers are equal text in a stage: shared as when recorded
 *     user's text   salt, question, context   the rest of the recorded input length
 *
 * Each block opens with a number that depends on the salt, as a shared prefix does: a stage finds none of them in the cache
 * that an earlier stage, repeat or run has filled. Only blocks that fit as a whole are written, and the rest is at least the shortest prompt, so a very short recorded
 * prompt grows to that. Throws a RangeError behind the last row.
 */
export function traceSource(options: GeneratedSourceOptions, trace: TraceData): RequestSource {
  const { seed, language, tokenizer } = options;
  const writer = createPromptWriter(language, tokenizer);
  const lineOf = requestSaltLines(options.salt);
  const shortest = writer.minimumTokens(lineOf);
  const texts = createRandom(seed).fork(`prompts-${language}`);
  const inputTokens = inputLengths(options, trace);
  const outputTokens = outputLengths(seed, options.outputTokens);
  const prefix = prefixTexts(options, trace.prefixBlocks);
  return {
    request(index) {
      if (!(index < trace.count))
        throw new RangeError(`${trace.source} has ${trace.count} requests, no ${index}`);
      const total = inputTokens(index);
      const { systemText, tokens } = prefix(index, total === null ? null : total - shortest);
      const intendedInputTokens = total === null ? null : Math.max(shortest, total - tokens);
      return {
        index,
        language,
        systemText,
        history: [],
        text: writer.write(lineOf(index), texts.fork(index), intendedInputTokens),
        outputTokens: Math.max(1, recorded(trace.outputTokens, index) ?? outputTokens(index)),
        intendedInputTokens,
        requestClass: null,
      };
    },
  };
}

/** Whole input lengths, prefix included; `null` is natural. */
function inputLengths(options: GeneratedSourceOptions, trace: TraceData): (index: number) => number | null {
  const drawn: IndexedNumbers | null =
    options.inputTokens === null
      ? null
      : indexedNumbers(options.inputTokens, createRandom(options.seed).fork('input-tokens'), 1);
  return (index) => recorded(trace.inputTokens, index) ?? drawn?.(index) ?? null;
}

function recorded(lengths: Int32Array, index: number): number | null {
  const length = lengths[index] ?? -1;
  return length < 0 ? null : length;
}

type Prefix = { readonly systemText: string | null; readonly tokens: number };

/** The text of the blocks of a row that fit into so many tokens; all of them for `null`. */
function prefixTexts(
  { seed, salt, language, tokenizer }: GeneratedSourceOptions,
  blocks: PrefixBlocks | null,
): (index: number, room: number | null) => Prefix {
  if (blocks === null) return () => ({ systemText: null, tokens: 0 });
  const { offsets, ids, tokensPerBlock } = blocks;
  const texts = createRandom(seed).fork(`trace-blocks-${language}`);
  const write = createBackgroundWriter({ language, tokenizer, exact: false });
  const saltOf = sharedTextSalts(seed, salt);
  const textOf = rememberTexts(
    (id) => write({ random: texts.fork(id), salt: saltOf(id) }, tokensPerBlock),
    rememberedCharacters,
  );
  return (index, room) => {
    const start = offsets[index] ?? 0;
    const named = (offsets[index + 1] ?? start) - start;
    const count = room === null ? named : Math.min(named, Math.floor(Math.max(0, room) / tokensPerBlock));
    if (count === 0) return { systemText: null, tokens: 0 };
    const texts = Array.from(ids.subarray(start, start + count), textOf);
    return { systemText: texts.join('\n'), tokens: count * tokensPerBlock };
  };
}
