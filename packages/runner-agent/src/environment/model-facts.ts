import { join } from 'node:path';
import { z } from 'zod';
import { type Fact, known, unreadable } from './fact.ts';
import { type HostFiles, textOf } from './host-files.ts';
import { findModelFolder, type ModelQuestion } from './model-folder.ts';
import { readParameterCount } from './parameter-count.ts';

/** The shape of a model as far as its own files tell it. Head size, layers and the rest are counts without a unit. */
export type ModelFacts = {
  readonly id: string;
  readonly revision: Fact<string>;
  readonly architecture: Fact<string>;
  /** Type of the weights as the model's author wrote it, such as `bfloat16`. */
  readonly dtype: Fact<string>;
  /** The method by which the weights are quantized, `none` where they are not. */
  readonly quantization: Fact<string>;
  readonly layers: Fact<number>;
  readonly hiddenSize: Fact<number>;
  readonly heads: Fact<number>;
  readonly keyValueHeads: Fact<number>;
  readonly headSize: Fact<number>;
  readonly vocabulary: Fact<number>;
  readonly maxPositions: Fact<number>;
  readonly parameters: Fact<number>;
};

const source = 'config.json';
const count = z.number().int().positive().nullish();
const shapeFields = {
  num_hidden_layers: count,
  n_layer: count,
  hidden_size: count,
  n_embd: count,
  num_attention_heads: count,
  n_head: count,
  num_key_value_heads: count,
  head_dim: count,
  vocab_size: count,
  max_position_embeddings: count,
  torch_dtype: z.string().nullish(),
  dtype: z.string().nullish(),
  /** DeepSeek keeps one compressed vector for all heads: heads and head size do not tell its cache. */
  kv_lora_rank: count,
};
const configSchema = z.looseObject({
  ...shapeFields,
  architectures: z.array(z.string()).nullish(),
  quantization_config: z.looseObject({ quant_method: z.string().optional() }).nullish(),
  /** Models that also see or hear keep the language model's shape here. */
  text_config: z.looseObject(shapeFields).nullish(),
});
type Config = z.infer<typeof configSchema>;

/** Reads a model's files on this host. Without them all but the id is unknown, with the reason. */
export function readModelFacts(files: HostFiles, question: ModelQuestion): ModelFacts {
  const found = findModelFolder(files, question);
  const id = publishedId(question.model);
  if (found.kind === 'none') return unknownModel(id, unreadable(found.reason), found.reason);
  const { folder, revision } = found.found;
  const config = parseConfig(textOf(files, join(folder, source)) ?? '');
  if (config === null) return unknownModel(id, revision, 'config.json is not of a known form');
  return describe(id, revision, config, (quantized) => readParameterCount(files, folder, quantized));
}

/** Of a path only the last part is published: what lies above is a person's. */
const publishedId = (model: string): string =>
  model.startsWith('/') ? (model.replace(/\/+$/, '').split('/').at(-1) ?? model) : model;

function parseConfig(text: string): Config | null {
  try {
    return configSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function describe(
  id: string,
  revision: Fact<string>,
  config: Config,
  parametersOf: (quantized: boolean) => Fact<number>,
): ModelFacts {
  const shape = config.text_config ?? config;
  const hiddenSize = shape.hidden_size ?? shape.n_embd;
  const heads = shape.num_attention_heads ?? shape.n_head;
  const quantization =
    config.quantization_config?.quant_method ?? (config.quantization_config ? 'unnamed' : 'none');
  const compressed = shape.kv_lora_rank != null;
  const perHead = (value: number | null | undefined, name: string): Fact<number> =>
    compressed ? unreadable('the cache is compressed over all heads', source) : told(value, name);
  const divided = hiddenSize != null && heads != null && hiddenSize % heads === 0 ? hiddenSize / heads : null;
  return {
    id,
    revision,
    architecture: told(config.architectures?.[0], 'architectures'),
    dtype: told(shape.dtype ?? shape.torch_dtype ?? config.dtype ?? config.torch_dtype, 'dtype'),
    quantization: known(quantization, source),
    layers: told(shape.num_hidden_layers ?? shape.n_layer, 'num_hidden_layers'),
    hiddenSize: told(hiddenSize, 'hidden_size'),
    heads: told(heads, 'num_attention_heads'),
    // Without a number of its own every head has its keys and values, as in the first transformers.
    keyValueHeads: perHead(shape.num_key_value_heads ?? heads, 'num_key_value_heads'),
    headSize:
      shape.head_dim == null && divided !== null && !compressed
        ? known(divided, `${source}: hidden_size / num_attention_heads`)
        : perHead(shape.head_dim, 'head_dim'),
    vocabulary: told(shape.vocab_size, 'vocab_size'),
    maxPositions: told(shape.max_position_embeddings, 'max_position_embeddings'),
    parameters: parametersOf(quantization !== 'none'),
  };
}

const told = <Value>(value: Value | null | undefined, name: string): Fact<Value> =>
  value == null ? unreadable(`config.json has no ${name}`, source) : known(value, source);

function unknownModel(id: string, revision: Fact<string>, reason: string): ModelFacts {
  const unknown = unreadable(reason, source);
  return {
    id,
    revision,
    architecture: unknown,
    dtype: unknown,
    quantization: unknown,
    layers: unknown,
    hiddenSize: unknown,
    heads: unknown,
    keyValueHeads: unknown,
    headSize: unknown,
    vocabulary: unknown,
    maxPositions: unknown,
    parameters: unknown,
  };
}
