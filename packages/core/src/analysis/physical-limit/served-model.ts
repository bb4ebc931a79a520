import type { LimitReason } from '../../result/analysis/physical-limit-schema.ts';
import type { Target } from '../../result/result-file.ts';
import type { ModelShape } from '../../result/software-schema.ts';
import { type FoundModel, findModel } from './models/find-model.ts';
import { flopsPerToken, keyValueElementsPerToken, keyValueElementsRead } from './models/model-cost.ts';
import type { KeyValueShape } from './models/model-figures.ts';
import { serverSetting } from './server-setting.ts';

/** What a step of a model costs at least, as it is served. */
export type ServedModel = {
  readonly parameters: number;
  readonly weightBits: number;
  /** Bytes of the weights that a step of one sequence reads: of a mixture of experts only the active ones. */
  readonly weightBytes: number;
  readonly flopsPerToken: number | null;
  readonly keyValueBytesPerToken: number | null;
  /** Type of the numbers that it computes with, where its weights have 16 bits. */
  readonly halfType: 'bf16' | 'fp16' | null;
  /** Bytes of one user's cache that a step at this context reads. */
  readonly cacheBytes: (context: number) => number | null;
};

/** A served model, or why its cost is not known. */
export type ServedModelLookup =
  | { readonly kind: 'known'; readonly model: ServedModel }
  | { readonly kind: 'unknown'; readonly reason: LimitReason };

/**
 * The model of a target: what its own files said wins over the table of models. Nothing is guessed: a quantization
 * whose bits its name does not tell is unknown.
 */
export function servedModel(target: Target): ServedModelLookup {
  const found = target.model === null ? null : findModel(target.model);
  const { modelShape: shape } = target;
  // The files of a small stand-in under a known model's name are of the stand-in: then the table does not apply.
  const known = found !== null && isShapeOf(shape, found) ? found : null;
  const parameters = shape?.parameters ?? known?.model.parameters ?? null;
  if (parameters === null) return { kind: 'unknown', reason: 'model-unknown' };
  const weightBits = weightBitsOf(target, known);
  if (weightBits === null) return { kind: 'unknown', reason: 'weights-unknown' };
  const active = activeParametersOf(parameters, shape, known);
  if (active === null) return { kind: 'unknown', reason: 'experts-unknown' };
  const cacheBits = cacheBitsOf(target);
  const cost = cacheCost(shape, known);
  return {
    kind: 'known',
    model: {
      parameters,
      weightBits,
      weightBytes: (active * weightBits) / 8,
      flopsPerToken: flopsOf(active, shape, known),
      halfType: halfTypeOf(target, known),
      keyValueBytesPerToken: cost === null ? null : (keyValueElementsPerToken(cost) * cacheBits) / 8,
      cacheBytes: (context) => (cost === null ? null : (keyValueElementsRead(cost, context) * cacheBits) / 8),
    },
  };
}

function isShapeOf(shape: ModelShape | null, { model }: FoundModel): boolean {
  return (
    (shape?.layers ?? model.layers) === model.layers &&
    (shape?.hiddenSize ?? model.hiddenSize) === model.hiddenSize
  );
}

const bitsOfQuantization: Readonly<Record<string, number>> = { fp8: 8, awq: 4, mxfp4: 4, nvfp4: 4 };

/** What was asked for at the start, else what the model's files say, else what its name says. */
function weightBitsOf(target: Target, known: FoundModel | null): number | null {
  const asked = serverSetting(target, { flags: ['--quantization', '-q'], keys: ['quantization'] });
  if (asked.kind === 'known' && asked.value !== null) return bitsOfQuantization[asked.value] ?? null;
  const written = target.modelShape?.quantization ?? null;
  if (written === null) return known?.weightBits ?? null;
  if (written !== 'none') return bitsOfQuantization[written] ?? quantizedBits(known);
  const served = dtypeOf(target);
  return served === 'float32' ? 32 : 16;
}

/** The name of a variant tells its bits; a plain name says nothing of a quantized model. */
function quantizedBits(known: FoundModel | null): number | null {
  return known !== null && known.weightBits < 16 ? known.weightBits : null;
}

/** The type that was asked for. `auto`, the default, serves 32-bit weights in 16 bits, so it names no type. */
function dtypeOf(target: Target): string | null {
  const asked = serverSetting(target, { flags: ['--dtype'], keys: ['dtype'] });
  return asked.kind === 'known' && asked.value !== 'auto' ? asked.value : null;
}

/** Every model of the table is published in bfloat16, which engines keep. */
function halfTypeOf(target: Target, known: FoundModel | null): ServedModel['halfType'] {
  const type = dtypeOf(target) ?? target.modelShape?.dtype ?? (known === null ? null : 'bfloat16');
  if (type === 'bfloat16') return 'bf16';
  return type === 'float16' || type === 'half' ? 'fp16' : null;
}

/** Engines keep keys and values in the type of the model unless they are told otherwise; no model's own is below 16 bits. */
function cacheBitsOf(target: Target): number {
  const asked = serverSetting(target, { flags: ['--kv-cache-dtype'], keys: ['kv_cache_dtype'] });
  const value = asked.kind === 'known' ? (asked.value ?? '') : '';
  return value.startsWith('fp8') ? 8 : value.startsWith('fp4') ? 4 : 16;
}

const mixtureName = /moe|mixtral|deepseek|gptoss/i;

function activeParametersOf(
  parameters: number,
  shape: ModelShape | null,
  known: FoundModel | null,
): number | null {
  if (known !== null) {
    const { parameters: all, activeParameters } = known.model;
    return activeParameters < all ? activeParameters : parameters;
  }
  return mixtureName.test(shape?.architecture ?? '') ? null : parameters;
}

/** Whether the output layer is the embedding again is not in a shape; without it the least is counted. */
function flopsOf(
  activeParameters: number,
  shape: ModelShape | null,
  known: FoundModel | null,
): number | null {
  if (known !== null) return flopsPerToken({ ...known.model, activeParameters });
  const { vocabulary = null, hiddenSize = null } = shape ?? {};
  if (vocabulary === null || hiddenSize === null) return null;
  return flopsPerToken({ activeParameters, vocabulary, hiddenSize, tiedEmbeddings: false });
}

type CacheCost = {
  readonly layers: number;
  readonly keyValue: KeyValueShape;
  readonly sliding: { readonly layers: number; readonly window: number } | null;
};

/** The table knows of sliding windows and of compressed keys, which a shape does not. */
function cacheCost(shape: ModelShape | null, known: FoundModel | null): CacheCost | null {
  if (known !== null) return known.model;
  const { layers = null, keyValueHeads = null, headSize = null } = shape ?? {};
  if (layers === null || keyValueHeads === null || headSize === null) return null;
  return { layers, keyValue: { kind: 'grouped', heads: keyValueHeads, headSize }, sliding: null };
}
