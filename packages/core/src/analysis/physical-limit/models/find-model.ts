import { llamaModels } from './llama-models.ts';
import type { ModelFigures } from './model-figures.ts';
import { otherModels } from './other-models.ts';
import { qwenModels } from './qwen-models.ts';

/** Every model whose shape is known. */
export const models: readonly ModelFigures[] = [...qwenModels, ...llamaModels, ...otherModels];

/** A model, and the bits of a weight in the variant that its name tells of. */
export type FoundModel = { model: ModelFigures; weightBits: number };

/**
 * The model of an id, a path or a name as people write it, whoever published it: `Qwen/Qwen3-8B`, `/models/qwen3-8b`,
 * `Qwen3-8B-FP8`. `null` for one that is not known; never the nearest.
 */
export function findModel(id: string): FoundModel | null {
  const words = wordsOf(id);
  const bits = words.flatMap((word) => variantBits.get(word) ?? [])[0];
  const wanted = plainName(words);
  const model = models.find((candidate) => plainName(wordsOf(candidate.id)) === wanted);
  return model === undefined ? null : { model, weightBits: bits ?? model.weightBits };
}

/** Words of a variant that has other bits; 4-bit methods also keep scales, so their bits are a least. */
const variantBits = new Map([
  ['fp8', 8],
  ['int8', 8],
  ['w8a8', 8],
  ['int4', 4],
  ['awq', 4],
  ['gptq', 4],
  ['w4a16', 4],
  ['fp4', 4],
  ['nvfp4', 4],
  ['mxfp4', 4],
]);

/** Words that change neither the shape nor the size of a weight: how it was trained and which edition it is. */
const silentWords = new Set([
  'instruct',
  'it',
  'pt',
  'base',
  'chat',
  'hf',
  'meta',
  'dynamic',
  'bf16',
  'fp16',
]);
const edition = /^(v0\.\d|\d{4})$/;

function plainName(words: readonly string[]): string {
  return words
    .filter((word) => !variantBits.has(word) && !silentWords.has(word) && !edition.test(word))
    .join('-');
}

function wordsOf(id: string): string[] {
  const path = id.toLowerCase().replace(/\/+$/, '');
  return path
    .slice(path.lastIndexOf('/') + 1)
    .split(/[-_: ]+/)
    .filter((word) => word !== '');
}
